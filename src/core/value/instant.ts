/** Times inside values. Nothing here reads a clock: what a number could be is judged by a fixed window. */

/** 2005 to 2100, in milliseconds: whether a time inside a format that has one there is believable. */
export function isBelievable(at: number): boolean {
  return at >= 1_104_537_600_000 && at < 4_102_444_800_000;
}

/** 2015 to 2040: whether a bare number is likely a time. */
export function isLikelyTime(at: number): boolean {
  return at >= 1_420_070_400_000 && at < 2_208_988_800_000;
}

/** ISO 8601 in UTC; empty for what is no date. */
export function isoDate(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : '';
}
