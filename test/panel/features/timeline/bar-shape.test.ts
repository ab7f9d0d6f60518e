import { describe, expect, it } from 'vitest';
import type { CookieKey, RequestKey, SetCookieKey } from '../../../../src/core/recording/recording.ts';
import type { BarEnd, BarTick, CookieBar } from '../../../../src/core/timeline/bar.ts';
import { linearAxis } from '../../../../src/panel/chart/time-axis.ts';
import { barShape, tickNear } from '../../../../src/panel/features/timeline/bar-shape.ts';
import { decidingAttribute, decisionOf } from '../../../../src/panel/features/timeline/decision.ts';
import { responseWith, START, testStore } from '../../../helpers/panel-store.ts';

/** A pixel is a second, from -100 s to 900 s; now is at 100 pixels. */
const NOW = 0;
const axis = linearAxis({ from: -100_000, to: 900_000 }, 1000);
const s = (seconds: number) => seconds * 1000;

const tick = (seconds: number, over: Partial<BarTick> = {}): BarTick => ({
  at: s(seconds),
  kind: 'renewed',
  expires: null,
  by: { kind: 'browser' },
  clamped: false,
  ...over,
});

function barOf(from: number, end: BarEnd, over: Partial<CookieBar> = {}): CookieBar {
  const to = end.kind === 'gone' ? end.at : null;
  return {
    key: 'k' as CookieKey,
    from: s(from),
    fromKnown: true,
    segments: [{ from: s(from), to, cause: end.kind === 'gone' ? end.cause : null }],
    ticks: [tick(from, { kind: 'created' })],
    end,
    expiry: 'once',
    lifetime: null,
    formerEnds: [],
    ...over,
  };
}
const expiry = (seconds: number, clamped = false): BarEnd => ({ kind: 'expiry', at: s(seconds), clamped });
const session: BarEnd = { kind: 'session' };
const gone = (seconds: number, planned: number | null = null): BarEnd => ({
  kind: 'gone',
  at: s(seconds),
  cause: 'evicted',
  by: { kind: 'browser' },
  planned: planned === null ? null : s(planned),
});

describe('a bar in pixels', () => {
  it('has what was, what is left, and its end', () => {
    expect(barShape(barOf(-50, expiry(300)), axis, NOW)).toMatchObject({
      past: [{ from: 50, to: 100 }],
      left: { from: 100, to: 400 },
      open: false,
      end: 400,
      gone: null,
      torn: null,
      clamped: false,
      aside: null,
    });
  });

  it('of a browser session goes on beyond the edge', () => {
    const shape = barShape(barOf(-50, session), axis, NOW);
    expect(shape).toMatchObject({ left: { from: 100, to: 1008 }, open: true, end: null });
  });

  it('that ended says where, why, and what it would have had', () => {
    expect(barShape(barOf(-50, gone(-20, 300)), axis, NOW)).toMatchObject({
      past: [{ from: 50, to: 80 }],
      left: null,
      gone: { x: 80, cause: 'evicted' },
      lost: { from: 80, to: 400 },
    });
  });

  it('whose time is up has expired, before the store says so', () => {
    expect(barShape(barOf(-50, expiry(-10)), axis, NOW)).toMatchObject({
      past: [{ from: 50, to: 90 }],
      left: null,
      end: null,
      gone: { x: 90, cause: 'expired' },
    });
  });

  it('has a box for each value, a stroke for each writing after the first, and former ends', () => {
    const bar = barOf(-90, expiry(300), {
      segments: [
        { from: s(-90), to: s(-50), cause: 'overwritten' },
        { from: s(-50), to: null, cause: null },
      ],
      ticks: [tick(-90), tick(-50), tick(-49.5), tick(-20)],
      formerEnds: [s(200), s(250)],
    });
    const shape = barShape(bar, axis, NOW);
    expect(shape.past).toEqual([
      { from: 10, to: 50 },
      { from: 50, to: 100 },
    ]);
    expect(shape.writes.map(({ from, count }) => [from, count])).toEqual([
      [50, 2],
      [80, 1],
    ]);
    expect(shape.formerEnds.map(({ from }) => from)).toEqual([300, 350]);
  });

  it.each([
    ['before', barOf(-300, gone(-200)), 'before'],
    ['after', barOf(1000, expiry(2000)), 'after'],
    ['across', barOf(-300, expiry(2000)), null],
    ['without an end', barOf(-300, session), null],
  ] as const)('beside what is on show: %s', (_, bar, aside) => {
    const shape = barShape(bar, axis, bar.from > 0 ? s(1100) : NOW);
    expect(shape.aside).toBe(aside);
    for (const box of [...shape.past, ...(shape.left ? [shape.left] : [])]) {
      expect(box.from).toBeGreaterThanOrEqual(-8);
      expect(box.to).toBeLessThanOrEqual(1008);
    }
  });

  it('that was there before is torn where it was first seen; a cut one is marked', () => {
    const shape = barShape(barOf(-50, expiry(300, true), { fromKnown: false }), axis, NOW);
    expect([shape.torn, shape.clamped]).toEqual([50, true]);
  });
});

describe('the writing at a place', () => {
  const bar = barOf(-90, session, { ticks: [tick(-90), tick(-50), tick(-49)] });
  it.each([
    [10, 0],
    [13, 0],
    [30, null],
    [50.2, 1],
    [51, 2],
    [500, null],
  ])('%d pixels: %o', (x, expected) => expect(tickNear(bar, axis, x)).toBe(expected));
});

describe('the decision', () => {
  it('is the line that wrote it last, or the one that is asked for, or took it away', () => {
    const line = (attributes: string, seconds: number, id: string) =>
      responseWith([`sid=a; Path=/; Secure; ${attributes}`], { id, at: START + s(seconds) });
    const { store, add } = testStore([line('Max-Age=60', 1, 'a'), line('Max-Age=90', 5, 'b')]);
    const recording = store.recording.value;
    const [setA, setB] = [...recording.setCookies.values()];
    const ticks = [setA, setB].map((each, index) =>
      tick(index, { by: { kind: 'response', setCookie: each?.key as SetCookieKey } }),
    );
    const bar = barOf(0, expiry(90), { ticks });
    expect(decisionOf(bar, null, recording)?.setCookie?.request.key).toBe('b/0' as RequestKey);
    expect(decisionOf(bar, 0, recording)?.setCookie).toBe(setA);
    add(line('Max-Age=0', 9, 'c'));
    const setC = [...recording.setCookies.values()][2];
    const end: BarEnd = {
      kind: 'gone',
      at: s(9),
      cause: 'explicit',
      by: { kind: 'response', setCookie: setC?.key as SetCookieKey },
      planned: null,
    };
    expect(decisionOf({ ...bar, end }, null, recording)).toMatchObject({ tick: null, setCookie: setC });
    expect(decisionOf({ ...bar, end: gone(9) }, null, recording)?.setCookie).toBe(setB);
  });

  it.each([
    ['Max-Age=60', 'Max-Age=60'],
    ['Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
    ['Expires=Wed, 21 Oct 2026 07:28:00 GMT; max-age=60', 'max-age=60'],
    ['Max-Age=60; Max-Age=90', 'Max-Age=90'],
    ['HttpOnly', null],
  ])('%s: %s', (attributes, expected) => {
    const { store } = testStore([responseWith([`sid=a; ${attributes}`])]);
    const [set] = store.recording.value.setCookies.values();
    expect(set && decidingAttribute(set.parsed)).toBe(expected);
  });
});
