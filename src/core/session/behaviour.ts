/** What a cookie did that tells whether it is the session: signals beside its looks. */
import type { SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { type Answers, answerOf, resourceOf, wasRefusedBefore } from './answer.ts';
import type { CookieLife } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import type { SiteFlows } from './flows.ts';
import type { Signal } from './likelihood.ts';
import { changesBy } from './login-verdict.ts';
import { clearingsBy } from './logout-verdict.ts';
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
  const changesAlways = (life: CookieLife) => isRolling(changeRate(life, 'id', ofFlows, () => true));
  for (const flow of site.flows) {
    if (flow.outcome.result !== 'success') continue;
    if (flow.kind === 'login') {
      for (const { life, verdict, stateAfter } of changesBy(
        { view, isRolling: changesAlways },
        flow,
        site.lives,
      )) {
        const byResponse = stateAfter?.by === 'response';
        if (verdict === 'rotated' && byResponse) add(life, 'replaced at login', 2.5);
        if (verdict === 'issued' && byResponse) add(life, 'set by the login', 1.2);
      }
    } else if (flow.kind === 'logout') {
      for (const { life, after } of clearingsBy(flow, site.lives)) {
        if (after === null && wasDeletedBy(life, flow)) add(life, 'cleared at logout', 1.5);
      }
    }
  }
  for (const [life, what] of neededBy(view, site)) add(life, what.name, what.weight);
  return new Map([...signals].map(([cookie, own]) => [cookie, [...own.values()]]));
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
  for (const life of lives) {
    if (opened.every((request) => wasLetInBy(life, request, answers))) {
      needed.set(life, { name: 'sent with every request that was let in, and refused before', weight: 1 });
    }
  }
  return needed;
}

function wasLetInBy({ sentWith }: CookieLife, request: RequestEntry, answers: Answers): boolean {
  const id = sentWith.get(request);
  const refused = answers.get(resourceOf(request) ?? '')?.refused ?? [];
  return id !== undefined && refused.some((other) => other.at < request.at && sentWith.get(other) !== id);
}

function isReadable({ states, cookie }: CookieLife): boolean {
  const value =
    states.findLast((state) => state.value !== null && state.value !== '')?.value ??
    cookie.entry?.cookie.value ??
    '';
  return ['text', 'word', 'flag', 'empty'].includes(lookOfValue(value));
}
