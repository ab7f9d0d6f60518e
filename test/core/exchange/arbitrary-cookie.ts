import fc from 'fast-check';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';

export const NOW = Date.UTC(2026, 10, 21, 12);

const token = fc.string({
  unit: fc.constantFrom(...'abcXYZ019_-.!#$%&*+^|~'),
  minLength: 1,
  maxLength: 12,
});
/** What a browser stores: no control characters, no semicolon, no white space around it. */
const value = fc
  .oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('', 'a=b', '"quoted"', "it's", '$(id)`id`\\', 'é€😀', '%22;'.slice(0, 3), '\u202eabc'),
  )
  .map((text) => text.replace(/[\0-\x1f\x7f;\p{Cs}]/gu, '').replace(/^[ \t]+|[ \t]+$/g, ''));
const path = fc
  .array(fc.string({ unit: fc.constantFrom(...'abc019._~%20'), maxLength: 6 }), { maxLength: 3 })
  .map((parts) => `/${parts.join('/')}`);
const domain = fc.constantFrom(
  'shop.example',
  'www.shop.example',
  'a-b.co.uk',
  'xn--bcher-kva.example',
  'news.test',
);
/** Whole seconds or milliseconds, within the 400 days that browsers allow. */
const expires = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 399 * 86_400 }).map((seconds) => NOW + seconds * 1000),
  fc.integer({ min: 1000, max: 399 * 86_400_000 }).map((milliseconds) => NOW + milliseconds),
);

/** Any cookie that a browser could hold, within what its API says of it. */
export const anyCookie: fc.Arbitrary<BrowserCookie> = fc
  .record({
    name: fc.oneof({ weight: 8, arbitrary: token }, { weight: 1, arbitrary: fc.constant('') }),
    value,
    domain,
    hostOnly: fc.boolean(),
    path,
    secure: fc.boolean(),
    httpOnly: fc.boolean(),
    sameSite: fc.constantFrom('strict', 'lax', 'none', 'unspecified'),
    expires,
    partition: fc.option(
      fc.record({
        partitionKey: fc.constantFrom('https://shop.example', 'https://top.example', 'http://localhost'),
        hasCrossSiteAncestor: fc.boolean(),
      }),
      { nil: null, freq: 3 },
    ),
    firstPartyDomain: fc.option(fc.constantFrom('first.example'), { nil: undefined, freq: 5 }),
  })
  .filter((cookie) => cookie.name + cookie.value !== '')
  .map(({ partition, firstPartyDomain, sameSite, ...rest }) => ({
    ...rest,
    sameSite,
    // As every browser asks.
    secure: rest.secure || sameSite === 'none' || partition !== null,
    ...(partition ?? { partitionKey: null }),
    ...(firstPartyDomain === undefined ? {} : { firstPartyDomain }),
  }));

/** Texts of any kind where a store has texts of some: what a hostile page or a broken tool can bring. */
export const strangeCookie: fc.Arbitrary<BrowserCookie> = fc
  .tuple(
    anyCookie,
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }),
  )
  .map(([cookie, name, text, path_]) => ({ ...cookie, name, value: text, path: `/${path_}` }));
