/** Expiries as a person chooses them. Times are epoch milliseconds; `datetime-local` fields are in the time zone of the page. */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Milliseconds from now; null: with the session. "Now" is a second on, so that it is set, and then seen to end. */
export const EXPIRY_PRESETS = [
  { id: 'minute', within: MINUTE },
  { id: 'now', within: 1_000 },
  { id: 'month', within: 30 * DAY },
  { id: 'session', within: null },
] as const;
export type ExpiryPreset = (typeof EXPIRY_PRESETS)[number]['id'];

/** For a `datetime-local` field with seconds; empty where there is no such date. */
export function fieldTime(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  const year = date.getFullYear();
  // The field knows years of four digits up to six, none before Christ.
  if (Number.isNaN(year) || year < 1) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(year).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** null: no date. */
export function timeOfField(text: string): number | null {
  const at = text === '' ? Number.NaN : new Date(text).getTime();
  return Number.isNaN(at) ? null : at;
}
