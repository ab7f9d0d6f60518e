/** Small words of findings. Names come from the network: they are cut, and control characters are shown, not sent on. */

const LONGEST_NAME = 60;

/** A cookie's name in back-ticks. */
export function named(name: string): string {
  if (name === '') return 'A cookie without a name';
  const clean = name.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
  return `\`${clean.length > LONGEST_NAME ? `${clean.slice(0, LONGEST_NAME)}…` : clean}\``;
}

/** `1 day`, `36 hours`, `13 months`: whole units, rounded, of which there are at least two, or exactly one. */
export function duration(milliseconds: number): string {
  for (const [unit, size] of UNITS) {
    const count = Math.round(milliseconds / size);
    if (milliseconds >= 2 * size - size / 20 || (count === 1 && Math.abs(milliseconds - size) < size / 20)) {
      return `${count} ${unit}${count === 1 ? '' : 's'}`;
    }
  }
  return 'under a minute';
}

const DAY = 86_400_000;
const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', DAY / 24],
  ['minute', DAY / 1440],
] as const;

/** `5,321 bytes`. */
export function bytes(count: number): string {
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} bytes`;
}
