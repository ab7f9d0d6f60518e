import type { SetCookieEntry } from '../recording/recording.ts';
import { isLive } from './line.ts';
import type { Subject, SubjectCookie } from './subject.ts';

/** A cookie's lines that left a cookie, oldest first; told apart once, for many rules ask. */
export function liveLines(subject: Subject, cookie: SubjectCookie): readonly SetCookieEntry[] {
  return subject.shared(byCookie).get(cookie) ?? NONE;
}

const NONE: readonly SetCookieEntry[] = [];

function byCookie({ cookies }: Subject): ReadonlyMap<SubjectCookie, readonly SetCookieEntry[]> {
  return new Map(cookies.map((cookie) => [cookie, cookie.lines.filter(isLive)]));
}
