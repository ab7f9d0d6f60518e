/** How much is kept of what was recorded; a person chooses within bounds. */
import { object, type Shape, within } from './shape.ts';

export interface Limits {
  readonly factsPerTab: number;
  /** Octets. */
  readonly bytesPerTab: number;
  readonly bytesInAll: number;
}

export const LIMITS = 'limits';

/** `storage.session` holds 10 MB in all. */
export const DEFAULT_LIMITS: Limits = { factsPerTab: 20_000, bytesPerTab: 4_000_000, bytesInAll: 7_000_000 };

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Fewer facts than one page load makes are of no use; more octets leave the browser no room to write them anew. */
export const LIMIT_BOUNDS = {
  factsPerTab: { least: 1_000, most: 40_000 },
  bytesPerTab: { least: 500_000, most: 6_000_000 },
  bytesInAll: { least: 1_000_000, most: 8_000_000 },
} as const satisfies Readonly<Record<keyof Limits, Bounds>>;

const each = ({ least, most }: Bounds) => within(least, most);

const numbers: Shape<Limits> = object({
  factsPerTab: each(LIMIT_BOUNDS.factsPerTab),
  bytesPerTab: each(LIMIT_BOUNDS.bytesPerTab),
  bytesInAll: each(LIMIT_BOUNDS.bytesInAll),
});

/** A tab's share is never more than there is for all. */
export const limitsShape: Shape<Limits> = (value) => {
  const limits = numbers(value);
  return limits !== undefined && limits.bytesPerTab <= limits.bytesInAll ? limits : undefined;
};
