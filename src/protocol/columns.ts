/** Columns of the Cookies table, in their order. */
export const COLUMN_IDS = [
  'name',
  'role',
  'value',
  'domain',
  'path',
  'expires',
  'secure',
  'httpOnly',
  'sameSite',
  'size',
  'party',
  'partition',
  'sent',
  'writer',
  'changed',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'name',
  'role',
  'value',
  'domain',
  'path',
  'expires',
  'secure',
  'httpOnly',
  'sameSite',
  'size',
  'party',
  'sent',
  'changed',
];

/** The chosen ones with one more or one less, in the table's order; the name always stays. */
export function toggleColumn(chosen: readonly ColumnId[], id: ColumnId): readonly ColumnId[] {
  return COLUMN_IDS.filter((each) => each === 'name' || chosen.includes(each) !== (each === id));
}
