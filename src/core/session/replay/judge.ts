/** Whether an old session ID still works, from three answers (sessions.md, "Logout"). */
import type { Replay, ReplayAnswer } from '../../recording/fact.ts';
import { lookOfUrl } from '../url-look.ts';

export type ReplayReason =
  /** Alive. */
  | 'opened-closed-page'
  | 'shown-logged-in'
  | 'like-current'
  /** Dead. */
  | 'refused'
  | 'login-page'
  | 'shown-logged-out'
  | 'like-none'
  /** Undecided. */
  | 'no-answer'
  | 'server-error'
  | 'current-refused'
  | 'page-missing'
  | 'sent-elsewhere'
  | 'same-for-all'
  | 'unclear';

export interface ReplayJudgement {
  readonly result: 'alive' | 'dead' | 'undecided';
  readonly because: ReplayReason;
  /** A page that is closed without a login, or what pages offer, shows it; not only how alike they are. */
  readonly certain: boolean;
}

/** For evidence and events. */
export const REASON_WORDS: Readonly<Record<ReplayReason, string>> = {
  'opened-closed-page': 'the old ID opened a page that is closed without it',
  'shown-logged-in': 'with the old ID the page offers to log out',
  'like-current': 'the answer is like that to the current session, and unlike that without cookies',
  refused: 'the old ID was refused',
  'login-page': 'the old ID led to the login page',
  'shown-logged-out': 'with the old ID the page offers to log in',
  'like-none': 'the answer is like that without cookies, and unlike that to the current session',
  'no-answer': 'an answer did not come',
  'server-error': 'the server answered with an error',
  'current-refused': 'the current session does not open the page either',
  'page-missing': 'the page is missing',
  'sent-elsewhere': 'the old ID was sent to another page',
  'same-for-all': 'the page is the same for everybody',
  unclear:
    'the answer is neither like that of somebody who is logged in nor like that of somebody who is not',
};

/** How an answer stands to somebody who wants to see the page. */
type Standing = 'open' | 'login-page' | 'refused' | 'elsewhere' | 'missing' | 'broken' | 'absent';

const alive = (because: ReplayReason, certain = true): ReplayJudgement => ({
  result: 'alive',
  because,
  certain,
});
const dead = (because: ReplayReason, certain = true): ReplayJudgement => ({
  result: 'dead',
  because,
  certain,
});
const undecided = (because: ReplayReason): ReplayJudgement => ({
  result: 'undecided',
  because,
  certain: false,
});

export function judgeReplay(replay: Pick<Replay, 'what' | 'url' | 'answers' | 'likeness'>): ReplayJudgement {
  const { what, url, answers } = replay;
  const [none, current, old] = [answers.none, answers.current, answers.old].map((answer) =>
    standingOf(answer, url),
  ) as [Standing, Standing, Standing];
  if (none === 'absent' || old === 'absent') return undecided('no-answer');
  if (none === 'broken' || old === 'broken') return undecided('server-error');
  if (what === 'pre-login' && current !== 'open')
    return undecided(current === 'absent' ? 'no-answer' : 'current-refused');
  if (none === 'open') return ofOpenPage(replay, current, old);
  return ofClosedPage(replay, none, current, old);
}

function ofClosedPage(
  { answers, likeness }: Pick<Replay, 'answers' | 'likeness'>,
  none: Standing,
  current: Standing,
  old: Standing,
): ReplayJudgement {
  switch (old) {
    case 'open':
      // "Your session is over. Log in again." may come as 200 too.
      if (answers.old.offersLogin && !answers.old.offersLogout && !isLike(likeness.currentOld))
        return undecided('unclear');
      return alive('opened-closed-page');
    case 'refused':
      return dead('refused');
    case 'login-page':
      // A page to change a password looks like one to log in.
      return none === 'login-page' || current === 'open' ? dead('login-page') : undecided('unclear');
    case 'elsewhere':
      return none === 'elsewhere' && pageOf(answers.none) === pageOf(answers.old)
        ? dead('refused')
        : undecided('sent-elsewhere');
    case 'missing':
      return none === 'missing' && current === 'open' ? dead('refused') : undecided('page-missing');
    default:
      return undecided('unclear');
  }
}

function ofOpenPage(
  { what, answers, likeness }: Pick<Replay, 'what' | 'answers' | 'likeness'>,
  current: Standing,
  old: Standing,
): ReplayJudgement {
  if (old === 'refused') return dead('refused');
  if (old === 'login-page') return dead('login-page');
  if (old === 'elsewhere') return undecided('sent-elsewhere');
  if (old === 'missing') return undecided('page-missing');
  if (!answers.none.offersLogout) {
    if (answers.old.offersLogout) return alive('shown-logged-in');
    const isTold = answers.current.offersLogout && current === 'open';
    if (isTold || (answers.none.offersLogin && answers.old.offersLogin && isSame(answers.none, answers.old)))
      return dead('shown-logged-out');
  }
  return current === 'open' ? byLikeness(what, answers, likeness) : undecided('same-for-all');
}

const ALIKE = 0.9;

/** Nothing on the page tells; the answer that it is more like does, where the two are told apart. */
function byLikeness(
  what: Replay['what'],
  answers: Replay['answers'],
  { noneCurrent, noneOld, currentOld }: Replay['likeness'],
): ReplayJudgement {
  const { none, current, old } = answers;
  if (isSame(none, current) || noneCurrent === null || isLike(noneCurrent)) {
    if (isSame(none, old) || isLike(noneOld)) return undecided('same-for-all');
    return undecided('unclear');
  }
  // After a logout the current cookies are a visitor's, unless somebody logged in again.
  if (what === 'pre-logout' && !current.offersLogout) return undecided('unclear');
  const lead = (currentOld ?? 0) - (noneOld ?? 0);
  if (Math.abs(lead) < (1 - noneCurrent) / 2) return undecided('unclear');
  return lead > 0 ? alive('like-current', false) : dead('like-none', false);
}

function isLike(likeness: number | null): boolean {
  return likeness !== null && likeness >= ALIKE;
}

function isSame(a: ReplayAnswer, b: ReplayAnswer): boolean {
  return a.hash !== '' && a.hash === b.hash;
}

/** Codes of expired logins beside the standard's: Laravel 419, IIS 440. */
const REFUSALS = new Set([401, 403, 419, 440]);

function standingOf(answer: ReplayAnswer, url: string): Standing {
  const { status, to } = answer;
  if (status === null) return 'absent';
  if (REFUSALS.has(status)) return 'refused';
  if (status === 404 || status === 410) return 'missing';
  if (status >= 200 && status < 300)
    return answer.asksPassword && !answer.offersLogout ? 'login-page' : 'open';
  if (status < 300 || status >= 400 || to === null) return 'broken';
  const [target, from] = [lookOfUrl(to), lookOfUrl(url)];
  if (target === null) return 'broken';
  const isLogin = (target.login && !target.done) || (target.provider && from?.provider !== true);
  return isLogin ? 'refused' : 'elsewhere';
}

function pageOf({ to }: ReplayAnswer): string | null {
  return to === null ? null : (lookOfUrl(to)?.page ?? null);
}
