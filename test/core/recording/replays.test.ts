import { describe, expect, it } from 'vitest';
import { cut } from '../../../src/core/recording/cut.ts';
import type { Fact, ReplayAnswer } from '../../../src/core/recording/fact.ts';
import { replay } from '../../../src/core/recording/replay.ts';
import { sizeOf } from '../../../src/core/recording/size.ts';
import { entriesOf, recordingOf, response, T0, tabFact } from './facts.ts';

const answer: ReplayAnswer = {
  status: 200,
  to: null,
  length: 10,
  hash: 'ab',
  asksPassword: false,
  offersLogin: false,
  offersLogout: true,
};

function replayed(more: Partial<Fact & { kind: 'replay' }> = {}): Fact & { kind: 'replay' } {
  return {
    kind: 'replay',
    at: T0 + 1000,
    what: 'pre-logout',
    flow: T0,
    url: 'https://shop.example/account',
    ids: [{ name: 'sid', cookie: 'k', fingerprint: '9f3ab2c1' }],
    answers: { none: answer, current: answer, old: answer },
    ...more,
  };
}

describe('a replay in a recording', () => {
  it('is kept as it was told', () => {
    const { kind, ...told } = replayed();
    expect(kind).toBe('replay');
    expect(recordingOf(replayed()).replays).toEqual([told]);
  });

  it('is no request, no site and no moment of the page', () => {
    const { requests, sites, moments } = recordingOf(replayed());
    expect([requests.size, sites.size, moments.length]).toEqual([0, 0, 0]);
  });

  it('is bounded: the oldest go first', () => {
    const facts = Array.from({ length: 60 }, (_, index) => replayed({ at: T0 + index }));
    const { replays } = recordingOf(...facts);
    expect(replays).toHaveLength(50);
    expect(replays[0]?.at).toBe(T0 + 10);
  });

  it('takes room in the journal', () => {
    expect(sizeOf(replayed())).toBeGreaterThan(300);
    expect(sizeOf(replayed())).toBeLessThan(1500);
  });
});

describe('a cut after a replay', () => {
  const entries = entriesOf([tabFact, replayed(), response('https://shop.example/')]);

  it.each([
    ['limit', 1],
    ['cleared', 0],
    ['navigation', 0],
  ] as const)('for %s keeps %i of it', (reason, kept) => {
    expect(replay(cut(entries, 2, T0 + 2000, reason)).replays).toHaveLength(kept);
  });

  it('keeps it over the next cut, too, and as JSON', () => {
    const once = cut(entries, 2, T0 + 2000, 'limit');
    const again = cut(JSON.parse(JSON.stringify(once)), 3, T0 + 3000, 'limit');
    expect(replay(again).replays).toEqual(recordingOf(replayed()).replays);
  });
});
