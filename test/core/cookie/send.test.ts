import { describe, expect, it } from 'vitest';
import { compareForHeader, isCandidate, judgeSend } from '../../../src/core/cookie/send.ts';
import type { Browser, ReadContext, StoredCookie } from '../../../src/core/cookie/types.ts';

const now = Date.UTC(2026, 10, 21);
const minute = 60_000;

const base: StoredCookie = {
  name: 'a',
  value: 'b',
  domain: 'shop.example',
  hostOnly: false,
  path: '/dir',
  secure: true,
  httpOnly: false,
  sameSite: 'lax',
  partitionKey: null,
  creation: now - 10 * minute,
  lastAccess: now - 10 * minute,
  expires: null,
  size: 2,
};

function reasons(
  cookie: Partial<StoredCookie>,
  context: Partial<ReadContext> = {},
  browser?: Browser,
): readonly string[] {
  return judgeSend(
    { ...base, ...cookie },
    { url: 'https://a.shop.example/dir/page', now, ...context },
    browser,
  );
}

it.each([
  [{}, {}, [], 'nothing in the way'],
  [{}, { url: 'http://a.shop.example/dir' }, ['SecureOnly'], 'Secure over HTTP'],
  [{ domain: 'localhost', hostOnly: true }, { url: 'http://localhost/dir' }, [], 'Secure to loopback'],
  [{ secure: false }, { url: 'http://a.shop.example/dir' }, [], 'not Secure over HTTP'],
  [{ hostOnly: true }, {}, ['DomainMismatch'], 'host-only on a subdomain'],
  [{ hostOnly: true }, { url: 'https://shop.example/dir' }, [], 'host-only on its host'],
  [{ domain: 'b.shop.example' }, {}, ['DomainMismatch'], 'a sibling domain'],
  [{}, { url: 'https://a.shop.example/' }, ['NotOnPath'], 'above the path'],
  [{}, { url: 'https://a.shop.example/dirx' }, ['NotOnPath'], 'beside the path'],
  [{ path: '/dir/' }, { url: 'https://a.shop.example/dir' }, ['NotOnPath'], 'a slash too many'],
  [
    { path: '/dir%20' },
    { url: 'https://a.shop.example/dir x' },
    ['NotOnPath'],
    'encoded is not the same label',
  ],
  [{ httpOnly: true }, { api: 'script' }, ['HttpOnly'], 'HttpOnly to a script'],
  [{ httpOnly: true }, {}, [], 'HttpOnly to a request'],
  [
    { sameSite: 'none', secure: false },
    {},
    ['SameSiteNoneInsecure'],
    'None without Secure, stored in older days',
  ],
  [
    { hostOnly: true },
    { url: 'http://a.shop.example/', sameSiteContext: 'cross-site' },
    ['SecureOnly', 'NotOnPath', 'DomainMismatch', 'SameSiteLax'],
    "every reason, in the protocol's order",
  ],
] as const)('%j for %j: %j (%s)', (cookie, context, expected, _why) => {
  expect(reasons(cookie, context)).toEqual(expected);
});

describe('SameSite', () => {
  const contexts = [
    'cross-site',
    'same-site-lax-method-unsafe',
    'same-site-lax',
    'same-site-strict',
  ] as const;
  // By context: a letter where the cookie is sent.
  it.each([
    ['strict', '...s'],
    ['lax', '..ss'],
    ['unspecified', '..ss'],
    ['none', 'ssss'],
  ] as const)('%s is sent in %s of the contexts, from the farthest to the closest', (sameSite, sent) => {
    const verdicts = contexts.map(
      (sameSiteContext) => reasons({ sameSite }, { sameSiteContext }).length === 0,
    );
    expect(verdicts.map((isSent) => (isSent ? 's' : '.')).join('')).toBe(sent);
  });

  it.each([
    ['chromium', 2 * minute, []],
    ['chromium', 2 * minute + 1, ['SameSiteUnspecifiedTreatedAsLax']],
    ['rfc6265bis', 0, ['SameSiteUnspecifiedTreatedAsLax']],
    ['firefox', 10 * minute, []],
  ] as const)('unspecified in %s, %d ms old, at a cross-site POST: %j', (browser, age, expected) => {
    const context = { sameSiteContext: 'same-site-lax-method-unsafe' } as const;
    expect(reasons({ sameSite: 'unspecified', creation: now - age }, context, browser)).toEqual(expected);
  });

  it.each([
    ['strict', 'same-site-strict', 'same-site-lax', 'SchemefulSameSiteStrict'],
    ['strict', 'same-site-lax', 'cross-site', 'SameSiteStrict'],
    ['lax', 'same-site-lax', 'cross-site', 'SchemefulSameSiteLax'],
    ['lax', 'cross-site', 'cross-site', 'SameSiteLax'],
    ['unspecified', 'same-site-strict', 'cross-site', 'SchemefulSameSiteUnspecifiedTreatedAsLax'],
  ] as const)('%s at %s, with the scheme %s: %s', (sameSite, context, schemeful, expected) => {
    expect(reasons({ sameSite }, { sameSiteContext: { context, schemeful } })).toEqual([expected]);
  });
});

it.each([
  [{ expires: now + 1 }, true],
  [{ expires: now }, false],
  [{ partitionKey: 'https://shop.example' }, true],
  [{ partitionKey: 'https://other.example' }, false],
])('%j is a candidate: %s', (cookie, expected) => {
  const context = { url: 'https://a.shop.example/dir', now };
  expect(isCandidate({ ...base, ...cookie }, context)).toBe(expected);
  expect(judgeSend({ ...base, ...cookie }, context)).toEqual(expected ? [] : ['UnknownError']);
});

it('answers for an unreadable URL', () => {
  expect(reasons({}, { url: 'no url' })).toEqual(['UnknownError']);
});

it('puts longer paths first, then older cookies', () => {
  const cookies = [
    { ...base, name: 'short', path: '/' },
    { ...base, name: 'young', creation: now },
    { ...base, name: 'old', creation: now - 1 },
  ];
  expect(cookies.sort(compareForHeader).map(({ name }) => name)).toEqual(['old', 'young', 'short']);
});
