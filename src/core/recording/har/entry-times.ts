/** When a recorded response's headers were there: `time` is the whole entry's, its body included. */
import { type Data, number, record } from './values.ts';

/** The phases up to the headers; `ssl` is a part of `connect` (HAR 1.2, timings). */
const PHASES = ['blocked', 'dns', 'connect', 'send', 'wait'] as const;
const DAY = 86_400_000;

/** Milliseconds from an entry's beginning to its response's headers. */
export function responseDelay(entry: Data): number {
  const timings = record(entry.timings) ?? {};
  const total = number(entry.time) ?? -1;
  let sum = 0;
  for (const phase of PHASES) sum += Math.max(0, number(timings[phase]) ?? 0);
  const delay = sum > 0 && (total < 0 || sum <= total) ? sum : Math.max(0, total);
  return Math.round(Math.min(delay, DAY));
}
