/** What all formats have in common: rows, and the shape of a format's own file. */
import type { BrowserCookie } from '../recording/fact.ts';
import type { CookieFieldName, LeftOut, Lost, ReadProblem, ReadRow } from './types.ts';

/** The page that the cookies belong to, where the text does not say it; and the time. */
export interface Place {
  readonly url: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a format makes of a text that is of it. */
export interface ReadPart {
  readonly rows: readonly ReadRow[];
  readonly leftOut?: readonly LeftOut[];
  /** There was no URL, in the text or given. */
  readonly needsUrl?: true;
  readonly newerVersion?: true;
}

/** What a format makes of cookies. */
export interface WrittenPart {
  readonly text: string;
  readonly lost: readonly Lost[];
}

export function goodRow(
  where: string,
  cookie: BrowserCookie,
  assumed: readonly CookieFieldName[] = [],
): ReadRow {
  return { where, name: cookie.name, cookie, problem: null, assumed };
}

export function badRow(where: string, problem: ReadProblem, name = ''): ReadRow {
  return { where, name, cookie: null, problem, assumed: [] };
}

/** A cookie that has ended by now is none that could be set. */
export function rowOf(
  where: string,
  cookie: BrowserCookie,
  now: number,
  assumed: readonly CookieFieldName[] = [],
): ReadRow {
  const hasEnded = cookie.expires !== null && cookie.expires <= now;
  return hasEnded ? badRow(where, 'expired', cookie.name) : goodRow(where, cookie, assumed);
}
