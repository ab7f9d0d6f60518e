/** One cookie that two snapshots do not have alike. */
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import type { CookieKey } from '../../../core/recording/recording.ts';
import type { Comparison } from '../../../core/snapshot/compare.ts';
import type { Difference } from '../../../core/snapshot/differences.ts';
import { cookieRole } from '../../cookie-role.ts';
import type { Facet } from '../../facets.ts';

export type DifferenceKind = 'added' | 'removed' | 'changed';

export interface DifferenceRow {
  readonly kind: DifferenceKind;
  readonly key: CookieKey;
  /** As it is after; of a removed one, as it was. */
  readonly cookie: BrowserCookie;
  /** Of a changed one. */
  readonly differences: readonly Difference[];
}

/** Added first, then removed, then changed. */
export function rowsOf({ added, removed, changed }: Comparison): readonly DifferenceRow[] {
  return [
    ...added.map(({ key, cookie }) => ({ kind: 'added' as const, key, cookie, differences: [] })),
    ...removed.map(({ key, cookie }) => ({ kind: 'removed' as const, key, cookie, differences: [] })),
    ...changed.map(({ key, after, differences }) => ({
      kind: 'changed' as const,
      key,
      cookie: after,
      differences,
    })),
  ];
}

/** What the search looks through: never the value, which may not be shown. */
export function textOf({ cookie: { name, domain, path, partitionKey } }: DifferenceRow): string {
  return `${name}\n${domain}${path}\n${partitionKey ?? ''}`.toLowerCase();
}

export const DIFFERENCE_FACETS = [
  { id: 'change', values: ({ kind }) => [kind] },
  { id: 'attribute', values: ({ differences }) => differences.map(({ attribute }) => attribute) },
  { id: 'role', values: ({ cookie }) => [cookieRole(cookie)] },
  { id: 'domain', values: ({ cookie }) => [cookie.domain] },
] as const satisfies readonly Facet<DifferenceRow>[];
