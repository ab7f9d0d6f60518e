import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCookieDate } from '../../src/core/cookie/cookie-date.ts';
import { formatCookieHeader, parseCookieHeader } from '../../src/core/cookie/cookie-header.ts';
import { cookieKey } from '../../src/core/cookie/identity.ts';
import { CookieJar } from '../../src/core/cookie/jar.ts';
import { parseSetCookie } from '../../src/core/cookie/parse-set-cookie.ts';
import { formatSetCookie } from '../../src/core/cookie/serialise.ts';
import type { Browser } from '../../src/core/cookie/types.ts';
import { generateLine } from '../differential/generate-line.ts';
import { Random } from '../differential/random.ts';

const start = Date.UTC(2026, 10, 21);
const browser = fc.constantFrom<Browser>('chromium', 'firefox', 'rfc6265bis');

/** Lines like those that real Chromium is asked about, and plain noise. */
const origin = {
  host: 'a.shop.example',
  domains: ['shop.example', 'a.shop.example', 'example', 'x.example'],
} as const;
const likely = fc
  .tuple(fc.integer(), fc.nat(6))
  .map(([seed, name]) => generateLine(new Random(seed), origin, `n${name}`));
const noise = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ';',
      '=',
      ' ',
      '\t',
      'a',
      'Domain',
      'Path',
      'Expires',
      'Max-Age',
      '-',
      '1',
      '\0',
      'é',
    ),
  }),
);
const line = fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: noise });

const url = fc.constantFrom(
  'https://a.shop.example/dir/page',
  'http://a.shop.example/',
  'https://shop.example/dir',
  'https://b.a.shop.example/dir/x',
  'http://localhost/',
  'no url',
);

const step = fc.record({
  line,
  url,
  wait: fc.nat(10_000_000),
  api: fc.constantFrom('http', 'script'),
  topLevelSite: fc.constantFrom('https://shop.example', 'https://other.example'),
});

function play(
  jar: CookieJar,
  steps: readonly { line: string; url: string; wait: number; api: 'http' | 'script'; topLevelSite: string }[],
  from: number,
): number {
  let now = from;
  for (const { wait, line: text, ...context } of steps) {
    now += wait;
    jar.set(text, { ...context, now });
  }
  return now;
}

/** Milliseconds to judge a line, as a date and as a Cookie header too. */
function timeOf(text: string, profile: Browser): number {
  const jar = new CookieJar({ browser: profile });
  const before = performance.now();
  jar.set(text, { url: 'https://a.shop.example/', now: start });
  parseCookieDate(text, { browser: profile });
  parseCookieHeader(text);
  return performance.now() - before;
}

describe('parseSetCookie', () => {
  it('never throws, and gives what it is asked for', () => {
    fc.assert(
      fc.property(
        fc.oneof(line, fc.string({ unit: 'binary', maxLength: 5000 })),
        browser,
        (text, profile) => {
          const result = parseSetCookie(text, { browser: profile });
          expect(typeof result.ok).toBe('boolean');
        },
      ),
    );
  });

  it('reads its canonical form as the same cookie, and the form is its own', () => {
    fc.assert(
      fc.property(line, browser, (text, profile) => {
        const first = parseSetCookie(text, { browser: profile });
        fc.pre(first.ok);
        const canonical = formatSetCookie(first.cookie);
        const second = parseSetCookie(canonical, { browser: profile });
        if (!second.ok) throw new Error(`refused: ${second.reason}`);
        const { attributes: _a, ...before } = first.cookie;
        const { attributes: _b, ...after } = second.cookie;
        expect(after).toEqual(before);
        expect(formatSetCookie(second.cookie)).toBe(canonical);
      }),
      { numRuns: 500 },
    );
  });

  it('takes 64 KiB of whatever is repeated within 50 ms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), browser, (piece, profile) => {
        const text = piece.repeat(Math.ceil(65_536 / piece.length)).slice(0, 65_536);
        // The best of five: a busy machine is not the parser's fault.
        const best = Math.min(...Array.from({ length: 5 }, () => timeOf(text, profile)));
        expect(best).toBeLessThan(50);
      }),
      { numRuns: 60 },
    );
  });
});

describe('parseCookieHeader', () => {
  it('reads back what formatCookieHeader writes, where nothing in it separates', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '%', 'é', '-') });
    const cookies = fc.array(fc.record({ name: text.filter((name) => name !== ''), value: text }));
    fc.assert(
      fc.property(cookies, (list) => {
        expect(parseCookieHeader(formatCookieHeader(list))).toEqual(list);
      }),
    );
  });
});

describe('CookieJar', () => {
  it('never holds two cookies of one identity, nor one over the size limit', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), browser, (steps, profile) => {
        const jar = new CookieJar({ browser: profile });
        const cookies = jar.all(play(jar, steps, start));
        expect(new Set(cookies.map(cookieKey)).size).toBe(cookies.length);
        for (const { size } of cookies) expect(size).toBeLessThanOrEqual(4096);
      }),
    );
  });

  it('sends nothing expired, nothing twice, and nothing that it also withholds', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        url,
        fc.nat(100_000_000),
        browser,
        (steps, to, wait, profile) => {
          const jar = new CookieJar({ browser: profile });
          const now = play(jar, steps, start) + wait;
          const { sent, withheld } = jar.read({ url: to, now });
          for (const { expires } of sent) expect(expires === null || expires > now).toBe(true);
          const keys = [...sent, ...withheld.map(({ cookie }) => cookie)].map(cookieKey);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it('ends up the same whether it is fed in one go or in two', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(60), browser, (steps, cut, profile) => {
        const whole = new CookieJar({ browser: profile });
        const end = play(whole, steps, start);
        const halves = new CookieJar({ browser: profile });
        const middle = play(halves, steps.slice(0, cut), start);
        halves.all(middle);
        play(halves, steps.slice(cut), middle);
        expect(halves.all(end)).toEqual(whole.all(end));
      }),
    );
  });

  it('answers a line twice in the same way', () => {
    fc.assert(
      fc.property(line, url, browser, (text, from, profile) => {
        const set = (): unknown => new CookieJar({ browser: profile }).set(text, { url: from, now: start });
        expect(set()).toEqual(set());
      }),
    );
  });
});
