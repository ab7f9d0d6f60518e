import { isBelievable, isoDate } from '../instant.ts';
import { type DecodeText, type LayerTime, NO_EDIT, never, type Step } from '../layer.ts';

/** Google Analytics: `GA1.level.random.first-visit` (`_ga`), and the session state of GA4 (`_ga_…`), `GS1.` and `GS2.`. */
export const googleAnalytics: DecodeText = (text) => client(text) ?? session(text) ?? keyedSession(text);

function client(text: string): Step | null {
  const [, id = '', first = ''] = /^GA1\.[\d-]+\.(\d{1,12}\.(\d{9,10}))$/.exec(text) ?? [];
  const at = Number(first) * 1000;
  if (id === '' || !isBelievable(at)) return null;
  return step(
    { clientId: id, firstVisit: at },
    [
      'The client ID of Google Analytics: a random number and the first visit.',
      `First visit ${isoDate(at)}.`,
    ],
    [{ kind: 'first_visit', at }],
  );
}

function session(text: string): Step | null {
  const parts = /^GS1\.\d+\.\d{9,10}(?:\.\d{1,12}){2,8}$/.test(text) ? text.split('.') : [];
  const [start, number, engaged, last] = parts.slice(2).map(Number);
  if (start === undefined || number === undefined) return null;
  return state(start, number, engaged, last);
}

/** `GS2.1.s1747323152$o28$g0$t1747323152$j60$l0$h0`: each field begins with its letter. */
function keyedSession(text: string): Step | null {
  if (!/^GS2\.\d+\.[a-z][\w-]{0,40}(?:\$[a-z][\w-]{0,80}){1,12}$/i.test(text)) return null;
  const body = text.slice(text.indexOf('.', 4) + 1);
  const fields = new Map(body.split('$').map((field) => [field[0], field.slice(1)]));
  const number = (letter: string) => (fields.has(letter) ? Number(fields.get(letter)) : undefined);
  const start = number('s');
  const count = number('o');
  return start === undefined || count === undefined ? null : state(start, count, number('g'), number('t'));
}

function state(start: number, number: number, engaged?: number, last?: number): Step | null {
  if (!isBelievable(start * 1000) || !Number.isSafeInteger(number)) return null;
  const lastEvent = last !== undefined && isBelievable(last * 1000) ? last * 1000 : null;
  const notes = [`Session ${number} of this visitor in Google Analytics 4, begun ${isoDate(start * 1000)}.`];
  if (lastEvent !== null) notes.push(`Last event ${isoDate(lastEvent)}.`);
  return step(
    { sessionStart: start * 1000, sessionNumber: number, engaged: engaged === 1, lastEvent },
    notes,
    [
      { kind: 'session_start', at: start * 1000 },
      ...(lastEvent === null ? [] : [{ kind: 'last_event', at: lastEvent } as const]),
    ],
  );
}

function step(
  data: Readonly<Record<string, unknown>>,
  notes: readonly string[],
  times: readonly LayerTime[],
): Step {
  return {
    layer: { format: 'google-analytics', readable: true, data, notes, times },
    rewrite: never(NO_EDIT),
  };
}
