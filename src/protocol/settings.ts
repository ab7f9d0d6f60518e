/** What a person can set: every setting with its key in `storage.local`, what fits, and what holds without a word. */
import { MUTED, type Muted, SAID_OF, type SaidOf } from './choices.ts';
import { COLUMN_IDS, type ColumnId, DEFAULT_COLUMNS } from './columns.ts';
import { DEFAULT_HORIZON, HORIZON, LONGEST_HORIZON } from './horizon.ts';
import { DEFAULT_LIMITS, LIMITS, type Limits, limitsShape } from './limits.ts';
import { boolean, list, oneOf, record, type Shape, text, within } from './shape.ts';
import { THEME, THEMES, type Theme } from './theme.ts';

export interface Setting<T> {
  readonly key: string;
  readonly shape: Shape<T>;
  readonly fallback: T;
}

/** More than a person decides in years; a file with more was not made by one. */
const MOST_SITES = 5_000;
const LONGEST_NAME = 4_096;
const host = text(300);

const someColumns = list(oneOf(...COLUMN_IDS), COLUMN_IDS.length);
const columns: Shape<readonly ColumnId[]> = (value) => {
  const some = someColumns(value);
  return some && COLUMN_IDS.filter((id) => id === 'name' || some.includes(id));
};
const muted: Shape<Muted> = record(host, list(text(100, /^[a-z0-9-]+$/), 500), MOST_SITES);
const saidOf: Shape<SaidOf> = record(host, record(text(LONGEST_NAME), boolean, MOST_SITES), MOST_SITES);

export interface SettingValues {
  readonly showValues: boolean;
  readonly horizon: number;
  readonly columns: readonly ColumnId[];
  readonly theme: Theme;
  readonly singleKeys: boolean;
  readonly limits: Limits;
  readonly muted: Muted;
  readonly saidOf: SaidOf;
}

export type SettingName = keyof SettingValues;

export const SETTINGS: { readonly [Name in SettingName]: Setting<SettingValues[Name]> } = {
  showValues: { key: 'showValues', shape: boolean, fallback: false },
  horizon: { key: HORIZON, shape: within(1, LONGEST_HORIZON), fallback: DEFAULT_HORIZON },
  columns: { key: 'cookies.columns', shape: columns, fallback: DEFAULT_COLUMNS },
  theme: { key: THEME, shape: oneOf(...THEMES), fallback: 'system' },
  /** Keys such as `/` and `?` that act without Ctrl or Alt (WCAG 2.1.4: they can be turned off). */
  singleKeys: { key: 'singleKeys', shape: boolean, fallback: true },
  limits: { key: LIMITS, shape: limitsShape, fallback: DEFAULT_LIMITS },
  muted: { key: MUTED, shape: muted, fallback: {} },
  saidOf: { key: SAID_OF, shape: saidOf, fallback: {} },
};

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];
