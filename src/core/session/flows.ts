/** All that happened to a site's sessions: logins, changes of rights, logouts. */

import type { SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry } from '../recording/recording.ts';
import type { Answers } from './answer.ts';
import { type CookieLife, livesOf } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import { loginsOf } from './login.ts';
import { logoutsOf } from './logout.ts';
import { withMarks } from './marks.ts';
import { readingOf } from './reading.ts';
import { isSecretRole } from './roles.ts';
import { changeRate, isRolling } from './rolling.ts';
import { lookOfValue } from './value-look.ts';
import type { SiteView } from './view.ts';

export interface SiteFlows {
  readonly flows: readonly Flow[];
  readonly answers: Answers;
  /** Of every cookie that may be a session. */
  readonly lives: readonly CookieLife[];
}

/** Bounds for recordings that nobody's browsing makes. */
const MOST_COOKIES = 100;
const MOST_FLOWS = 300;

/** Flows of a site, oldest first, and what they were told by. */
export function flowsOfSite(view: SiteView): SiteFlows {
  const candidates = view.cookies.filter(mayBeSession).toSorted((a, b) => b.likelihood - a.likelihood);
  const lives = livesOf(view, candidates.slice(0, MOST_COOKIES));
  const sessions = lives.filter(({ cookie }) => cookie.role === 'session' || cookie.role === 'auth');
  const changes = changesOf(sessions.length > 0 ? sessions : lives);
  const { answers, attempts, pagesDone } = readingOf(view);
  const ofLogins = new Set(attempts.flatMap(({ chain }) => chain));
  const logouts = logoutsOf({
    view,
    endsSession: (request) => changes.ended.has(request),
    isLogin: (request) => ofLogins.has(request),
    pagesDone,
  });
  const logins = loginsOf({
    view,
    attempts,
    answers,
    changesSession: (request) => changes.set.has(request),
    logouts: logouts.map(({ at }) => at),
  });
  const flows = withMarks(
    view,
    [...logins, ...logouts].sort((a, b) => a.at - b.at),
  );
  return { flows: flows.slice(-MOST_FLOWS), answers, lives };
}

/** Whatever could hold an ID and is not named for another purpose. */
export function mayBeSession(cookie: SubjectCookie): boolean {
  if (cookie.party !== 'first') return false;
  if (isSecretRole(cookie.role)) return true;
  if (cookie.role !== 'unknown') return false;
  const looks = cookie.lines.slice(-4).flatMap(({ parsed }) => (parsed.ok ? [parsed.cookie.value] : []));
  if (cookie.entry !== null) looks.push(cookie.entry.cookie.value);
  return looks.some((value) => ['short', 'opaque', 'jwt', 'signed'].includes(lookOfValue(value)));
}

const NONE: ReadonlySet<RequestEntry> = new Set();

/** Responses that set an ID that was not the one before, and those that took one away. */
function changesOf(lives: readonly CookieLife[]): {
  readonly set: ReadonlySet<RequestEntry>;
  readonly ended: ReadonlySet<RequestEntry>;
} {
  const set = new Set<RequestEntry>();
  const ended = new Set<RequestEntry>();
  for (const life of lives) {
    const { states } = life;
    // A value that is other with every answer says nothing by being other.
    const always = isRolling(changeRate(life, 'id', NONE, () => false));
    let before: string | null = null;
    for (const { id, request } of states) {
      if (request !== null && id !== before) {
        if (id === null) ended.add(request);
        else if (before === null || !always) set.add(request);
      }
      before = id;
    }
  }
  return { set, ended };
}
