/** The events of one session cookie, with what shows them. */
import type { SessionEvent } from '../audit/report.ts';
import type { CookieKey, RequestKey } from '../recording/recording.ts';
import type { CookieLife, CookieState } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import type { Fingerprints } from './id-runs.ts';
import type { Change } from './login-verdict.ts';
import type { AfterLogout, Clearing } from './logout-verdict.ts';
import type { Reason } from './reason.ts';
import type { JudgedReplay } from './replay/judged.ts';

/** An event with its evidence; the report leaves that out. */
export interface SessionMoment extends SessionEvent {
  /** Why it was told so; null for a mark. */
  readonly because: Reason | null;
  /** What a person wrote at a mark. */
  readonly text?: string;
  readonly requests: readonly RequestKey[];
  readonly cookie: CookieKey | null;
}

export interface JudgedFlow {
  readonly flow: Flow;
  /** Logins and changes of rights. `oldId`: a replay that showed whether the ID from before still works. */
  readonly changes: readonly (Change & { readonly oldId: JudgedReplay | null })[];
  /** Logouts. */
  readonly clearings: readonly (Clearing & { readonly server: AfterLogout | null })[];
}

export interface EventsInput {
  readonly life: CookieLife;
  readonly judged: readonly JudgedFlow[];
  readonly marks: readonly { readonly at: number; readonly text: string }[];
  readonly isRolling: boolean;
  readonly print: Fingerprints;
}

const MOST_CHANGES = 200;

export function eventsOf(input: EventsInput): readonly SessionMoment[] {
  const { life, judged, marks, print } = input;
  const key = life.cookie.entry?.key ?? null;
  const moments: SessionMoment[] = [];
  const told: Flow[] = [];
  for (const { flow, changes, clearings } of judged) {
    const requests = flow.requests.map((request) => request.key);
    const base = { at: flow.at, ...(flow.url === null ? {} : { url: flow.url }), requests, cookie: key };
    for (const { verdict, before, after, isElsewhere } of changes.filter((change) => change.life === life)) {
      if (verdict !== 'failed' && verdict !== 'unobserved') told.push(flow);
      moments.push({
        ...base,
        kind: flow.kind,
        verdict,
        ...ids(print, before, after),
        because: isElsewhere ? { kind: 'kept-elsewhere' } : flow.outcome.because,
      });
    }
    for (const { verdict, before, after, server } of clearings.filter((clearing) => clearing.life === life)) {
      told.push(flow);
      moments.push({
        ...base,
        kind: 'logout',
        verdict,
        ...ids(print, before, after),
        because: flow.outcome.because,
      });
      if (server !== null) moments.push(serverSide(server, before, print, key));
    }
    moments.push(...returnsOf(clearings, life, flow, print, key));
  }
  moments.push(...changesOutside(input, told, key));
  for (const { at, text } of marks)
    moments.push({ kind: 'mark', at, text, because: null, requests: [], cookie: null });
  return moments.sort((a, b) => a.at - b.at);
}

function ids(print: Fingerprints, before: string | null, after: string | null) {
  return {
    ...(before === null || before === '' ? {} : { before: print(before) }),
    ...(after === null || after === '' ? {} : { after: print(after) }),
  };
}

function serverSide(
  { verdict, at, request, replay, certain, renewed }: AfterLogout,
  id: string,
  print: Fingerprints,
  cookie: CookieKey | null,
): SessionMoment {
  const url = replay?.url ?? request?.url;
  const because: Reason['kind'] =
    replay !== null
      ? replay.judgement.because
      : verdict === 'dead-after-logout'
        ? 'old-id-refused'
        : renewed !== undefined
          ? 'next-id-let-in'
          : certain
            ? 'old-id-opened-closed'
            : 'old-id-opened-private';
  return {
    kind: 'logout',
    at,
    ...(url === undefined ? {} : { url }),
    verdict,
    before: print(id),
    ...(renewed === undefined ? {} : { after: print(renewed) }),
    because: { kind: because },
    requests: request === null ? [] : [request.key],
    cookie,
  };
}

/** A request in flight that brings the cookie back, while the logout's page still loads: told apart from the logout. */
function returnsOf(
  clearings: readonly Clearing[],
  life: CookieLife,
  flow: Flow,
  print: Fingerprints,
  cookie: CookieKey | null,
): readonly SessionMoment[] {
  return clearings.flatMap((clearing) => {
    const { broughtBack: state, before } = clearing;
    if (clearing.life !== life || state === null || state.at > flow.until) return [];
    return [
      {
        ...ofState(state, cookie),
        kind: 'issued',
        after: print(before),
        because: { kind: 'brought-back' },
      },
    ];
  });
}

function ofState({ at, request }: CookieState, cookie: CookieKey | null) {
  return {
    at,
    ...(request === null ? {} : { url: request.url }),
    requests: request === null ? [] : [request.key],
    cookie,
  };
}

/** What a person did by hand is no news of the session. */
type Told = Exclude<CookieState['by'], 'person'>;

const GONE_BECAUSE = {
  response: 'removed-by-response',
  'clear-site-data': 'removed-by-clear-site-data',
  script: 'removed-by-script',
  browser: 'removed-by-browser',
  expiry: 'time-over',
  before: 'gone',
  sent: 'gone',
} as const satisfies Readonly<Record<Told, Reason['kind']>>;

/** New IDs and removals that belong to no login and no logout. */
function changesOutside(
  { life, isRolling, print }: EventsInput,
  told: readonly Flow[],
  cookie: CookieKey | null,
): readonly SessionMoment[] {
  const moments: SessionMoment[] = [];
  let before: string | null = null;
  for (const state of life.states) {
    const { id, at, by, request } = state;
    const was = before;
    before = id;
    if (id === was || by === 'person' || moments.length >= MOST_CHANGES) continue;
    const isOfFlow = (flow: Flow) =>
      (request !== null && flow.requests.includes(request)) || (flow.at <= at && at <= flow.until);
    if (told.some(isOfFlow)) continue;
    const base = ofState(state, cookie);
    if (id === null) {
      const kind = by === 'expiry' ? 'expired' : 'cleared';
      moments.push({ ...base, kind, ...ids(print, was, null), because: { kind: GONE_BECAUSE[by] } });
    } else if (was === null) {
      if (by !== 'before' && by !== 'sent')
        moments.push({ ...base, kind: 'issued', ...ids(print, null, id), because: { kind: 'none-before' } });
    } else if (!isRolling) {
      moments.push({
        ...base,
        kind: 'rotation',
        ...ids(print, was, id),
        because: { kind: 'changed-outside' },
      });
    }
  }
  return moments;
}
