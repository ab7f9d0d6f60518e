/** The words of the Snapshots tab. */
import type { Comparison } from '../../../core/snapshot/compare.ts';
import type { DifferingAttribute } from '../../../core/snapshot/differences.ts';
import type { Snapshot, SnapshotReason } from '../../../core/snapshot/snapshot.ts';
import { type MessageKey, t, tn, uiLanguage } from '../../../platform/i18n.ts';
import { clockTime } from '../../../ui/time.ts';
import { roleWord } from '../../cookie-role.ts';
import type { FacetWords } from '../../parts/filters.tsx';
import { NOW } from './choice.ts';
import type { DifferenceKind } from './row.ts';

const REASONS = {
  'by-hand': 'snap_by_hand',
  'before-login': 'snap_before_login',
  login: 'snap_after_login',
  'before-logout': 'snap_before_logout',
  logout: 'snap_after_logout',
} as const satisfies Readonly<Record<SnapshotReason, MessageKey>>;

export const KINDS = {
  added: 'snap_added',
  removed: 'snap_removed',
  changed: 'snap_changed',
} as const satisfies Readonly<Record<DifferenceKind, MessageKey>>;

export const ATTRIBUTES = {
  value: 'section_value',
  expires: 'attr_expires',
  secure: 'attr_secure',
  httpOnly: 'attr_http_only',
  sameSite: 'attr_same_site',
} as const satisfies Readonly<Record<DifferingAttribute, MessageKey>>;

/** What it is called: a person's words, else why it was taken. */
export function nameOf({ id, label, why }: Snapshot): string {
  if (id === NOW) return t('snap_now');
  return label === '' ? t(REASONS[why]) : label;
}

/** With the time to the second, which tells those of one name apart. */
export function titleOf(snapshot: Snapshot): string {
  if (snapshot.id === NOW) return nameOf(snapshot);
  return t('snap_named_at', nameOf(snapshot), clockTime(snapshot.at).slice(0, 8));
}

let list: Intl.ListFormat | undefined;

/** "2 added, 1 removed, 3 changed"; what there is none of is left out. */
export function summaryOf({ added, removed, changed }: Comparison): string {
  const parts = [
    added.length > 0 && tn('snap_count_added', added.length),
    removed.length > 0 && tn('snap_count_removed', removed.length),
    changed.length > 0 && tn('snap_count_changed', changed.length),
  ].filter((part) => part !== false);
  list ??= new Intl.ListFormat(uiLanguage(), { type: 'unit', style: 'short' });
  return list.format(parts);
}

const FACETS: Readonly<Record<string, MessageKey>> = {
  change: 'snap_facet_change',
  attribute: 'snap_facet_attribute',
  role: 'facet_role',
  domain: 'attr_domain',
};

export const differenceWords: FacetWords = {
  label: (facet) => t(FACETS[facet] ?? 'filter'),
  value(facet, value) {
    if (facet === 'change') return t(KINDS[value as DifferenceKind]);
    if (facet === 'attribute') return t(ATTRIBUTES[value as DifferingAttribute]);
    return facet === 'role' ? roleWord(value) : value;
  },
};
