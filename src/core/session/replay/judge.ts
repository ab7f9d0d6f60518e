/** Whether an old session ID still works, from three answers (sessions.md, "Logout"). */
import type { Replay, ReplayAnswer } from '../../recording/fact.ts';
import { lookOfUrl } from '../url-look.ts';

/** Why. */
export type ReplayReason =
  | 'replay-opened-closed'
  | 'replay-offers-logout'
  | 'replay-like-current'
  | 'replay-refused'
  | 'replay-led-to-login'
  | 'replay-offers-no-logout'
  | 'replay-like-none'
  | 'replay-no-answer'
  | 'replay-server-error'
  | 'replay-current-refused'
  | 'replay-page-missing'
  | 'replay-led-elsewhere'
  | 'replay-same-for-all'
  | 'replay-shows-neither';

export interface ReplayJudgement {
  readonly result: 'alive' | 'dead' | 'undecided';
  readonly because: ReplayReason;
  /** A page that is closed without a login, or what pages offer, shows it; not only that two are the same. */
  readonly certain: boolean;
}

/** How an answer stands to somebody who wants to see the page. */
type Standing = 'open' | 'login-page' | 'refused' | 'elsewhere' | 'missing' | 'broken' | 'absent';

const told =
  (result: ReplayJudgement['result']) =>
  (because: ReplayReason, certain = result !== 'undecided'): ReplayJudgement => ({
    result,
    because,
    certain,
  });
const alive = told('alive');
const dead = told('dead');
const undecided = told('undecided');

type Asked = Pick<Replay, 'what' | 'url' | 'answers'>;

/** sessions.md: compares status, where it leads, and what the pages say and offer. */
export function judgeReplay(replay: Asked): ReplayJudgement {
  const { what, url, answers } = replay;
  const none = standingOf(answers.none, url);
  const current = standingOf(answers.current, url);
  const old = standingOf(answers.old, url);
  if (none === 'absent' || old === 'absent') return undecided('replay-no-answer');
  if (none === 'broken' || old === 'broken') return undecided('replay-server-error');
  if (what === 'pre-login' && current !== 'open') {
    return undecided('replay-current-refused');
  }
  return none === 'open' ? ofOpenPage(replay, current, old) : ofClosedPage(answers, none, current, old);
}

function ofClosedPage(
  answers: Replay['answers'],
  none: Standing,
  current: Standing,
  old: Standing,
): ReplayJudgement {
  switch (old) {
    case 'open':
      // "Your session is over. Log in again." may come as 200 too.
      return answers.old.offersLogin && !answers.old.offersLogout && !isSame(answers.old, answers.current)
        ? undecided('replay-shows-neither')
        : alive('replay-opened-closed');
    case 'refused':
      return dead('replay-refused');
    case 'login-page':
      // A page to change a password looks like one to log in.
      return none === 'login-page' || current === 'open'
        ? dead('replay-led-to-login')
        : undecided('replay-shows-neither');
    case 'missing':
      return none === 'missing' && current === 'open'
        ? dead('replay-refused')
        : undecided('replay-page-missing');
    default:
      return none === 'elsewhere' && pageOf(answers.none) === pageOf(answers.old)
        ? dead('replay-refused')
        : undecided('replay-led-elsewhere');
  }
}

function ofOpenPage({ what, answers }: Asked, current: Standing, old: Standing): ReplayJudgement {
  if (old === 'refused') return dead('replay-refused');
  if (old === 'login-page') return dead('replay-led-to-login');
  if (old === 'missing') return undecided('replay-page-missing');
  if (old !== 'open') return undecided('replay-led-elsewhere');
  const isAsNone = isSame(answers.old, answers.none);
  if (!answers.none.offersLogout) {
    if (answers.old.offersLogout) return alive('replay-offers-logout');
    const isOffered = current === 'open' && answers.current.offersLogout;
    if (isOffered || (isAsNone && answers.none.offersLogin)) {
      return dead('replay-offers-no-logout');
    }
  }
  // After a logout the current cookies are a visitor's: there is nothing to tell a signed-in page by.
  if (what === 'pre-login' && !isSame(answers.none, answers.current)) {
    if (isSame(answers.old, answers.current)) {
      return alive('replay-like-current', false);
    }
    if (isAsNone) return dead('replay-like-none', false);
  } else if (isAsNone) return undecided('replay-same-for-all');
  return undecided('replay-shows-neither');
}

function isSame(a: ReplayAnswer, b: ReplayAnswer): boolean {
  return a.hash !== '' && a.hash === b.hash;
}

/** Codes of expired logins beside the standard's: Laravel 419, IIS 440. */
const REFUSALS = [401, 403, 419, 440];

function standingOf(answer: ReplayAnswer, url: string): Standing {
  const { status, to } = answer;
  if (status === null) return 'absent';
  if (REFUSALS.includes(status)) return 'refused';
  if (status === 404 || status === 410) return 'missing';
  if (status >= 200 && status < 300)
    return answer.asksPassword && !answer.offersLogout ? 'login-page' : 'open';
  const target = status >= 300 && status < 400 && to !== null ? lookOfUrl(to) : null;
  if (target === null) return 'broken';
  const isLogin = (target.login && !target.done) || (target.provider && !lookOfUrl(url)?.provider);
  return isLogin ? 'refused' : 'elsewhere';
}

function pageOf({ to }: ReplayAnswer): string | undefined {
  return to === null ? undefined : lookOfUrl(to)?.page;
}
