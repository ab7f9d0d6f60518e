import { describe, expect, it } from 'vitest';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import type { CookieEntry, CookieEvent, CookieKey } from '../../../src/core/recording/recording.ts';
import { type Ending, endingsWithin, endsWithin, isAboutToEnd } from '../../../src/core/timeline/ends.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

function entryOf(name: string, expires: number | null, over: Partial<CookieEntry> = {}): CookieEntry {
  const cookie: BrowserCookie = {
    name,
    value: 'v',
    domain: 'shop.example',
    hostOnly: true,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    expires,
    partitionKey: null,
  };
  // What ends says nothing of, is not asked.
  const entry: Partial<CookieEntry> = { key: name as CookieKey, cookie, present: true, history: [], ...over };
  return entry as CookieEntry;
}

describe('endsWithin', () => {
  it.each([
    ['a session cookie, which ends with the browser', null, false],
    ['one that ended a moment ago', NOW - 1, false],
    ['one that ends now', NOW, false],
    ['one that ends the next moment', NOW + 1, true],
    ['one that ends with the horizon', NOW + HALF_HOUR, true],
    ['one that ends just beyond', NOW + HALF_HOUR + 1, false],
    ['one that ends at the end of time', 8.64e15, false],
  ])('%s', (_, expires, expected) => {
    expect(endsWithin(expires, NOW, HALF_HOUR)).toBe(expected);
  });
});

describe('endingsWithin', () => {
  it('takes present cookies that end, soonest first, those of one moment by name', () => {
    const entries = [
      entryOf('later', NOW + 20 * MINUTE),
      entryOf('beyond', NOW + 31 * MINUTE),
      entryOf('b', NOW + MINUTE),
      entryOf('session', null),
      entryOf('gone', NOW + 2 * MINUTE, { present: false }),
      entryOf('a', NOW + MINUTE),
      entryOf('over', NOW - MINUTE),
    ];
    const names = (horizon: number) =>
      endingsWithin(entries, NOW, horizon).map(({ entry }) => entry.cookie.name);
    expect(names(HALF_HOUR)).toEqual(['a', 'b', 'later']);
    expect(names(60 * MINUTE)).toEqual(['a', 'b', 'later', 'beyond']);
    expect(names(0)).toEqual([]);
  });

  it('says when', () => {
    const entry = entryOf('sid', NOW + MINUTE);
    expect(endingsWithin([entry], NOW, HALF_HOUR)).toEqual([{ entry, at: NOW + MINUTE }]);
  });
});

describe('isAboutToEnd', () => {
  const written = (kind: 'created' | 'renewed', at: number, expires: number): CookieEvent => ({
    kind,
    at,
    after: entryOf('sid', expires).cookie,
    by: { kind: 'browser' },
  });
  const ending = (at: number, ...history: readonly CookieEvent[]): Ending => ({
    entry: entryOf('sid', at, { history: [...history] }),
    at,
  });
  const seen: CookieEvent = {
    kind: 'seen',
    at: NOW,
    after: entryOf('sid', NOW).cookie,
    by: { kind: 'before' },
  };

  it.each([
    [
      'five minutes before, where its beginning was not seen',
      ending(NOW + 5 * MINUTE, seen),
      HALF_HOUR,
      true,
    ],
    ['not earlier', ending(NOW + 5 * MINUTE + 1, seen), HALF_HOUR, false],
    ['not before the horizon a person set', ending(NOW + 4 * MINUTE, seen), 3 * MINUTE, false],
    [
      'in the last quarter of a short life',
      ending(NOW + MINUTE, written('created', NOW - 3 * MINUTE, NOW + MINUTE)),
      HALF_HOUR,
      true,
    ],
    [
      'not in the first three quarters of it',
      ending(NOW + 2 * MINUTE, written('created', NOW - 2 * MINUTE, NOW + 2 * MINUTE)),
      HALF_HOUR,
      false,
    ],
    [
      'not while renewals keep it young',
      ending(
        NOW + 4 * MINUTE,
        written('created', NOW - 100 * MINUTE, NOW - 96 * MINUTE),
        written('renewed', NOW, NOW + 4 * MINUTE),
      ),
      HALF_HOUR,
      false,
    ],
    ['not after its end', ending(NOW - 1, seen), HALF_HOUR, false],
  ])('%s', (_, each, horizon, expected) => {
    expect(isAboutToEnd(each, NOW, horizon)).toBe(expected);
  });
});
