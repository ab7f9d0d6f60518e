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

const UNITS: Readonly<Record<string, readonly [Unit, number]>> = {
  s: ['second', 1_000],
  m: ['minute', 60_000],
  h: ['hour', 3_600_000],
  d: ['day', 86_400_000],
  y: ['year', 365 * 86_400_000],
};

/** Those that must be there come first; the others where there is room left. */
const DISTANCES = [
  '1m 1h 1d 30d 1y 10s 10m 7d 6h 1s',
  '30m 90d 30s 12h 5m 3h 3d 14d 180d 3s 2m 20m',
  '2h 2d 60d 300d 2y 5y 10y',
]
  .flatMap((line) => line.split(' '))
  .flatMap((word) => {
    const [unit, length] = UNITS[word.slice(-1)] ?? [];
    const count = Number.parseInt(word, 10);
    return unit === undefined || length === undefined ? [] : [{ count, unit, offset: count * length }];
  });

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
    if (at < half || at > width - half) return;
    if (placed.some((other) => Math.abs(other.x - at) < other.half + half + AIR)) return;
    placed.push({ x: at, label, isNow, half });
  };
  place(x(0), word, true);
  for (const { count, unit, offset } of DISTANCES) {
    for (const sign of [1, -1]) place(x(sign * offset), distance(sign * count, unit), false);
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
