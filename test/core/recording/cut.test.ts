import { describe, expect, it } from 'vitest';
import { cut } from '../../../src/core/recording/cut.ts';
import type { Entry } from '../../../src/core/recording/fact.ts';
import { replay } from '../../../src/core/recording/replay.ts';
import { sizeOf } from '../../../src/core/recording/size.ts';
import { cookie, entriesOf, nav, response, sent, stored, T0, tabFact, theCookie } from './facts.ts';

const PAGE = 'https://shop.example/';
const journal = entriesOf([
  tabFact,
  nav(PAGE),
  sent(PAGE, null, { requestId: 'old' }),
  response(PAGE, ['sid=1'], { requestId: 'old' }),
  sent(PAGE, 'sid=1', { requestId: 'begun' }),
  response(PAGE, ['sid=2'], { requestId: 'begun' }),
  sent(PAGE, 'sid=2', { requestId: 'new' }),
  response(PAGE, ['sid=3'], { requestId: 'new' }),
]);
const at = T0 + 1000;
const dropped = (entries: readonly Entry[]) => replay(entries).dropped;

describe('cut', () => {
  it('keeps only whole requests begun after it, and says what went', () => {
    const kept = cut(journal, 5, at, 'limit');
    expect(kept.map(({ seq, fact }) => [seq, fact.kind])).toEqual([
      [1, 'tab'],
      [5, 'baseline'],
      [7, 'sent'],
      [8, 'response'],
    ]);
    expect(dropped(kept)).toEqual({ requests: 2, facts: 5 });
    expect(theCookie(replay(kept)).cookie.value).toBe('3');
  });

  it('twice counts what went once', () => {
    const twice = cut(cut(journal, 4, at, 'limit'), 8, at, 'cleared');
    expect(dropped(twice)).toEqual({ requests: 3, facts: 7 });
    expect(twice.map(({ fact }) => fact.kind)).toEqual(['tab', 'baseline']);
    expect(replay(twice).moments).toEqual([{ kind: 'cut', at, reason: 'cleared' }]);
  });

  it('of a cut changes nothing', () => {
    const once = cut(journal, 8, at, 'cleared');
    expect(cut(once, 8, at, 'cleared')).toEqual(once);
  });

  it('right behind the first fact gives no number twice', () => {
    const kept = cut(entriesOf([tabFact]), 1, at, 'cleared');
    expect(kept.map(({ seq, fact }) => [seq, fact.kind])).toEqual([
      [0, 'tab'],
      [1, 'baseline'],
    ]);
    expect(dropped(kept)).toEqual({ requests: 0, facts: 0 });
  });

  it('without a tab fact, or without anything, is a baseline', () => {
    expect(cut([], 5, at, 'limit').map(({ fact }) => fact.kind)).toEqual(['baseline']);
  });

  it('keeps the newest word on the tab', () => {
    const told = entriesOf([tabFact, { ...tabFact, storeId: '7' }, nav(PAGE)]);
    const kept = cut(told, 3, at, 'limit');
    expect(replay(kept).storeId).toBe('7');
    expect(dropped(kept)).toEqual({ requests: 0, facts: 2 });
  });

  it('carries party, use and first sight of a cookie', () => {
    const entry = theCookie(replay(cut(journal, 6, at, 'limit')));
    expect(entry).toMatchObject({ firstSeen: T0 + 20, requests: 2, lastSent: T0 + 10 });
    expect(entry.parties).toEqual(new Set(['first']));
  });

  it('leaves behind what is gone', () => {
    const gone = entriesOf([tabFact, stored(), { ...stored(), removed: true } as Entry['fact']]);
    expect(replay(cut(gone, 3, at, 'limit')).cookies.size).toBe(0);
  });

  it('with little room carries the cookies last changed', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      stored({ name: `n${index}`, value: 'x'.repeat(1000) }, { at: T0 + index }),
    );
    const journal = entriesOf([tabFact, ...many]);
    const once = cut(journal, 101, at, 'limit', 20_000);
    const names = (entries: readonly Entry[]) =>
      [...replay(entries).cookies.values()].map((entry) => entry.cookie.name);
    expect(names(once).length).toBeGreaterThan(10);
    expect(names(once).at(-1)).toBe('n99');
    expect(once.reduce((sum, { fact }) => sum + sizeOf(fact), 0)).toBeLessThan(25_000);
    expect(names(cut(once, 101, at, 'limit', 5000)).at(-1)).toBe('n99');
  });
});

describe('sizeOf', () => {
  it.each([
    ['ASCII', 'x'.repeat(1000)],
    ['beyond it', 'é'.repeat(1000)],
    ['pairs', '😀'.repeat(500)],
  ])('is about the octets of the JSON: %s', (_, value) => {
    const fact = stored({ value });
    const octets = new TextEncoder().encode(JSON.stringify(fact)).length;
    expect(sizeOf(fact) / octets).toBeGreaterThan(0.9);
    expect(sizeOf(fact) / octets).toBeLessThan(1.2);
  });

  it('grows with each cookie of a reading by the same', () => {
    const reading = (count: number) =>
      sizeOf({
        kind: 'jar',
        at,
        sites: [],
        gone: [],
        cookies: Array.from({ length: count }, () => cookie()),
      });
    expect(reading(3) - reading(2)).toBe(reading(2) - reading(1));
  });
});
