import { describe, expect, it } from 'vitest';
import { collectSample, retryAfterMs, type SampleAnswer } from '../../src/background/sampler.ts';
import type { SampleEvent } from '../../src/protocol/sample.ts';

const NOW = Date.UTC(2026, 0, 15, 12, 0, 0);
const order = {
  tabId: 1,
  site: 'shop.example',
  name: 'sid',
  url: 'https://shop.example/start',
  count: 5,
  perSecond: 5,
};
const id = (value: string): SampleAnswer => ({ status: 200, value, retryAfter: null });
const answer = (status: number | null, retryAfter: string | null = null): SampleAnswer => ({
  status,
  value: null,
  retryAfter,
});

/** Runs on a clock of its own; each request takes `takes` milliseconds. */
async function run(
  answers: (sent: number) => SampleAnswer,
  {
    takes = 30,
    stopAfter = Number.POSITIVE_INFINITY,
    ...more
  }: Partial<typeof order & { takes: number; stopAfter: number }> = {},
) {
  let now = NOW;
  let sent = 0;
  const stop = new AbortController();
  const events: SampleEvent[] = [];
  const times: number[] = [];
  const waits: number[] = [];
  const outcome = await collectSample({ ...order, ...more }, (event) => events.push(event), stop.signal, {
    now: () => now,
    async ask() {
      times.push(now - NOW);
      now += takes;
      const given = answers(sent++);
      if (sent >= stopAfter) stop.abort();
      return given;
    },
    async wait(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
    },
  });
  return {
    ...outcome,
    events,
    times,
    waits,
    ids: events.flatMap((event) => (event.kind === 'id' ? [event.value] : [])),
  };
}

describe('a sample', () => {
  it('is collected at the asked pace, one request after another', async () => {
    const { times, ids, sent, end } = await run((i) => id(`id${i}`));
    expect(times).toEqual([0, 200, 400, 600, 800]);
    expect(ids).toEqual(['id0', 'id1', 'id2', 'id3', 'id4']);
    expect({ sent, end }).toEqual({ sent: 5, end: 'done' });
  });

  it.each([
    ['a slow server sets the pace', { takes: 1000 }, [0, 1000, 2000, 3000, 4000]],
    ['no order is faster than 20 a second', { perSecond: 1000, takes: 0 }, [0, 50, 100, 150, 200]],
    ['nor slower than one', { perSecond: 0 }, [0, 1000, 2000, 3000, 4000]],
  ])('%s', async (_, more, times) => {
    expect((await run((i) => id(`id${i}`), more)).times).toEqual(times);
  });

  it('stops at once, and tells nothing of the answer that came meanwhile', async () => {
    const { sent, end, ids } = await run((i) => id(`id${i}`), { stopAfter: 3 });
    expect({ sent, end, ids }).toEqual({ sent: 3, end: 'stopped', ids: ['id0', 'id1'] });
  });

  it.each([
    ['what it asks for', answer(429, '7'), 7000],
    ['a date', answer(503, 'Thu, 15 Jan 2026 12:00:10 GMT'), 9770],
    ['two seconds, where it names none', answer(429), 2000],
    ['no less than two seconds', answer(429, '0'), 2000],
    ['two seconds after a lost answer', answer(null), 2000],
    ['two seconds after an error', answer(500), 2000],
  ])('waits for a server that refuses: %s', async (_, refused, expected) => {
    const { waits, events, sent, end, ids } = await run((i) => (i === 1 ? refused : id(`id${i}`)));
    expect(waits).toContain(expected);
    expect(events).toContainEqual({
      kind: 'waiting',
      sent: 2,
      milliseconds: expected,
      status: refused.status,
    });
    expect({ sent, end }).toEqual({ sent: 5, end: 'done' });
    expect(ids).toHaveLength(4);
  });

  it.each([
    ['refused', () => answer(429), 5, 'refused'],
    ['out of service', () => answer(503), 5, 'refused'],
    ['gone', () => answer(null), 5, 'failing'],
    ['broken', () => answer(500), 5, 'failing'],
    ['asked for a long pause', () => answer(429, '3600'), 1, 'refused'],
    ['without the cookie', () => answer(200), 5, 'no-cookie'],
    ['not there', () => answer(404), 5, 'no-cookie'],
  ] as const)('gives up where the server is %s', async (_, answers, sent, end) => {
    const outcome = await run(answers, { count: 1000 });
    expect(outcome).toMatchObject({ sent, end });
    expect(outcome.ids).toEqual([]);
  });

  it('waits longer each time, and begins anew after an answer', async () => {
    const { waits, end } = await run((i) => (i < 3 || i === 4 ? answer(503) : id(`id${i}`)), { count: 8 });
    expect(waits.filter((wait) => wait >= 2000)).toEqual([2000, 4000, 8000, 2000]);
    expect(end).toBe('done');
  });

  it('takes an error page that sets the cookie, but nothing from a refusal', async () => {
    const { ids, end } = await run((i) => ({ ...id(`id${i}`), status: [401, 404, 500, 429, 200][i] ?? 200 }));
    expect(ids).toEqual(['id0', 'id1', 'id2', 'id4']);
    expect(end).toBe('done');
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Thu, 15 Jan 2026 12:01:00 GMT', 60_000],
    ['Thu, 15 Jan 2026 11:00:00 GMT', 0],
    ['', null],
    ['-5', null],
    ['1e9', null],
    ['soon', null],
    ['9999999999', null],
  ])('%j: %j', (text, expected) => {
    expect(retryAfterMs(text, NOW)).toBe(expected);
  });
});
