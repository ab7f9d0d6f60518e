/** A cookie's values over time, whoever wrote them, and the requests that sent them. */
import { isExpired, wasTaken } from '../audit/line.ts';
import type { SubjectCookie } from '../audit/subject.ts';
import type { BrowserCookie } from '../recording/fact.ts';
import type { CookieEvent, RequestEntry, SetCookieEntry, Writer } from '../recording/recording.ts';
import { clearsCookies } from './clear-site-data.ts';
import { matchSends, type Send } from './sends.ts';
import { stableId } from './stable-id.ts';
import type { SiteView } from './view.ts';

export type ChangedBy =
  | 'response'
  | 'clear-site-data'
  | 'script'
  /** Who looks at the recording, with this extension. */
  | 'person'
  | 'browser'
  | 'expiry'
  | 'before'
  | 'sent';

/** What the cookie was from `at` on. */
export interface CookieState {
  readonly at: number;
  /** null: not there. */
  readonly value: string | null;
  /** The stable part of the value; null: not there, or empty. */
  readonly id: string | null;
  /** Epoch milliseconds; null: until the browser session ends, or unknown. */
  readonly expires: number | null;
  readonly by: ChangedBy;
  /** The request whose response wrote it. */
  readonly request: RequestEntry | null;
  /** With its attributes, where they are known. */
  readonly cookie: BrowserCookie | null;
}

export interface CookieLife {
  readonly cookie: SubjectCookie;
  /** In order of time. */
  readonly states: readonly CookieState[];
  /** In the order of their requests. */
  readonly sends: readonly Send[];
}

export function livesOf(view: SiteView, cookies: readonly SubjectCookie[]): readonly CookieLife[] {
  const sends = matchSends(view.requests, cookies);
  const clearings = view.requests.filter(clearsCookies);
  const cleared = new Set(clearings);
  return cookies.map((cookie) => {
    const own = sends.get(cookie) ?? [];
    return { cookie, states: statesOf(cookie, clearings, cleared, own), sends: own };
  });
}

function statesOf(
  cookie: SubjectCookie,
  clearings: readonly RequestEntry[],
  cleared: ReadonlySet<RequestEntry>,
  sends: readonly Send[],
): readonly CookieState[] {
  const { ref, entry, lines } = cookie;
  const states: CookieState[] = [];
  const byLine = (key: string) => lines.find((line) => line.key === key)?.request ?? null;
  for (const line of lines) {
    if (line.cookie === null || line.cookie !== entry?.key || !wasTaken(line)) continue;
    // Chromium takes no cookie from a response that clears them.
    if (!cleared.has(line.request)) states.push(ofLine(ref.name, line));
  }
  for (const event of entry?.history ?? []) {
    const state = ofEvent(ref.name, event, byLine, clearings);
    if (state !== null) states.push(state);
  }
  for (const request of clearings) {
    states.push({ ...GONE, at: request.respondedAt ?? request.at, by: 'clear-site-data', request });
  }
  states.sort((a, b) => a.at - b.at);
  return withSent(ref.name, states, sends);
}

const GONE = { value: null, id: null, expires: null, request: null, cookie: null } as const;

function ofLine(name: string, line: SetCookieEntry): CookieState {
  const at = line.at;
  const request = line.request;
  if (isExpired(line) || !line.predicted.stored) return { ...GONE, at, by: 'response', request };
  const { cookie } = line.predicted;
  return { ...present(name, cookie), at, by: 'response', request };
}

function present(name: string, cookie: BrowserCookie) {
  const { value, expires } = cookie;
  return { value, id: value === '' ? null : stableId(name, value), expires, cookie };
}

const WROTE = {
  response: 'response',
  script: 'script',
  'script-or-extension': 'script',
  person: 'person',
  guard: 'person',
  before: 'before',
  browser: 'browser',
} as const satisfies Readonly<Record<Writer['kind'], ChangedBy>>;

/** Only what no response did: their lines tell that. */
function ofEvent(
  name: string,
  event: CookieEvent,
  byLine: (key: string) => RequestEntry | null,
  clearings: readonly RequestEntry[],
): CookieState | null {
  if (event.kind === 'rejected' || event.kind === 'renewed') return null;
  const { at, by } = event;
  if (by.kind === 'response') return byLine(by.setCookie) === null ? fromLostLine(name, event) : null;
  if (event.kind !== 'gone') {
    return { ...present(name, event.after), at, by: WROTE[by.kind], request: null };
  }
  if (WROTE[by.kind] === 'person') return { ...GONE, at, by: 'person' };
  // The store tells of a Clear-Site-Data as of any removal that no line explains.
  const request = clearings.findLast((clearing) => {
    const since = at - (clearing.respondedAt ?? clearing.at);
    return since >= 0 && since < CLEARING_MS;
  });
  if (request !== undefined) return { ...GONE, at, by: 'clear-site-data', request };
  if (event.cause === 'expired') return { ...GONE, at, by: 'expiry' };
  return { ...GONE, at, by: by.kind === 'browser' ? 'browser' : 'script' };
}

const CLEARING_MS = 3000;

/** The line is under another page, or was cut off; what it did is known all the same. */
function fromLostLine(name: string, event: Exclude<CookieEvent, { kind: 'rejected' }>): CookieState {
  if (event.kind === 'gone') return { ...GONE, at: event.at, by: 'response' };
  return { ...present(name, event.after), at: event.at, by: 'response', request: null };
}

/** A value that was sent before anything was heard of the cookie was there before (a HAR has no cookie store). */
function withSent(
  name: string,
  states: readonly CookieState[],
  sends: readonly Send[],
): readonly CookieState[] {
  const [first] = sends;
  if (first === undefined || first.request.at >= (states[0]?.at ?? Number.POSITIVE_INFINITY)) return states;
  const { value, request } = first;
  const state: CookieState = {
    at: request.at,
    value,
    id: value === '' ? null : stableId(name, value),
    expires: null,
    by: 'sent',
    request: null,
    cookie: null,
  };
  return [state, ...states];
}

/** The stable ID that was sent with a request; undefined: it did not send the cookie. */
export function sentWith({ sends }: CookieLife, request: RequestEntry): string | undefined {
  let low = 0;
  let high = sends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sends[middle]?.request.seq ?? 0) <= request.seq) low = middle + 1;
    else high = middle;
  }
  const send = sends[low - 1];
  return send?.request === request ? send.id : undefined;
}

/** What the cookie was at a time, that moment's changes among it; undefined: nothing is known of it yet. */
export function stateAt(life: CookieLife, at: number): CookieState | undefined {
  const { states } = life;
  let low = 0;
  let high = states.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((states[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const state = states[low - 1];
  if (state === undefined || state.expires === null || state.expires > at) return state;
  return { ...GONE, at: state.expires, by: 'expiry' };
}

/** Whether a flow's responses set or removed the cookie, on whatever path it is. */
export function wasWrittenBy(
  { states }: CookieLife,
  flow: { readonly requests: readonly RequestEntry[] },
): boolean {
  return states.some(({ request }) => request !== null && flow.requests.includes(request));
}
