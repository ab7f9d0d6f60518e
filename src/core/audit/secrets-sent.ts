import type { RequestEntry } from '../recording/recording.ts';
import { appliesTo } from '../session/sends.ts';
import type { Subject, SubjectCookie } from './subject.ts';

/** Cookies that stand for a login or a visit and went with a request. */
export function secretsSent(subject: Subject, request: RequestEntry): readonly SubjectCookie[] {
  if (request.sent.length === 0) return [];
  const byName = subject.shared(secretsByName);
  return request.sent.flatMap((pair) => {
    const named = byName.get(pair.name) ?? [];
    const known = named.find(({ entry }) => pair.cookie !== null && entry?.key === pair.cookie);
    return known ?? named.find((cookie) => appliesTo(cookie, request.url)) ?? [];
  });
}

function secretsByName({ cookies }: Subject): ReadonlyMap<string, readonly SubjectCookie[]> {
  const byName = new Map<string, SubjectCookie[]>();
  for (const cookie of cookies) {
    if (!cookie.secret) continue;
    const named = byName.get(cookie.ref.name);
    if (named === undefined) byName.set(cookie.ref.name, [cookie]);
    else if (named.length < MOST_NAMED) named.push(cookie);
  }
  return byName;
}

const MOST_NAMED = 20;
