import type { SessionId } from '../audit/report.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';

/** The values a cookie has had in the recording, as fingerprints, in the order they were first seen. */
export function idsOf(subject: Subject, { entry }: SubjectCookie): readonly SessionId[] {
  if (entry === null) return [];
  const ids = new Map<string, { firstSeen: number; lastSeen: number; requests: number }>();
  const see = (value: string, at: number, requests: number) => {
    if (value === '') return;
    const known = ids.get(value);
    if (known === undefined) {
      ids.set(value, { firstSeen: at, lastSeen: at, requests });
      return;
    }
    known.firstSeen = Math.min(known.firstSeen, at);
    known.lastSeen = Math.max(known.lastSeen, at);
    known.requests += requests;
  };
  for (const event of entry.history) {
    if (event.kind === 'changed') see(event.before.value, entry.firstSeen, 0);
    if ('after' in event) see(event.after.value, event.at, 0);
  }
  for (const [value, uses] of subject.shared(usesByCookie).get(entry.key) ?? []) {
    see(value, uses.first, uses.count);
    see(value, uses.last, 0);
  }
  if (ids.size === 0) see(entry.cookie.value, entry.changedAt, 0);
  return [...ids]
    .sort((a, b) => a[1].firstSeen - b[1].firstSeen)
    .map(([value, seen]) => ({ fingerprint: subject.show.fingerprint(value), ...seen }));
}

interface Uses {
  readonly first: number;
  last: number;
  count: number;
}

/** By cookie and value: how often it was sent, and when. */
function usesByCookie(subject: Subject): ReadonlyMap<string, ReadonlyMap<string, Uses>> {
  const cookies = new Map<string, Map<string, Uses>>();
  for (const request of subject.requests) {
    for (const { cookie, value } of request.sent) {
      if (cookie === null) continue;
      let values = cookies.get(cookie);
      if (values === undefined) {
        values = new Map();
        cookies.set(cookie, values);
      }
      const uses = values.get(value);
      if (uses === undefined) values.set(value, { first: request.at, last: request.at, count: 1 });
      else {
        uses.last = request.at;
        uses.count += 1;
      }
    }
  }
  return cookies;
}
