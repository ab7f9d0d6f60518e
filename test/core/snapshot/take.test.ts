import { describe, expect, it } from 'vitest';
import type { BrowserCookie, Fact } from '../../../src/core/recording/fact.ts';
import { reduce } from '../../../src/core/recording/reduce.ts';
import { snapshotAt, takeSnapshot } from '../../../src/core/snapshot/take.ts';
import { recordingOf } from '../../helpers/recording.ts';
import { cookie, T0 } from './cookies.ts';

const about = { id: 'x', at: T0 + 10_000, why: 'by-hand', label: 'mine' } as const;

const stored = (at: number, what: BrowserCookie, removed = false): Fact => ({
  kind: 'cookie',
  at: T0 + at,
  removed,
  cause: 'explicit',
  cookie: what,
});
const jar = (at: number, ...cookies: readonly BrowserCookie[]): Fact => ({
  kind: 'jar',
  at: T0 + at,
  sites: ['shop.example'],
  cookies,
  gone: [],
});
const page: Fact = {
  kind: 'navigation',
  at: T0,
  frameId: 0,
  parentFrameId: -1,
  documentId: 'd',
  url: 'https://www.shop.example/',
};

const states = ({ cookies }: { readonly cookies: readonly { readonly cookie: BrowserCookie }[] }) =>
  cookies.map((each) => `${each.cookie.name}=${each.cookie.value}`);

describe('a snapshot', () => {
  it('of a recording without anything is empty', () => {
    expect(takeSnapshot(recordingOf([]), about)).toEqual({ ...about, sites: [], cookies: [] });
  });

  it('has the present cookies, when each was written, and the sites that were looked at', () => {
    const recording = recordingOf([
      page,
      jar(1, cookie('old')),
      stored(500, cookie('new')),
      stored(600, cookie('gone')),
      stored(700, cookie('gone'), true),
    ]);
    const taken = takeSnapshot(recording, about);
    expect(taken.sites).toEqual(['shop.example']);
    expect(taken.cookies).toEqual([
      { cookie: cookie('old'), writtenAt: null },
      { cookie: cookie('new'), writtenAt: T0 + 500 },
    ]);
  });

  it('stays as it was when the recording goes on', () => {
    const recording = recordingOf([page, jar(1, cookie('sid', { value: '1' }))]);
    const taken = takeSnapshot(recording, about);
    reduce(recording, { seq: 99, fact: stored(900, cookie('sid', { value: '2' })) });
    expect(states(taken)).toEqual(['sid=1']);
    expect(states(takeSnapshot(recording, about))).toEqual(['sid=2']);
  });
});

describe('a snapshot of an earlier moment', () => {
  const recording = recordingOf([
    page,
    jar(1, cookie('old', { value: 'first' })),
    stored(1_000, cookie('sid', { value: '1' })),
    stored(2_000, cookie('sid', { value: '2' })),
    stored(3_000, cookie('sid', { value: '2' }), true),
    stored(4_000, cookie('old', { value: 'second' })),
  ]);

  it.each([
    ['before anything, what was found is there', 0, ['old=first']],
    ['after it was set', 1_500, ['old=first', 'sid=1']],
    ['after it changed', 2_500, ['old=first', 'sid=2']],
    ['after it was deleted', 3_500, ['old=first']],
    ['at the end', 9_000, ['old=second']],
  ])('%s', (_, at, expected) => {
    expect(states(snapshotAt(recording, { ...about, at: T0 + at }))).toEqual(expected);
  });

  it('says when each was written up to then', () => {
    const { cookies } = snapshotAt(recording, { ...about, at: T0 + 1_500 });
    expect(cookies.map(({ writtenAt }) => writtenAt)).toEqual([null, T0 + 1_000]);
  });
});
