/** What a cookie did that tells whether it is the session: signals beside its looks. */
import type { SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { type Answers, answerOf, resourceOf, wasRefusedBefore } from './answer.ts';
import { type CookieLife, sentWith } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import type { SiteFlows } from './flows.ts';
import type { Signal } from './likelihood.ts';
import { type Change, changesBy } from './login-verdict.ts';
import { afterLogout, type Clearing, clearingsBy } from './logout-verdict.ts';
import { isNamedSession } from './names.ts';
import { changeRate, isRolling } from './rolling.ts';
import { lookOfValue } from './value-look.ts';
import type { SiteView } from './view.ts';

/** A setting may well be written at login and removed at logout: of readable values behaviour says less. */
const READABLE = 0.4;

export function behaviourOf(view: SiteView, site: SiteFlows): ReadonlyMap<SubjectCookie, readonly Signal[]> {
  const signals = new Map<SubjectCookie, Map<string, Signal>>();
  const add = (life: CookieLife, name: string, weight: number) => {
    const own = signals.get(life.cookie) ?? new Map<string, Signal>();
    own.set(name, { name, weight: isReadable(life) ? weight * READABLE : weight });
    signals.set(life.cookie, own);
  };
  const ofFlows = new Set(site.flows.flatMap(({ requests }) => requests));
  // Asked at each login again.
  const rates = new Map<CookieLife, boolean>();
  const changesAlways = (life: CookieLife) => {
    const known = rates.get(life) ?? isRolling(changeRate(life, 'id', ofFlows, () => true));
    rates.set(life, known);
    return known;
  };
  for (const flow of site.flows) {
    if (flow.outcome.result !== 'success') continue;
    if (flow.kind === 'login') {
      const changes = changesBy({ view, isRolling: changesAlways }, flow, site.lives).filter(
        ({ stateAfter }) => stateAfter?.by === 'response',
      );
      const isNew = ({ verdict }: Change) => verdict === 'rotated' || verdict === 'issued';
      const hasNamed = changes.some((change) => isNew(change) && isNamedSession(change.life.cookie.ref.name));
      for (const { life, verdict } of changes) {
        if (verdict === 'rotated') add(life, 'replaced at login', 2.5);
        // Beside a session by its name, it may be a token against CSRF, or the mark of a known device.
        if (verdict === 'issued' && (!hasNamed || isNamedSession(life.cookie.ref.name)))
          add(life, 'set by the login', 1.2);
      }
    } else if (flow.kind === 'logout') {
      const clearings = clearingsBy(flow, site.lives);
      for (const { life, after } of clearings) {
        if (after === null && wasDeletedBy(life, flow)) add(life, 'cleared at logout', 1.5);
      }
      for (const life of leftInVain(site, flow, clearings)) add(life, 'sent in vain after the logout', -4);
    }
  }
  for (const [life, what] of neededBy(view, site)) add(life, what.name, what.weight);
  const hasServers = site.lives.some((life) => isNamedSession(life.cookie.ref.name) && isServers(life));
  for (const life of site.lives)
    if (isScripts(life)) add(life, 'written by script only', hasServers ? -2 : -0.6);
  return new Map([...signals].map(([cookie, own]) => [cookie, [...own.values()]]));
}

/**
 * Cookies that a logout left as they are, and that open nothing any more: what let in was another one, which the logout took. So it
 * is with marks of a known device and the like.
 */
function leftInVain(
  { flows, answers }: SiteFlows,
  logout: Flow,
  clearings: readonly Clearing[],
): readonly CookieLife[] {
  const tookOther = clearings.some(({ life, verdict }) => verdict === 'cleared' && !isReadable(life));
  if (!tookOther) return [];
  const logins = flows.filter(({ kind, outcome }) => kind === 'login' && outcome.result === 'success');
  const around = {
    loginBefore: logins.findLast(({ at }) => at < logout.at)?.at ?? 0,
    loginAfter: logins.find(({ at }) => at > logout.at)?.at ?? Number.POSITIVE_INFINITY,
  };
  return clearings
    .filter((clearing) => clearing.verdict === 'not-cleared')
    .filter((clearing) => {
      const server = afterLogout(answers, logout, clearing, around);
      return server?.verdict === 'dead-after-logout' && server.certain;
    })
    .map(({ life }) => life);
}

function isServers({ states }: CookieLife): boolean {
  return states.some(({ id, by }) => id !== null && by === 'response');
}

function isScripts({ states }: CookieLife): boolean {
  const writers = states.filter(({ id, by }) => id !== null && by !== 'person').map(({ by }) => by);
  return writers.includes('script') && writers.every((by) => by === 'script');
}

function wasDeletedBy({ states }: CookieLife, { requests }: Flow): boolean {
  return states.some(
    ({ id, by, request }) =>
      id === null && by === 'response' && request !== null && requests.includes(request),
  );
}

/**
 * Closed without its ID, open with it; and sent whenever something closed was open. What was sent in vain with the very same ID, such
 * as a device's, let nobody in by itself.
 */
function neededBy(view: SiteView, { answers, lives }: SiteFlows): ReadonlyMap<CookieLife, Signal> {
  const opened = view.requests.filter(
    (request) =>
      request.headersSeen &&
      answerOf(request) === 'allowed' &&
      wasRefusedBefore(answers, request, request.at),
  );
  const needed = new Map<CookieLife, Signal>();
  if (opened.length === 0) return needed;
  const fitting = lives.filter((life) => opened.every((request) => wasLetInBy(life, request, answers)));
  // What is named for it explains it; what came along with it need not have.
  const named = fitting.filter(({ cookie }) => isNamedSession(cookie.ref.name));
  for (const life of named.length > 0 ? named : fitting) {
    needed.set(life, { name: 'sent with every request that was let in, and refused before', weight: 1 });
  }
  return needed;
}

function wasLetInBy(life: CookieLife, request: RequestEntry, answers: Answers): boolean {
  const id = sentWith(life, request);
  const refused = answers.get(resourceOf(request) ?? '')?.refused ?? [];
  return id !== undefined && refused.some((other) => other.at < request.at && sentWith(life, other) !== id);
}

function isReadable({ states, cookie }: CookieLife): boolean {
  const value =
    states.findLast((state) => state.value !== null && state.value !== '')?.value ??
    cookie.entry?.cookie.value ??
    '';
  return ['text', 'word', 'flag', 'empty'].includes(lookOfValue(value));
}
