import { describe, expect, it } from 'vitest';
import { createRecording } from '../../src/core/recording/create.ts';
import type { CookieEntry, CookieEvent, CookieKey, Recording } from '../../src/core/recording/recording.ts';
import { type LifeItem, lifeOf } from '../../src/panel/features/cookies/history/life.ts';
import { stripOf } from '../../src/panel/features/cookies/history/strip.ts';
import { cookieOf } from '../helpers/panel-store.ts';

const KEY = 'key' as CookieKey;
const cookie = cookieOf('sid');
const by = { kind: 'browser' } as const;
const created = (at: number): CookieEvent => ({ kind: 'created', at, after: cookie, by });
const renewed = (at: number): CookieEvent => ({ kind: 'renewed', at, after: cookie, by });
const gone = (at: number): CookieEvent => ({ kind: 'gone', at, cause: 'expired', by });
const rejected = (at: number, times = 1): CookieEvent => ({
  kind: 'rejected',
  at,
  script: 1 as never,
  times,
});

/** A cookie with this history, sent at these times. */
function life(
  history: readonly CookieEvent[],
  sends: readonly number[] = [],
  over: Partial<CookieEntry> = {},
) {
  const recording: Recording = createRecording();
  for (const at of sends) {
    const key = `r${at}/0`;
    recording.requests.set(
      key as never,
      { key, at, sent: [{ name: 'sid', value: '', cookie: KEY }] } as never,
    );
  }
  const entry = { key: KEY, history, forgotten: 0, requests: sends.length, sentBy: [], ...over };
  return lifeOf(recording, entry as unknown as CookieEntry);
}

const told = (items: readonly LifeItem[]) =>
  items.map((item) => {
    if (item.kind === 'sent') return `sent ${item.count}`;
    return item.kind === 'event' ? item.event.kind : `renewed ×${item.events.length}, sent ${item.sent}`;
  });

describe("a cookie's life", () => {
  it.each<[string, readonly CookieEvent[], readonly number[], readonly string[]]>([
    ['nothing', [], [], []],
    ['events alone', [created(10), gone(20)], [], ['created', 'gone']],
    [
      'sent between, and after',
      [created(10), gone(20)],
      [12, 15, 25],
      ['created', 'sent 2', 'gone', 'sent 1'],
    ],
    ['sent before anything is known', [rejected(10)], [5], ['sent 1', 'rejected']],
    ['sent in the same moment comes after', [created(10)], [10], ['created', 'sent 1']],
    [
      'two renewals stay two',
      [created(10), renewed(20), renewed(30)],
      [25],
      ['created', 'renewed', 'sent 1', 'renewed'],
    ],
    [
      'many renewals are one',
      [created(10), ...[20, 30, 40, 50].map(renewed), gone(60), renewed(70)],
      [15, 25, 26, 35, 55],
      ['created', 'sent 1', 'renewed ×4, sent 3', 'sent 1', 'gone', 'renewed'],
    ],
  ])('%s', (_, history, sends, items) => {
    expect(told(life(history, sends).items)).toEqual(items);
  });

  it('numbers its events, those forgotten counted', () => {
    const { items, forgotten } = life([created(10), gone(20)], [], { forgotten: 40 });
    expect([items.map((item) => item.kind === 'event' && item.number), forgotten]).toEqual([[40, 41], 40]);
  });
});

describe('the strip of a life', () => {
  const events = [rejected(5), created(10), renewed(60_000), gone(90_000), created(9_000_000)];

  it('shows when it was there, from mark to mark, and how often it was sent', () => {
    const { marks, spans } = stripOf(life(events, [70_000, 80_000]).items, 10_000_000, 500);
    expect(spans.map(({ state, sent }) => [state, sent])).toEqual([
      ['unknown', 0],
      ['present', 0],
      ['present', 2],
      ['absent', 0],
      ['present', 0],
    ]);
    expect(marks.map(({ x }) => x)).toEqual(spans.map(({ from }) => from));
    for (const [index, { to }] of spans.entries()) expect(spans[index + 1]?.from ?? to).toBe(to);
  });

  it.each([120, 260, 500, 2000])('stays within %i pixels, marks apart', (width) => {
    const many = Array.from({ length: 300 }, (_, index) =>
      index % 2 ? gone(index * 7) : created(index * 7),
    );
    const { marks, spans } = stripOf(life(many).items, 1e12, width);
    expect(marks.length).toBeGreaterThan(3);
    for (const [index, { x }] of marks.entries()) {
      expect(x).toBeGreaterThanOrEqual(index === 0 ? 0 : (marks[index - 1]?.x ?? 0) + 22);
      expect(x).toBeLessThanOrEqual(width);
    }
    expect(spans.at(-1)?.to ?? 0).toBeLessThanOrEqual(width + 0.01);
    // The newest ones.
    expect(marks.at(-1)?.number).toBe(299);
  });

  it('gives a longer time more room, but not all', () => {
    const { spans } = stripOf(life([created(0), gone(10), created(100_000_000)]).items, 100_000_010, 600);
    const [short = 0, long = 0] = spans.map(({ from, to }) => to - from);
    expect(long).toBeGreaterThan(2 * short);
    expect(short).toBeGreaterThan(22);
  });

  it.each([0, 10, 31])('has room for something on %i pixels, or nothing', (width) => {
    expect(() => stripOf(life(events).items, 0, width)).not.toThrow();
  });

  it('joins renewals into one mark that says how many', () => {
    const { marks } = stripOf(
      life([created(1), ...[2, 3, 4, 5].map(renewed), rejected(9, 12)]).items,
      20,
      400,
    );
    expect(marks.map(({ event, times }) => [event.kind, times])).toEqual([
      ['created', 1],
      ['renewed', 4],
      ['rejected', 12],
    ]);
  });
});
