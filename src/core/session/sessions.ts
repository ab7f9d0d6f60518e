import type { SessionReport } from '../audit/report.ts';
import type { Subject } from '../audit/subject.ts';
import { analyseSessions } from './analysis.ts';
import { isSecretRole } from './roles.ts';

/** The sessions of a site as its report shows them: its own secret cookies, split ones joined, the likeliest first. */
export function sessionsOf(subject: Subject): readonly SessionReport[] {
  return subject.shared(analyseSessions).sessions.flatMap(({ cookie, members, lifetime, ids, events }) => {
    const { role, likelihood, signals } = cookie;
    if (!isSecretRole(role)) return [];
    return [
      {
        cookie: subject.show.ref(cookie.ref),
        members,
        role,
        likelihood,
        signals,
        lifetime,
        ids,
        events: events.map(({ because, text, requests, cookie: key, url, ...event }) =>
          url === undefined ? event : { ...event, url: subject.show.url(url) },
        ),
      },
    ];
  });
}
