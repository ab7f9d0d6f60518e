/** The words of the Traffic facets, and of a request's type. */
import type { ResourceType } from '../../../core/recording/fact.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import type { FacetWords } from '../../parts/filters.tsx';
import type { TrafficFacetId } from './traffic-facets.ts';

const LABELS: Readonly<Record<TrafficFacetId, MessageKey>> = {
  verdict: 'column_verdict',
  certainty: 'facet_certainty',
  party: 'facet_party',
  type: 'facet_type',
  site: 'facet_site',
};

const VALUES: Readonly<Record<string, MessageKey>> = {
  'verdict stored': 'verdict_stored',
  'verdict changed': 'verdict_changed',
  'verdict rejected': 'verdict_rejected',
  'verdict deleted': 'verdict_deleted',
  'certainty predicted': 'certainty_predicted',
  'certainty confirmed': 'certainty_confirmed',
  'certainty contradicted': 'certainty_contradicted',
  'party first': 'party_first_long',
  'party third': 'party_third_long',
};

const TYPES = {
  main_frame: 'type_main_frame',
  sub_frame: 'type_sub_frame',
  stylesheet: 'type_stylesheet',
  script: 'type_script',
  image: 'type_image',
  font: 'type_font',
  object: 'type_object',
  xmlhttprequest: 'type_xmlhttprequest',
  ping: 'type_ping',
  csp_report: 'type_csp_report',
  media: 'type_media',
  websocket: 'type_websocket',
  other: 'type_other',
} as const satisfies Readonly<Record<ResourceType, MessageKey>>;

export function typeWord(type: ResourceType): string {
  return t(TYPES[type]);
}

export const trafficFacetWords: FacetWords = {
  label: (facet) => t(LABELS[facet as TrafficFacetId] ?? 'filter'),
  value(facet, value) {
    if (facet === 'type' && value in TYPES) return typeWord(value as ResourceType);
    const key = VALUES[`${facet} ${value}`];
    return key ? t(key) : value;
  },
};
