import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { formatSetCookie } from '../../../src/core/cookie/serialise.ts';
import { judgeSet } from '../../../src/core/cookie/store.ts';
import { noticesOf, PROBLEM_KINDS, problemsOf } from '../../../src/core/edit/problems.ts';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';

const now = Date.UTC(2026, 0, 15);
const DAY = 86_400_000;
const sound: BrowserCookie = {
  name: 'sid',
  value: 'v',
  domain: 'www.shop.example',
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  expires: null,
  partitionKey: null,
};
const found = (over: Partial<BrowserCookie>, browser: 'chromium' | 'firefox' = 'chromium') =>
  problemsOf({ ...sound, ...over }, { browser, now }).map(({ field, kind }) => `${field} ${kind}`);

describe('problemsOf', () => {
  it.each<[string, Partial<BrowserCookie>]>([
    ['a session cookie', {}],
    ['no value', { value: '' }],
    ['no name', { name: '' }],
    ['= in a value', { value: 'a=b' }],
    ['quotes and commas', { value: '"a, b"' }],
    ['beyond ASCII', { name: 'größe', value: '中' }],
    ['a domain cookie', { domain: 'shop.example', hostOnly: false }],
    ['a host that is a public suffix, alone', { domain: 'github.io' }],
    ['an IP address, alone', { domain: '127.0.0.1' }],
    ['an IPv6 address, alone', { domain: '[::1]' }],
    ['localhost', { domain: 'localhost' }],
    ['an international host as it is stored', { domain: 'xn--bcher-kva.example' }],
    ['a deep path', { path: '/a/b c' }],
    ['exactly 4,096 octets', { name: 'n', value: 'v'.repeat(4095) }],
    ['None with Secure', { sameSite: 'none' }],
    ['None with Secure, in a partition', { sameSite: 'none', partitionKey: 'https://top.example' }],
    ['an expired one: it is deleted', { expires: now - 1 }],
    ['a host prefix that is kept', { name: '__Host-sid' }],
    ['a secure prefix with a domain', { name: '__Secure-sid', domain: 'shop.example', hostOnly: false }],
    ['an unspecified SameSite without Secure', { sameSite: 'unspecified', secure: false }],
  ])('has nothing against %s', (_, over) => {
    expect(found(over)).toEqual([]);
  });

  it.each<[Partial<BrowserCookie>, ...string[]]>([
    [{ name: '', value: '' }, 'name empty'],
    [{ name: 'a=b' }, 'name separator'],
    [{ name: 'a;b' }, 'name separator'],
    [{ name: ' a' }, 'name space-around'],
    [{ name: 'a\nb' }, 'name control-character'],
    [{ name: 'a\tb' }, 'name control-character'],
    [{ value: 'a;b' }, 'value separator'],
    [{ value: 'v ' }, 'value space-around'],
    [{ value: 'a\0b' }, 'value control-character'],
    [{ value: 'v'.repeat(4094) }, 'value too-long'],
    [{ name: 'n'.repeat(4097) }, 'name too-long'],
    [{ name: '', value: 'a=b' }, 'value equals-without-name'],
    [{ name: '', value: '__Host-a' }, 'value prefix-in-value'],
    [{ name: '__Secure-a', secure: false }, 'secure prefix-secure'],
    [{ name: '__HOST-a', path: '/a' }, 'path prefix-path'],
    [{ name: '__Host-a', domain: 'shop.example', hostOnly: false }, 'domain prefix-host-only'],
    [{ name: '__Http-a', httpOnly: false }, 'httpOnly prefix-http-only'],
    [
      { name: '__Host-Http-a', httpOnly: false, secure: false, path: '/x' },
      'secure prefix-secure',
      'httpOnly prefix-http-only',
      'path prefix-path',
    ],
    [{ domain: '' }, 'domain domain-empty'],
    [{ domain: '.shop.example' }, 'domain domain-form'],
    [{ domain: 'Shop.example' }, 'domain domain-form'],
    [{ domain: 'shop.example:8080' }, 'domain domain-form'],
    [{ domain: 'shop.example/path' }, 'domain domain-form'],
    [{ domain: 'bücher.example' }, 'domain domain-form'],
    [{ domain: 'a b' }, 'domain domain-form'],
    [{ domain: 'github.io', hostOnly: false }, 'domain domain-suffix'],
    [{ domain: 'com', hostOnly: false }, 'domain domain-suffix'],
    [{ domain: '10.0.0.1', hostOnly: false }, 'domain domain-address'],
    [{ path: '' }, 'path path-start'],
    [{ path: 'a/b' }, 'path path-start'],
    [{ path: '/a;b' }, 'path separator'],
    [{ path: `/${'x'.repeat(1024)}` }, 'path path-too-long'],
    [{ expires: Number.NaN }, 'expires expires-form'],
    [{ expires: 9e15 }, 'expires expires-form'],
    [{ sameSite: 'none', secure: false }, 'sameSite none-insecure'],
    [{ partitionKey: 'https://top.example', secure: false }, 'partitionKey partition-insecure'],
    [{ partitionKey: 'https://www.top.example' }, 'partitionKey partition-form'],
    [{ partitionKey: 'top.example' }, 'partitionKey partition-form'],
  ])('says of %j what is wrong', (over, ...expected) => {
    expect(found(over)).toEqual(expected);
  });

  it('lets Firefox keep a tab inside', () => {
    expect(found({ value: 'a\tb' }, 'firefox')).toEqual([]);
  });

  it('has words for each kind', () => {
    for (const kind of PROBLEM_KINDS) expect(messages).toHaveProperty(`problem_${kind.replaceAll('-', '_')}`);
  });

  const texts = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('__Host-a', '__Secure-b', '__Http-c', '=', ';', 'a b', ' ', '\t', '\n'),
  );
  const cookies = fc.record({
    name: texts,
    value: texts,
    domain: fc.constantFrom('shop.example', 'www.shop.example', 'github.io', 'localhost', '127.0.0.1'),
    hostOnly: fc.boolean(),
    path: fc.oneof(
      fc.constantFrom('/', '/a', '', 'x', '/;', '/a '),
      texts.map((text) => `/${text}`),
    ),
    secure: fc.boolean(),
    httpOnly: fc.boolean(),
    sameSite: fc.constantFrom('strict', 'lax', 'none', 'unspecified'),
    expires: fc.constantFrom(null, now + DAY),
    partitionKey: fc.constantFrom(null, 'https://top.example'),
  });

  it.each(['chromium', 'firefox'] as const)(
    'has something against a cookie exactly where %s would not store it so from a Set-Cookie line',
    (browser) => {
      fc.assert(
        fc.property(cookies, (cookie) => {
          const { domain, hostOnly, partitionKey, expires, ...rest } = cookie;
          const line = formatSetCookie({
            ...rest,
            partitioned: partitionKey !== null,
            ...(hostOnly ? {} : { domain }),
            ...(expires === null ? {} : { expires }),
          });
          const context = {
            url: `https://${domain}/`,
            now,
            ...(partitionKey === null ? {} : { topLevelSite: partitionKey }),
          };
          // Firefox reads a nameless cookie's line in a way of its own.
          fc.pre(browser === 'chromium' || cookie.name !== '');
          const result = judgeSet(line, context, [], browser);
          const isStoredSo =
            result.stored &&
            (Object.keys(cookie) as (keyof typeof cookie)[]).every(
              (key) => result.cookie[key] === cookie[key],
            );
          expect(problemsOf(cookie, { browser, now }).length === 0).toBe(isStoredSo);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('never throws, whatever is written', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        anything,
        fc.double(),
        (name, value, domain, path, expires) => {
          problemsOf(
            { ...sound, name, value, domain, path, expires, partitionKey: domain },
            { browser: 'chromium', now },
          );
        },
      ),
    );
  });
});

describe('noticesOf', () => {
  it.each([
    [null, []],
    [now + DAY, []],
    [now + 400 * DAY, []],
    [now, ['expired']],
    [now + 401 * DAY, ['lifetime-clamped']],
  ])('of an expiry at %j: %j', (expires, expected) => {
    expect(noticesOf({ ...sound, expires }, { browser: 'chromium', now })).toEqual(expected);
  });
});
