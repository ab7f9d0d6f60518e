/** The facets that can be written as words, of every list. Which a list has is the list's own matter. */
import type { Role } from '../../core/session/roles.ts';
import type { MessageKey } from '../../platform/i18n.ts';

/**
 * `choice`: one of few values, which may be written in part. `text`: part of it, or all of it with `=` or `*`. `size`: octets. `count`.
 * `left`: time until then. `ago`: time since then.
 */
export type FacetKind = 'choice' | 'text' | 'size' | 'count' | 'left' | 'ago';

export interface FacetWord {
  readonly id: string;
  readonly kind: FacetKind;
  readonly label: MessageKey;
  /** Of a choice whose values are known beforehand. */
  readonly values?: readonly string[];
  /** Looked at only where values are shown. */
  readonly secret?: true;
  /** What can be written to begin with, behind the facet. */
  readonly examples?: readonly string[];
}

const YES_NO = ['yes', 'no'] as const;
const ROLES = {
  session: 0,
  auth: 0,
  'remember-me': 0,
  csrf: 0,
  preference: 0,
  analytics: 0,
  advertising: 0,
  consent: 0,
  cart: 0,
  flash: 0,
  'load-balancer': 0,
  unknown: 0,
} as const satisfies Readonly<Record<Role, 0>>;

const choice = (id: string, label: MessageKey, values?: readonly string[]): FacetWord => ({
  id,
  kind: 'choice',
  label,
  ...(values === undefined ? {} : { values }),
});
const text = (id: string, label: MessageKey): FacetWord => ({ id, kind: 'text', label });
const amount = (
  id: string,
  kind: FacetKind,
  label: MessageKey,
  ...examples: readonly string[]
): FacetWord => ({
  id,
  kind,
  label,
  examples,
});

export const FACET_WORDS: readonly FacetWord[] = [
  text('name', 'column_name'),
  text('domain', 'attr_domain'),
  text('path', 'attr_path'),
  { ...text('value', 'column_value'), secret: true },
  choice('role', 'facet_role', Object.keys(ROLES)),
  choice('state', 'facet_state', ['present', 'gone', 'rejected']),
  choice('party', 'facet_party', ['first', 'third']),
  choice('secure', 'attr_secure', YES_NO),
  choice('httponly', 'attr_http_only', YES_NO),
  choice('samesite', 'attr_same_site', ['strict', 'lax', 'none', 'unspecified']),
  choice('lifetime', 'facet_lifetime', ['session', 'persistent']),
  text('partition', 'attr_partition'),
  choice('duplicate', 'search_duplicate', YES_NO),
  amount('expires', 'left', 'attr_expires', '<1h', '<1d', '<30d', '>30d', '>400d'),
  amount('set', 'ago', 'search_set', '<1min', '<5min', '<1h', '>1d'),
  amount('size', 'size', 'attr_size', '>100', '>1k', '>4k'),
  amount('sent', 'count', 'column_sent', '=0', '>0', '>3', '>10'),
  choice('verdict', 'column_verdict', ['stored', 'changed', 'rejected', 'deleted']),
  choice('certainty', 'facet_certainty', ['predicted', 'confirmed', 'contradicted']),
  choice('type', 'facet_type'),
  choice('method', 'search_method'),
  amount('status', 'count', 'search_status', '=200', '>=300', '>=400'),
  text('url', 'search_url'),
  text('site', 'facet_site'),
  choice('change', 'snap_facet_change', ['added', 'removed', 'changed']),
  choice('attribute', 'snap_facet_attribute'),
];

const BY_ID: ReadonlyMap<string, FacetWord> = new Map(FACET_WORDS.map((word) => [word.id, word]));

/** null: there is none of that name. Capitals do not matter: `SameSite=Lax` is as it stands in a Set-Cookie line. */
export function facetWord(name: string): FacetWord | null {
  return BY_ID.get(name.toLowerCase()) ?? null;
}

/** The facet that was probably meant: one letter more, less or other, two of a long one, or the beginning of one. */
export function nearestFacet(name: string): string | null {
  const word = name.toLowerCase();
  const most = word.length > 5 ? 2 : 1;
  const near = FACET_WORDS.map(({ id }) => ({ id, far: id.startsWith(word) ? 0.5 : distance(word, id) }));
  near.sort((a, b) => a.far - b.far);
  const [first] = near;
  return first !== undefined && first.far <= most ? first.id : null;
}

/** Letters to add, take away or change until both are the same. */
function distance(a: string, b: string): number {
  if (a.length > 24) return a.length;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
