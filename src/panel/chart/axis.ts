/** The figures of a time axis: round times where there is room for them. No DOM. */
import { scaleTime } from 'd3-scale';
import { timeDay, timeYear } from 'd3-time';
import { spanOf, type TimeRange } from '../../core/timeline/time-range.ts';
import { uiLanguage } from '../../platform/i18n.ts';

export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

const DAY = 86_400_000;

/** Pixels of a digit, and of the air between two labels. */
const DIGIT = 6.2;
const AIR = 16;

/** Round times in the person's own zone, as many as have room for their labels. */
export function axisTicks(range: TimeRange, pixels: number): readonly AxisTick[] {
  const scale = scaleTime().domain([range.from, range.to]);
  let ticks: readonly AxisTick[] = [];
  // Round times come in leaps: fewer are asked for until those that come fit.
  for (let count = Math.max(2, Math.floor(pixels / 56)); count >= 1; count = Math.floor(count / 1.5)) {
    const times = scale.ticks(count).map(Number);
    const step = (times[1] ?? range.to) - (times[0] ?? range.from);
    ticks = times.map((at) => ({ at, label: formatFor(at, step).format(at) }));
    const apart = (step / spanOf(range)) * pixels;
    const widest = ticks.reduce((most, { label }) => Math.max(most, widthOf(label)), 0);
    if (apart >= widest + AIR) return ticks;
  }
  return ticks.slice(0, 1);
}

/** Pixels that half a label needs: what would be cut off is left out. */
export function halfOf(label: string): number {
  return widthOf(label) / 2 + 3;
}

/** A Chinese character is as wide as two digits. */
function widthOf(label: string): number {
  return label.replace(/[\u2e80-\uffff]/g, '00').length * DIGIT;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const FORMATS = {
  part: { ...CLOCK, second: '2-digit', fractionalSecondDigits: 3 },
  second: { ...CLOCK, second: '2-digit' },
  minute: CLOCK,
  day: { month: 'short', day: 'numeric' },
  month: { month: 'short' },
  year: { year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Where a day, month or year begins, its name says more than 00:00. */
function formatFor(at: number, step: number): Intl.DateTimeFormat {
  const name = nameFor(at, step);
  const known = formats.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(uiLanguage(), FORMATS[name]);
  formats.set(name, format);
  return format;
}

function nameFor(at: number, step: number): keyof typeof FORMATS {
  const date = new Date(at);
  if (step >= 28 * DAY) return Number(timeYear(date)) === at ? 'year' : 'month';
  if (step < DAY && Number(timeDay(date)) !== at) {
    return step < 1000 ? 'part' : step < 60_000 ? 'second' : 'minute';
  }
  return 'day';
}
