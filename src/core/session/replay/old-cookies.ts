/** The cookies of the time before a logout or login, as they would go with a request of a signed-in person. */
import type { Replay } from '../../recording/fact.ts';
import type { RequestEntry, SentCookie } from '../../recording/recording.ts';
import type { CookieLife } from '../cookie-life.ts';
import type { Flow } from '../flow.ts';
import { appliesTo } from '../sends.ts';
import type { Pair } from './cookie-headers.ts';

/** A session cookie and the stable ID that is asked about. */
export interface Target {
  readonly life: CookieLife;
  readonly id: string;
}

export interface OldCookies {
  readonly what: Replay['what'];
  readonly request: RequestEntry;
  readonly flow: Flow;
  readonly targets: readonly Target[];
  /** Names of session cookies and their parts: these are as they were, all others as the request sent them. */
  readonly names: ReadonlySet<string>;
  /** Remember-me cookies: they would log in by themselves, and the answer would be theirs. */
  readonly leftOut: ReadonlySet<string>;
}

/** Empty where none of the old IDs is known, or would be sent there. */
export function oldPairs({ what, request, flow, targets, names, leftOut }: OldCookies): readonly Pair[] {
  const [first] = flow.requests;
  const before = first?.headersSeen ? first.sent : null;
  const pairs: Pair[] = [];
  const tried = new Set<string>();
  for (const pair of request.sent) {
    const { name } = pair;
    if (leftOut.has(name)) continue;
    if (!names.has(name)) {
      pairs.push({ name, value: pair.value });
      continue;
    }
    const target = targets.find(({ life }) => life.cookie.ref.name === name);
    const value =
      inHeader(before, pair) ?? valueBefore(target, flow) ?? (what === 'pre-logout' ? pair.value : null);
    if (value === null) continue;
    pairs.push({ name, value });
    tried.add(name);
  }
  for (const target of targets) {
    const { name } = target.life.cookie.ref;
    if (tried.has(name) || !appliesTo(target.life.cookie, request.url)) continue;
    const value = before?.find((pair) => pair.name === name)?.value ?? valueBefore(target, flow);
    if (value === null) continue;
    pairs.push({ name, value });
    tried.add(name);
  }
  return targets.some(({ life }) => tried.has(life.cookie.ref.name)) ? pairs : [];
}

/** What the flow's first request sent of the same cookie: surest of all. */
function inHeader(before: readonly SentCookie[] | null, { name, cookie }: SentCookie): string | null {
  if (before === null) return null;
  const named = before.filter((pair) => pair.name === name);
  const same = named.find((pair) => cookie !== null && pair.cookie === cookie) ?? named[0];
  return same?.value ?? null;
}

/** The newest whole value that held the ID until the flow began. */
function valueBefore(target: Target | undefined, { until }: Flow): string | null {
  if (target === undefined) return null;
  const { life, id } = target;
  const sent = life.sends.findLast((send) => send.id === id && send.request.at <= until);
  if (sent !== undefined) return sent.value;
  return life.states.findLast((state) => state.id === id && state.at <= until)?.value ?? null;
}
