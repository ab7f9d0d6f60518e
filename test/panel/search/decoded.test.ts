import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../src/panel/search/decoded.ts';
import { cookieOf } from '../../helpers/panel-store.ts';

/** A decoder whose idle moments and clock a test has in hand; decoding takes 3 ms a value. */
function made(load?: () => Promise<(value: string) => string>) {
  const moments: (() => void)[] = [];
  const decoded: string[] = [];
  let time = 0;
  const decoder = createDecoder({
    load: load ?? (async () => decode),
    idle: (run) => void moments.push(run),
    now: () => time,
  });
  function decode(value: string): string {
    decoded.push(value);
    time += 3;
    return `in ${value}`;
  }
  return {
    decoder,
    decoded,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    loaded: () => Promise.resolve().then(() => undefined),
    idle: () => moments.shift()?.(),
    waiting: moments,
  };
}

const cookies = Array.from({ length: 7 }, (_, index) => cookieOf(`c${index}`));

describe('what stands in values', () => {
  it('is decoded a few at a time, each once, and told at the end', async () => {
    const { decoder, decoded, loaded, idle, waiting } = made();
    expect(cookies.map(decoder.text)).toEqual(cookies.map(() => ''));
    expect(decoded).toEqual([]);
    await loaded();
    idle();
    expect(decoded).toHaveLength(3);
    expect(decoder.turn.value).toBe(0);
    idle();
    idle();
    expect(waiting).toEqual([]);
    expect(decoder.turn.value).toBe(1);
    expect(cookies.map(decoder.text)).toEqual(cookies.map(({ value }) => `in ${value}`));
    expect(decoded).toHaveLength(7);
  });

  it('is told in between where it takes long', async () => {
    const { decoder, loaded, idle, pass } = made();
    cookies.map(decoder.text);
    await loaded();
    idle();
    pass(200);
    idle();
    expect(decoder.turn.value).toBe(1);
  });

  it('is asked for anew when a cookie has another value', async () => {
    const { decoder, loaded, idle } = made();
    decoder.text(cookieOf('a'));
    await loaded();
    idle();
    expect(decoder.text(cookieOf('a', { value: 'other' }))).toBe('');
    await loaded();
    idle();
    expect(decoder.turn.value).toBe(2);
  });

  it('is left alone where the code is not to be had', async () => {
    const { decoder, loaded, waiting } = made(() => Promise.reject(new Error('gone')));
    expect(decoder.text(cookieOf('a'))).toBe('');
    await loaded();
    await loaded();
    expect(waiting).toEqual([]);
    expect(decoder.turn.value).toBe(0);
  });
});
