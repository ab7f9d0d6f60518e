/** What should not happen to a session cookie, for the activity log. */
import type { RequestKey } from '../recording/recording.ts';
import { isLoopback } from '../site/site.ts';
import type { CookieLife } from './cookie-life.ts';
import type { Flow } from './flow.ts';

export interface Anomaly {
  readonly kind: /** Another ID without a login, a logout or a change of rights. */
    | 'changed-without-login'
    | 'sent-over-http'
    /** An ID that was replaced or cleared is there or sent again. */
    | 'old-id-again'
    | 'cleared-by-script';
  readonly at: number;
  /** Stable ID; null: none. */
  readonly id: string | null;
  readonly request: RequestKey | null;
}

const MOST = 100;

/** @param isRolling its value changes with nearly every response: a change is then no anomaly. */
export function anomaliesOf(
  life: CookieLife,
  flows: readonly Flow[],
  isRolling: boolean,
): readonly Anomaly[] {
  const found: Anomaly[] = [...ofStates(life, flows, isRolling), ...ofSends(life)];
  return found.sort((a, b) => a.at - b.at).slice(0, MOST);
}

function* ofStates({ states }: CookieLife, flows: readonly Flow[], isRolling: boolean): Generator<Anomaly> {
  const old = new Set<string>();
  let before: string | null = null;
  for (const { at, id, by, request } of states) {
    const key = request?.key ?? null;
    if (by === 'person') {
      // Who edits a cookie knows what it was: neither the site's change nor an ID that comes back by itself.
      if (id !== null) old.delete(id);
      before = id;
      continue;
    }
    if (id === null) {
      if (by === 'script' && before !== null && !isInFlow(flows, at))
        yield { kind: 'cleared-by-script', at, id: before, request: key };
    } else if (id !== before) {
      if (old.has(id)) yield { kind: 'old-id-again', at, id, request: key };
      else if (before !== null && !isRolling && !isInFlow(flows, at)) {
        yield { kind: 'changed-without-login', at, id, request: key };
      }
    }
    if (before !== null && before !== id) old.add(before);
    before = id;
  }
}

function isInFlow(flows: readonly Flow[], at: number): boolean {
  return flows.some((flow) => flow.outcome.result !== 'failed' && flow.at <= at && at <= flow.until);
}

/** A request in flight when its cookie changed sends the old one: only later ones are told of. */
const IN_FLIGHT_MS = 1000;

function* ofSends({ states, sends }: CookieLife): Generator<Anomaly> {
  const replacedAt = new Map<string, number>();
  let place = 0;
  let overHttp = false;
  for (const { request, id } of sends) {
    const { at, key } = request;
    for (let state = states[place]; state !== undefined && state.at <= at; state = states[++place]) {
      const before = states[place - 1]?.id ?? null;
      if (state.id !== null) replacedAt.delete(state.id);
      if (before !== null && before !== state.id && state.by !== 'person') replacedAt.set(before, state.at);
    }
    const replaced = replacedAt.get(id);
    if (replaced !== undefined && at > replaced + IN_FLIGHT_MS) {
      replacedAt.delete(id);
      yield { kind: 'old-id-again', at, id, request: key };
    }
    if (!overHttp && request.url.startsWith('http:') && !isLoopback(request.host)) {
      overHttp = true;
      yield { kind: 'sent-over-http', at, id, request: key };
    }
  }
}
