import { describe, expect, it } from 'vitest';
import type { RequestKey } from '../../../../src/core/recording/recording.ts';
import { laneOf } from '../../../../src/core/timeline/lane.ts';
import { lookAt } from '../../../../src/panel/features/sessions/chart/lane-look.ts';

const bounds = { from: 0, to: 1000 };

describe('lookAt', () => {
  const sent = (...times: readonly number[]) => times.map((at) => ({ key: `r${at}/0` as RequestKey, at }));
  const lane = laneOf({
    runs: [
      { fingerprint: 'aaaaaaaa', from: 100, to: 500, requests: sent(200, 200.5, 300) },
      { fingerprint: 'bbbbbbbb', from: 600, to: null, requests: sent(700) },
    ],
    events: [],
  });
  it.each([
    ['an ID, and requests that stand in one stroke', 200, ['aaaaaaaa', 'r200/0', 2]],
    ['a request a few pixels away', 303, ['aaaaaaaa', 'r300/0', 1]],
    ['an ID and no request', 400, ['aaaaaaaa', undefined, 0]],
    ['between two IDs', 550, [undefined, undefined, 0]],
    ['an ID that is there still', 990, ['bbbbbbbb', undefined, 0]],
    ['before anything', 50, [undefined, undefined, 0]],
  ] as const)('%s', (_, at, expected) => {
    const { run, tick, requests } = lookAt(lane, at, bounds, 1000);
    expect([run?.fingerprint, tick?.request, requests]).toEqual(expected);
  });
});
