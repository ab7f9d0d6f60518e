import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, type FormatId, readCookies, writeCookies } from '../../../src/core/exchange/index.ts';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import { anyCookie, NOW, strangeCookie } from './arbitrary-cookie.ts';

const URL_ = 'https://shop.example/';
const ids = FORMATS.map(({ id }) => id);

/** Without what was lost; the ancestor bit as stores have it. */
function comparable(cookie: BrowserCookie, lostFields: readonly string[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {
    ...cookie,
    hasCrossSiteAncestor: cookie.hasCrossSiteAncestor ?? false,
    firstPartyDomain: cookie.firstPartyDomain ?? '',
  };
  for (const field of lostFields) delete whole[field];
  // Whose line it was decides both.
  if (lostFields.includes('domain')) delete whole.hostOnly;
  return whole;
}

function roundTrip(cookies: readonly BrowserCookie[], format: FormatId) {
  const { text, lost } = writeCookies(cookies, format, { url: URL_, now: NOW });
  const gone = new Set(lost.filter(({ why }) => why === 'left-out').map(({ cookie }) => cookie));
  const kept = [...cookies.keys()].filter((index) => !gone.has(index));
  return { text, lost, kept, read: readCookies(text, { url: URL_, now: NOW, format }) };
}

describe.each(ids)('%s', (format) => {
  it('gives back what it can carry, and says what it cannot', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCookie, { maxLength: 6, selector: keyIn }), (cookies) => {
        const { lost, kept, read } = roundTrip(cookies, format);
        const rows = read.rows.filter(({ problem }) => problem !== 'other-domain');
        const wanted = kept.filter((index) => {
          // A line of another site, which is there but is not this page's to set.
          const isOther = lost.some((one) => one.cookie === index && one.field === 'domain');
          return !(format === 'set-cookie' && isOther && cookies[index]?.hostOnly === false);
        });
        expect(rows).toHaveLength(wanted.length);
        for (const [place, index] of wanted.entries()) {
          const cookie = cookies[index];
          const fields = lost.filter((one) => one.cookie === index).map(({ field }) => field);
          const back =
            format === 'har'
              ? rows.find((row) => row.cookie && keyIn(row.cookie) === keyIn(cookie))?.cookie
              : rows[place]?.cookie;
          if (cookie === undefined || back === null || back === undefined) throw new Error('not read back');
          expect(comparable(back, fields)).toEqual(comparable(cookie, fields));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is recognised by what it wrote', () => {
    fc.assert(
      fc.property(fc.array(anyCookie, { minLength: 1, maxLength: 4 }), (cookies) => {
        const { text, kept } = roundTrip(cookies, format);
        fc.pre(kept.length > 0);
        expect(readCookies(text, { url: URL_, now: NOW }).format).toBe(format);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws on cookies of any text, nor lets one of them be two', () => {
    fc.assert(
      fc.property(fc.array(strangeCookie, { maxLength: 4 }), (cookies) => {
        const { read, kept, lost } = roundTrip(cookies, format);
        expect(read.rows.length).toBeLessThanOrEqual(kept.length);
        for (const { cookie, field } of lost) expect(cookies[cookie] && field).toBeTruthy();
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on any text, and says what is wrong with it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
      fc
        .array(
          fc.constantFrom(
            '\t',
            '=',
            ';',
            '\n',
            '^',
            '"',
            "'",
            '$',
            '\\',
            'curl ',
            '-b ',
            'TRUE',
            '/',
            'a',
            '[',
            '{',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(URL_, null, 'about:blank', ':'), (any, url) => {
        for (const options of [
          { url, now: NOW, format },
          { url, now: NOW },
        ]) {
          const { rows, problem } = readCookies(any, options);
          expect(rows.length > 0 || problem !== null).toBe(true);
          for (const row of rows) expect(row.cookie === null).toBe(row.problem !== null);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Identity in formats that know no partitions. */
function keyIn(cookie: BrowserCookie | undefined): string {
  return JSON.stringify([cookie?.name, cookie?.domain, cookie?.hostOnly, cookie?.path]);
}
