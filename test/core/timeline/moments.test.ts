import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/core/recording/recording.ts';
import { gapsOf, momentsOf, type TimelineFlow } from '../../../src/core/timeline/moments.ts';

const flow = (
  kind: TimelineFlow['kind'],
  at: number,
  result: TimelineFlow['outcome']['result'] = 'success',
): TimelineFlow => ({
  kind,
  at,
  until: at + 500,
  url: 'https://shop.example/login',
  outcome: { result, because: { kind: 'marked' } },
});
const mark = (at: number, what: 'login' | 'logout' | 'note', text = ''): Moment => ({
  kind: 'mark',
  at,
  mark: what,
  text,
});
const navigation = (at: number): Moment => ({ kind: 'navigation', at, url: 'https://shop.example/' });

describe('moments', () => {
  it.each([
    ['navigations', [navigation(5)], [], ['navigation 5']],
    ['notes', [mark(5, 'note', 'here')], [], ['mark 5']],
    ['a marked login that no flow tells of', [mark(5, 'login')], [], ['login 5']],
    ['a marked login that a flow tells of: once', [mark(5, 'login')], [flow('login', 5)], ['login 5']],
    [
      'a marked login beside one that was seen: once',
      [mark(9_000, 'login')],
      [flow('login', 5)],
      ['login 5'],
    ],
    [
      'a marked login long after another',
      [mark(90_000, 'login')],
      [flow('login', 5)],
      ['login 5', 'login 90000'],
    ],
    [
      'a marked logout beside a login: both',
      [mark(9, 'logout')],
      [flow('login', 5)],
      ['login 5', 'logout 9'],
    ],
    ['a login that was not let in: none', [], [flow('login', 5, 'failed')], []],
    ['a logout whose answer was not seen', [], [flow('logout', 5, 'unknown')], ['logout 5']],
    [
      'other moments: none',
      [
        { kind: 'page-done', at: 5, url: '' },
        { kind: 'cut', at: 6, reason: '' },
      ],
      [],
      [],
    ],
  ] as const)('%s', (_, moments, flows, expected) => {
    expect(momentsOf(moments, flows).map(({ kind, at }) => `${kind} ${at}`)).toEqual(expected);
  });

  it('stand in order of time, with their words', () => {
    const found = momentsOf([navigation(1), mark(9, 'note', 'bought')], [flow('login', 5)]);
    expect(found).toEqual([
      { kind: 'navigation', at: 1, url: 'https://shop.example/', text: '' },
      { kind: 'login', at: 5, url: 'https://shop.example/login', text: '' },
      { kind: 'mark', at: 9, url: null, text: 'bought' },
    ]);
  });
});

describe('gaps', () => {
  it('are stretches', () => {
    const gap: Moment = { kind: 'gap', at: 9, since: 4, reason: 'paused' };
    expect(gapsOf([navigation(1), gap])).toEqual([{ from: 4, to: 9 }]);
  });
});
