/** A session's IDs on a line of time, as SVG: each ID a run, logins and logouts as flags. */
import type { SessionReport } from '../audit/report.ts';
import { eventWords, timeOf } from './report-words.ts';
import { xml } from './xml-text.ts';

const WIDTH = 900;
const LEFT = 90;
const RIGHT = 20;
const ROW = 22;
const TOP = 26;
/** Seen on white and on black; told apart with the common kinds of colour blindness. */
const COLOURS = ['#0969da', '#bc4c00', '#1a7f37', '#8250df', '#9a6700', '#bf3989'];
/** More would be no picture; the newest tell most. */
const MAX_RUNS = 40;
const MAX_EVENTS = 60;
const FLAGGED: ReadonlySet<string> = new Set([
  'login',
  'logout',
  'privilege-change',
  'mark',
  'cleared',
  'expired',
]);

export function lanes(session: SessionReport): string {
  const ids = session.ids.slice(-MAX_RUNS);
  const events = session.events.filter(({ kind }) => FLAGGED.has(kind)).slice(-MAX_EVENTS);
  const times = [
    ...ids.flatMap(({ firstSeen, lastSeen }) => [firstSeen, lastSeen]),
    ...events.map(({ at }) => at),
  ];
  if (ids.length === 0 || times.length === 0) return '';
  const from = Math.min(...times);
  const span = Math.max(1, Math.max(...times) - from);
  const x = (at: number) => Math.round((LEFT + ((at - from) / span) * (WIDTH - LEFT - RIGHT)) * 10) / 10;
  const height = TOP + ids.length * ROW + 24;
  const runs = ids.map(({ fingerprint, firstSeen, lastSeen, requests }, index) => {
    const y = TOP + index * ROW;
    const width = Math.max(3, x(lastSeen) - x(firstSeen));
    const colour = COLOURS[index % COLOURS.length];
    return `<text x="0" y="${y + 12}">${xml(fingerprint)}</text><rect x="${x(firstSeen)}" y="${y}" width="${width}" height="16" rx="3" fill="${colour}"><title>${xml(fingerprint)}: ${timeOf(firstSeen)} to ${timeOf(lastSeen)}, ${requests} requests</title></rect>`;
  });
  const flags = events.map((event) => {
    const at = x(event.at);
    return `<g><line x1="${at}" x2="${at}" y1="${TOP - 6}" y2="${height - 22}" stroke="currentColor" stroke-dasharray="2 3"/><text x="${at}" y="14" text-anchor="middle">${event.kind}</text><title>${xml(`${timeOf(event.at)} ${eventWords(event)}`)}</title></g>`;
  });
  const ends = `<text class="soft" x="${LEFT}" y="${height - 6}">${timeOf(from)}</text><text class="soft" x="${WIDTH - RIGHT}" y="${height - 6}" text-anchor="end">${timeOf(from + span)}</text>`;
  const name = `${ids.length} session IDs over time`;
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${name}">${flags.join('')}${runs.join('')}${ends}</svg>`;
}
