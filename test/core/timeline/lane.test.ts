import { describe, expect, it } from 'vitest';
import type { RequestKey } from '../../../src/core/recording/recording.ts';
import type { IdRun } from '../../../src/core/session/id-runs.ts';
import { boundsOfLanes, laneOf, laneOfReport } from '../../../src/core/timeline/lane.ts';

const run = (fingerprint: string, from: number, to: number | null, ...sent: readonly number[]): IdRun => ({
  fingerprint,
  from,
  to,
  requests: sent.map((at) => ({ key: `r${at}/0` as RequestKey, at })),
});

describe('laneOf', () => {
  it('an ID that comes back has the number it had', () => {
    const { runs } = laneOf({ runs: [run('a', 0, 10), run('b', 10, 20), run('a', 20, null)], events: [] });
    expect(runs.map(({ id, from, to }) => [id, from, to])).toEqual([
      [0, 0, 10],
      [1, 10, 20],
      [0, 20, null],
    ]);
  });

  it('ticks are in order of time and know their run', () => {
    const { ticks, runs } = laneOf({ runs: [run('a', 0, 10, 2, 12), run('b', 10, null, 11)], events: [] });
    expect(ticks).toEqual([
      { at: 2, request: 'r2/0', run: 0 },
      { at: 11, request: 'r11/0', run: 1 },
      { at: 12, request: 'r12/0', run: 0 },
    ]);
    expect(runs.map(({ requests }) => requests)).toEqual([2, 1]);
  });

  it('flags are in order of time and lead back to their event', () => {
    const events = [
      { kind: 'logout', at: 9 },
      { kind: 'login', at: 3 },
      { kind: 'mark', at: 3 },
    ] as const;
    expect(laneOf({ runs: [], events }).flags).toEqual([
      { kind: 'login', at: 3, event: 1 },
      { kind: 'mark', at: 3, event: 2 },
      { kind: 'logout', at: 9, event: 0 },
    ]);
  });
});

it('laneOfReport: runs from first to last sight, with counts and no ticks', () => {
  const lane = laneOfReport({
    ids: [{ fingerprint: '9f3ab2c1', firstSeen: 5, lastSeen: 25, requests: 4 }],
    events: [{ kind: 'login', at: 7, verdict: 'kept' }],
  });
  expect(lane).toEqual({
    runs: [{ fingerprint: '9f3ab2c1', id: 0, from: 5, to: 25, requests: 4 }],
    ticks: [],
    flags: [{ kind: 'login', at: 7, event: 0 }],
  });
});

describe('boundsOfLanes', () => {
  const lane = laneOf({ runs: [run('a', 1000, null, 1100)], events: [{ kind: 'login', at: 1400 }] });
  it('holds runs, ticks and flags', () =>
    expect(boundsOfLanes([lane], undefined, 0)).toEqual({ from: 1000, to: 1400 }));
  it('reaches until now where an ID is there still', () =>
    expect(boundsOfLanes([lane], 2000, 0)).toEqual({ from: 1000, to: 2000 }));
  it('of several lanes is one', () =>
    expect(boundsOfLanes([lane, laneOf({ runs: [run('b', 500, 3000)], events: [] })], 2000, 0)).toEqual({
      from: 500,
      to: 3000,
    }));
  it.each([
    ['no lanes', []],
    ['lanes without anything', [laneOf({ runs: [], events: [] })]],
  ])('%s: none', (_, lanes) => expect(boundsOfLanes(lanes, 2000)).toBeNull());
});
