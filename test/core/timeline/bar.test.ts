import { describe, expect, it } from 'vitest';
import type { BrowserCookie, CookieChangeCause, Fact } from '../../../src/core/recording/fact.ts';
import { barOf, type CookieBar } from '../../../src/core/timeline/bar.ts';
import { createBars } from '../../../src/core/timeline/bars.ts';
import { cookieOf, jarOf, responseWith, START, testStore } from '../../helpers/panel-store.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Whole seconds after the recording began. */
const second = (seconds: number) => START + seconds * 1000;

const sid = (over: Partial<BrowserCookie> = {}) => cookieOf('sid', { value: 'a', ...over });
const stored = (seconds: number, over: Partial<BrowserCookie> = {}): Fact => ({
  kind: 'cookie',
  at: second(seconds),
  removed: false,
  cause: 'explicit',
  cookie: sid(over),
});
const removed = (seconds: number, cause: CookieChangeCause, over: Partial<BrowserCookie> = {}): Fact => ({
  kind: 'cookie',
  at: second(seconds),
  removed: true,
  cause,
  cookie: sid(over),
});
const line = (seconds: number, text: string): Fact =>
  responseWith([text], { id: `r${seconds}`, at: second(seconds) });

function recorded(...facts: readonly Fact[]) {
  const test = testStore([jarOf()]);
  test.add(...facts);
  const recording = test.store.recording.value;
  const entry = [...recording.cookies.values()].find(({ cookie }) => cookie.name === 'sid');
  if (entry === undefined) throw new Error('no cookie was recorded');
  return { ...test, recording, entry };
}

function barWith(...facts: readonly Fact[]): CookieBar {
  const { entry, recording } = recorded(...facts);
  const bar = barOf(entry, recording);
  if (bar === null) throw new Error('no bar');
  return bar;
}

describe('a bar', () => {
  it('of a browser-session cookie is open-ended', () => {
    const bar = barWith(stored(1));
    expect(bar).toMatchObject({
      from: second(1),
      fromKnown: true,
      segments: [{ from: second(1), to: null, cause: null }],
      end: { kind: 'session' },
      expiry: 'session',
      lifetime: null,
      formerEnds: [],
    });
  });

  it('of a dated cookie ends at its expiry', () => {
    const bar = barWith(stored(1, { expires: second(1801) }));
    expect(bar.end).toEqual({ kind: 'expiry', at: second(1801), clamped: false });
    expect(bar).toMatchObject({ expiry: 'once', lifetime: 1800_000 });
  });

  it('begins where it was first seen if it was there before, and says so', () => {
    const test = testStore([jarOf(sid({ expires: second(3600) }))]);
    const recording = test.store.recording.value;
    const [entry] = recording.cookies.values();
    expect(entry && barOf(entry, recording)).toMatchObject({
      from: START + 1,
      fromKnown: false,
      lifetime: null,
      ticks: [{ kind: 'seen' }],
    });
  });

  it('has a segment for each value, the former ones overwritten', () => {
    const bar = barWith(stored(1), stored(5, { value: 'b' }), stored(9, { value: 'b' }));
    expect(bar.segments).toEqual([
      { from: second(1), to: second(5), cause: 'overwritten' },
      { from: second(5), to: null, cause: null },
    ]);
    expect(bar.ticks.map(({ kind }) => kind)).toEqual(['created', 'changed', 'renewed']);
  });

  it('is interrupted while the cookie is gone', () => {
    const bar = barWith(stored(1), removed(4, 'explicit'), stored(8));
    expect(bar.segments).toEqual([
      { from: second(1), to: second(4), cause: 'explicit' },
      { from: second(8), to: null, cause: null },
    ]);
    expect(bar.end).toEqual({ kind: 'session' });
  });

  it('is none for a cookie that was only ever refused', () => {
    const { entry, recording } = recorded(
      stored(1, { httpOnly: false }),
      removed(2, 'explicit', { httpOnly: false }),
    );
    expect(
      barOf(
        { ...entry, history: [{ kind: 'rejected', at: second(1), setCookie: 'r1/0#0' as never }] },
        recording,
      ),
    ).toBeNull();
  });

  it('whose beginning was dropped goes back to where the cookie was first seen', () => {
    const { entry, recording } = recorded(stored(1), stored(5, { value: 'b' }));
    const cut = { ...entry, history: entry.history.slice(1), forgotten: 1 };
    expect(barOf(cut, recording)).toMatchObject({ from: second(1), fromKnown: false });
  });
});

describe('its end', () => {
  const expires = second(10);
  it.each([
    ['deleted', removed(4, 'explicit', { expires }), 'explicit', second(4)],
    ['evicted', removed(4, 'evicted', { expires }), 'evicted', second(4)],
    [
      'deleted by an expired line',
      removed(4, 'expired_overwrite', { expires }),
      'expired_overwrite',
      second(4),
    ],
    ['expired, shown by what is missing', removed(70, 'unknown', { expires }), 'expired', expires],
    ['gone before its time, nobody knows why', removed(4, 'unknown', { expires }), 'unknown', second(4)],
    ['expired, told late', removed(70, 'expired', { expires }), 'expired', expires],
  ] as const)('%s: where it ended, with the cause', (_, fact, cause, at) => {
    const bar = barWith(stored(1, { expires }), fact);
    expect(bar.end).toMatchObject({ kind: 'gone', cause, at, planned: expires });
    expect(bar.segments.at(-1)).toEqual({ from: second(1), to: at, cause });
  });

  it('names the response that deleted it', () => {
    const bar = barWith(
      line(1, 'sid=a; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60'),
      line(5, 'sid=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0'),
    );
    expect(bar.end).toMatchObject({ kind: 'gone', by: { kind: 'response', setCookie: 'r5/0#0' } });
  });

  it.each([
    ['ten years asked for', 'Max-Age=315360000', true],
    ['400 days to the second', `Max-Age=${400 * 86_400}`, true],
    ['399 days', `Max-Age=${399 * 86_400}`, false],
  ])('%s: clamped %s', (_, attribute, clamped) => {
    const bar = barWith(line(1, `sid=a; Path=/; Secure; HttpOnly; SameSite=Lax; ${attribute}`));
    expect(bar.end).toMatchObject({ kind: 'expiry', clamped });
    expect(bar.lifetime).toBeLessThanOrEqual(400 * DAY);
  });
});

describe('an end that is written again', () => {
  const given = (seconds: number, lifetime: number) =>
    stored(seconds, { expires: second(seconds) + lifetime });
  const until = (seconds: number, end: number) => stored(seconds, { expires: second(end) });
  it.each([
    ['the same time each time', [given(1, MINUTE), given(20, MINUTE), given(40, MINUTE)], 'sliding'],
    ['the same end each time', [until(1, 90), until(20, 90), until(40, 90)], 'fixed'],
    ['the same end, rounded', [until(1, 90), until(20, 91)], 'fixed'],
    ['now this, now that', [given(1, MINUTE), given(20, 10 * MINUTE)], 'varied'],
    ['once', [given(1, MINUTE)], 'once'],
    ['never', [stored(1), stored(5)], 'session'],
    [
      'after it was gone: only the new life counts',
      [given(1, 3 * MINUTE), removed(5, 'explicit'), given(9, MINUTE), given(20, MINUTE)],
      'sliding',
    ],
  ] as const)('%s', (_, facts, expiry) => {
    expect(barWith(...facts).expiry).toBe(expiry);
  });

  it('leaves its former ends behind', () => {
    const bar = barWith(given(1, MINUTE), given(20, MINUTE), given(40, MINUTE));
    expect(bar.formerEnds).toEqual([second(61), second(80)]);
    expect(bar.lifetime).toBe(MINUTE);
    expect(bar.ticks.map(({ expires }) => expires)).toEqual([second(61), second(80), second(100)]);
  });

  it('of a cookie that was there already: the first end was given by nobody knows whom', () => {
    const test = testStore([jarOf(sid({ expires: second(600) }))]);
    test.add(stored(20, { expires: second(20) + MINUTE }));
    const [entry] = test.store.recording.value.cookies.values();
    expect(entry && barOf(entry, test.store.recording.value)?.expiry).toBe('varied');
  });
});

describe('bars', () => {
  it('are made anew only for what changed', () => {
    const { add, recording, entry } = recorded(stored(1), {
      ...stored(1),
      cookie: cookieOf('other'),
    } as Fact);
    const other = [...recording.cookies.values()].find(({ cookie }) => cookie.name === 'other');
    if (other === undefined) throw new Error('no other cookie');
    const bars = createBars();
    const [first, second] = [bars.of(entry, recording), bars.of(other, recording)];
    add(stored(5));
    expect(bars.of(entry, recording)).not.toBe(first);
    expect(bars.of(entry, recording)?.ticks).toHaveLength(2);
    expect(bars.of(other, recording)).toBe(second);
  });

  it('follow a cookie that goes and a writer that is found later', () => {
    const { add, recording, entry } = recorded(stored(1));
    const bars = createBars();
    bars.of(entry, recording);
    add(removed(3, 'evicted'));
    const gone = bars.of(entry, recording);
    expect(gone?.end).toMatchObject({ kind: 'gone', cause: 'evicted' });
    entry.explainedLater += 1;
    expect(bars.of(entry, recording)).not.toBe(gone);
  });

  it('of thousands of cookies are the same objects as long as none changed', () => {
    const { recording, entry } = recorded(stored(1));
    const [event] = entry.history;
    if (event === undefined) throw new Error('no history');
    const entries = Array.from({ length: 3300 }, () => ({
      ...entry,
      history: Array.from({ length: 6 }, () => event),
    }));
    const bars = createBars();
    const all = () => entries.map((each) => bars.of(each, recording));
    const first = all();
    expect(first.every((bar) => bar?.ticks.length === 6)).toBe(true);
    expect(all().every((bar, index) => bar === first[index])).toBe(true);
  });
});
