import type { SetCookieEntry } from '../recording/recording.ts';
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
