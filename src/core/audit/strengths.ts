import type { SessionReport } from './report.ts';
import type { Strengths } from './score.ts';
import type { Subject, SubjectCookie } from './subject.ts';

export function strengthsOf(subject: Subject, sessions: readonly SessionReport[]): Strengths {
  const secrets = subject.cookies.filter((cookie) => cookie.secret);
  const events = sessions.flatMap((session) => session.events);
  return {
    hasSecret: secrets.length > 0,
    allHardened: secrets.length > 0 && secrets.every(isHardened),
    loginAndLogoutPassed:
      events.some(
        ({ kind, verdict }) => kind === 'login' && (verdict === 'rotated' || verdict === 'issued'),
      ) &&
      events.some(
        ({ kind, verdict }) =>
          kind === 'logout' && (verdict === 'cleared' || verdict === 'dead-after-logout'),
      ),
  };
}

/** Judged as it is or last was: a cookie that logout cleared counts all the same. */
function isHardened({ entry }: SubjectCookie): boolean {
  if (entry === null) return false;
  const { name, secure, httpOnly, sameSite } = entry.cookie;
  return (
    /^__(?:Host|Secure)-/i.test(name) && secure && httpOnly && (sameSite === 'lax' || sameSite === 'strict')
  );
}
