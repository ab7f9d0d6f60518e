/** The core reads no clock: a time is believed where it lies between these two, which holds for the lifetime of such software. */
export const EARLIEST = Date.UTC(2010, 0);
export const LATEST = Date.UTC(2040, 0);

/** @param milliseconds since the epoch. @returns the same, or null where no web server could have written it. */
export function plausibleTime(milliseconds: number): number | null {
  return milliseconds >= EARLIEST && milliseconds < LATEST ? milliseconds : null;
}
