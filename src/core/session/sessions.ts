import { isExpired, wasTaken } from '../audit/line.ts';
import type { SessionReport } from '../audit/report.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { idsOf } from './ids.ts';
import { lifetimeOf } from './lifetime.ts';
import { mainPartOf } from './members.ts';
import { isSecretRole } from './roles.ts';

/** The sessions of a site: its own secret cookies that were stored, split ones joined, the likeliest first. */
export function sessionsOf(subject: Subject): readonly SessionReport[] {
  const stored = subject.cookies.filter((cookie) => cookie.secret && cookie.entry !== null);
  const names = new Set(stored.map((cookie) => cookie.ref.name));
  const members = new Map<string, string[]>();
  const mains: SubjectCookie[] = [];
  for (const cookie of stored) {
    const main = mainPartOf(cookie.ref.name, names);
    if (main === null) mains.push(cookie);
    else members.set(main, [...(members.get(main) ?? []), cookie.ref.name]);
  }
  return mains
    .sort((a, b) => b.likelihood - a.likelihood)
    .flatMap((cookie) => sessionOf(subject, cookie, members.get(cookie.ref.name) ?? []));
}

function sessionOf(
  subject: Subject,
  cookie: SubjectCookie,
  members: readonly string[],
): readonly SessionReport[] {
  if (!isSecretRole(cookie.role)) return [];
  const set = cookie.lines.filter((line) => wasTaken(line) && !isExpired(line));
  return [
    {
      cookie: subject.show.ref(cookie.ref),
      members: [...new Set(members)],
      role: cookie.role,
      likelihood: cookie.likelihood,
      signals: cookie.signals,
      lifetime: lifetimeOf(set),
      ids: idsOf(subject, cookie),
      // Logins, logouts and rotations come from the analysis of flows.
      events: [],
    },
  ];
}
