import type { SetCookieEntry } from '../recording/recording.ts';
import { formatOf } from '../session/strength/token-format.ts';
import { cookieOf, isExpired } from './line.ts';
import type { SubjectCookie } from './subject.ts';

export interface SeenValue {
  readonly value: string;
  /** The line that set it; null: it was there before, or script wrote it. */
  readonly line: SetCookieEntry | null;
}

/** More tell no more. */
const MOST = 200;

/** The distinct values that a cookie was seen with, oldest first; deletions and empty ones left out. */
export function valuesOf({ entry, lines }: SubjectCookie): readonly SeenValue[] {
  const values = new Map<string, SeenValue>();
  for (const line of lines.slice(-MOST)) {
    const value = cookieOf(line)?.value ?? '';
    if (value !== '' && !isExpired(line) && !values.has(value)) values.set(value, { value, line });
  }
  const stored = entry?.cookie.value ?? '';
  if (stored !== '' && !values.has(stored)) values.set(stored, { value: stored, line: null });
  return [...values.values()];
}

/** Says in how many cookies the session itself is (ASP.NET Core). */
const CHUNK_COUNT = /^chunks[-:]\d{1,3}$/;

/** Values whose strength is that of an ID: none that carries its state under a key, and none that only counts pieces. */
export function judgedIds(cookie: SubjectCookie): readonly SeenValue[] {
  return valuesOf(cookie).filter(
    ({ value }) => !CHUNK_COUNT.test(value) && formatOf(value).notApplicable === null,
  );
}
