/** The words of the Cookies facets. */
import { type MessageKey, t } from '../platform/i18n.ts';
import { type CookieFacetId, UNPARTITIONED } from './cookie-facets.ts';
import { roleWord } from './cookie-role.ts';
import type { FacetWords } from './parts/filters.tsx';

const LABELS: Readonly<Record<CookieFacetId, MessageKey>> = {
  state: 'facet_state',
  role: 'facet_role',
  party: 'facet_party',
  secure: 'attr_secure',
  httpOnly: 'attr_http_only',
  sameSite: 'attr_same_site',
  lifetime: 'facet_lifetime',
  partition: 'attr_partition',
  domain: 'attr_domain',
};

const VALUES: Readonly<Record<string, MessageKey>> = {
  'state present': 'state_present',
  'state gone': 'state_gone',
  'state rejected': 'state_rejected',
  'party first': 'party_first_long',
  'party third': 'party_third_long',
  'secure yes': 'yes',
  'secure no': 'no',
  'httpOnly yes': 'yes',
  'httpOnly no': 'no',
  'sameSite strict': 'same_site_strict',
  'sameSite lax': 'same_site_lax',
  'sameSite none': 'same_site_none',
  'sameSite unspecified': 'same_site_unset',
  'lifetime session': 'lifetime_session',
  'lifetime persistent': 'lifetime_persistent',
  [`partition ${UNPARTITIONED}`]: 'partition_none',
};

export const cookieFacetWords: FacetWords = {
  label: (facet) => t(LABELS[facet as CookieFacetId] ?? 'filter'),
  value(facet, value) {
    if (facet === 'role') return roleWord(value);
    const key = VALUES[`${facet} ${value}`];
    return key ? t(key) : value;
  },
};
