/** The figures of a symmetric-logarithmic axis: distances from now that people say, as many as there is room for. No DOM. */
import { uiLanguage } from '../../platform/i18n.ts';
import { halfOf } from './axis.ts';

export interface PlacedTick {
  /** Pixels. */
  readonly x: number;
  readonly label: string;
  readonly isNow: boolean;
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'year';

const LENGTH: Readonly<Record<Unit, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  year: 365 * 86_400_000,
};

/** Those that must be there come first; the others where there is room left. */
const DISTANCES: readonly (readonly [number, Unit])[] = [
  ...([
    [1, 'minute'],
    [1, 'hour'],
    [1, 'day'],
    [30, 'day'],
    [1, 'year'],
  ] as const),
  ...([
    [10, 'second'],
    [10, 'minute'],
    [7, 'day'],
    [6, 'hour'],
    [1, 'second'],
  ] as const),
  ...([
    [30, 'minute'],
    [90, 'day'],
    [30, 'second'],
    [12, 'hour'],
    [5, 'minute'],
    [3, 'hour'],
  ] as const),
  ...([
    [3, 'day'],
    [14, 'day'],
    [180, 'day'],
    [3, 'second'],
    [2, 'minute'],
    [20, 'minute'],
  ] as const),
  ...([
    [2, 'hour'],
    [2, 'day'],
    [60, 'day'],
    [300, 'day'],
    [2, 'year'],
    [5, 'year'],
    [10, 'year'],
  ] as const),
];

/** Pixels between two labels. */
const AIR = 8;

/**
 * @param x place in pixels of a time that is so many milliseconds from now.
 * @param word what stands at now itself.
 */
export function logTicks(x: (offset: number) => number, width: number, word: string): readonly PlacedTick[] {
  const placed: (PlacedTick & { readonly half: number })[] = [];
  const place = (at: number, label: string, isNow: boolean) => {
    const half = halfOf(label);
    if (at < 0 || at > width) return;
    if (placed.some((other) => Math.abs(other.x - at) < other.half + half + AIR)) return;
    placed.push({ x: at, label, isNow, half });
  };
  place(x(0), word, true);
  for (const [count, unit] of DISTANCES) {
    for (const sign of [1, -1]) place(x(sign * count * LENGTH[unit]), distance(sign * count, unit), false);
  }
  return placed.sort((a, b) => a.x - b.x).map(({ half: _, ...tick }) => tick);
}

const formats = new Map<Unit, Intl.NumberFormat>();

function distance(count: number, unit: Unit): string {
  const known = formats.get(unit);
  const format =
    known ??
    new Intl.NumberFormat(uiLanguage(), {
      style: 'unit',
      unit,
      unitDisplay: 'narrow',
      signDisplay: 'always',
    });
  if (known === undefined) formats.set(unit, format);
  return format.format(count);
}
