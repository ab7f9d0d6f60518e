import { describe, expect, it } from 'vitest';
import { judgeSet } from '../../../src/core/cookie/store.ts';
import type { Browser, SetContext, SetResult, StoredCookie } from '../../../src/core/cookie/types.ts';

const now = Date.UTC(2026, 10, 21);
const https = 'https://a.shop.example/dir/page';
const http = 'http://a.shop.example/dir/page';

function judge(
  line: string,
  context: Partial<SetContext> = {},
  stored: readonly StoredCookie[] = [],
  browser?: Browser,
): SetResult {
  return judgeSet(line, { url: https, now, ...context }, stored, browser);
}

function stored(...args: Parameters<typeof judge>): StoredCookie {
  const result = judge(...args);
  if (!result.stored) throw new Error(`refused: ${result.reasons.join()}`);
  return result.cookie;
}

function reasons(...args: Parameters<typeof judge>): readonly string[] {
  const result = judge(...args);
  return result.stored ? [] : result.reasons;
}

describe('domain', () => {
  // What Chromium 156 did with each is in test/differential.
  it.each([
    [https, '', 'a.shop.example', true, 'no attribute: host-only'],
    [https, 'Domain=', 'a.shop.example', true, 'an empty one is none'],
    [https, 'Domain=shop.example', 'shop.example', false, 'the registrable domain'],
    [https, 'Domain=A.Shop.Example', 'a.shop.example', false, 'itself, in any case: subdomains too'],
    [https, 'Domain=.shop.example', 'shop.example', false, 'a leading dot'],
    [
      'https://github.io/',
      'Domain=github.io',
      'github.io',
      true,
      'a public suffix that is the host: host-only',
    ],
    ['http://localhost/', 'Domain=localhost', 'localhost', true, 'a single label: host-only'],
    ['http://127.0.0.1/', 'Domain=.127.0.0.1', '127.0.0.1', true, 'an IP address: host-only'],
    ['https://[::1]/', 'Domain=[::1]', '[::1]', true, 'an IPv6 address'],
    ['https://a.shop.example./', 'Domain=shop.example.', 'shop.example.', false, 'a rooted host'],
  ] as const)('%s with %s: %5$s', (url, attribute, domain, hostOnly, _why) => {
    const cookie = stored(`a=b; ${attribute}`, { url });
    expect([cookie.domain, cookie.hostOnly]).toEqual([domain, hostOnly]);
  });

  it.each([
    [https, 'other.example', 'another domain'],
    [https, 'b.shop.example', 'a sibling'],
    [https, 'x.a.shop.example', 'a subdomain'],
    [https, 'hop.example', 'a suffix that is no label'],
    [https, 'example', 'a public suffix'],
    [https, '..shop.example', 'two dots'],
    [https, 'shop.example.', 'a root dot that the host has not'],
    [https, 'sh%6fp.example', 'percent-encoding'],
    [https, 'shöp.example', 'beyond ASCII'],
    [https, '\u212A.shop.example', 'the Kelvin sign is no k'],
    ['https://a.github.io/', 'github.io', 'a private suffix'],
    ['http://127.0.0.1/', '0.0.1', 'part of an IP address'],
    ['http://127.0.0.1/', '127.1', 'another spelling of it'],
  ])('%s may not set Domain=%s: %s', (url, domain) => {
    for (const browser of ['chromium', 'firefox', 'rfc6265bis'] as const) {
      expect(reasons(`a=b; Domain=${domain}`, { url }, [], browser)).toEqual(['InvalidDomain']);
    }
  });

  it('takes a dot alone for none in the RFC, for an error in browsers', () => {
    expect(reasons('a=b; Domain=.')).toEqual(['InvalidDomain']);
    expect(stored('a=b; Domain=.', {}, [], 'rfc6265bis').hostOnly).toBe(true);
  });
});

describe('path', () => {
  it.each([
    [https, '', '/dir', 'default-path'],
    ['https://a.shop.example/dir/', '', '/dir', 'the slash at the end goes'],
    ['https://a.shop.example/page?a/b', '', '/', 'the query is no path'],
    ['https://a.shop.example', '', '/', 'no path'],
    [https, 'Path=', '/dir', 'empty: default'],
    [https, 'Path=x', '/dir', 'no slash in front: default'],
    [https, 'Path=/x/', '/x/', 'as written'],
    [https, 'Path=//', '//', 'as written, whatever it is'],
  ])('%s with %s: %s (%s)', (url, attribute, path) => {
    expect(stored(`a=b; ${attribute}`, { url }).path).toBe(path);
  });

  it('refuses a default-path over 1,024 octets in Firefox alone', () => {
    const url = `https://a.shop.example/${'p'.repeat(1024)}/x`;
    expect(reasons('a=b', { url }, [], 'firefox')).toEqual(['PathTooLong']);
    expect(stored('a=b', { url }).path).toHaveLength(1025);
  });
});

describe('lifetime', () => {
  const day = 24 * 60 * 60 * 1000;
  it.each([
    ['', null, 'a session cookie'],
    ['Max-Age=60', now + 60_000, 'seconds from now'],
    ['Expires=Sun, 22 Nov 2026 00:00:00 GMT', now + day, 'a date'],
    [
      'Max-Age=60; Expires=Sun, 22 Nov 2026 00:00:00 GMT',
      now + 60_000,
      'Max-Age goes first, wherever it stands',
    ],
    ['Max-Age=x; Expires=Sun, 22 Nov 2026 00:00:00 GMT', now + day, 'a bad Max-Age does not count'],
    ['Max-Age=34560000', now + 400 * day, '400 days exactly'],
    ['Max-Age=34560001', now + 400 * day, 'a second more is clamped'],
    [`Max-Age=${'9'.repeat(30)}`, now + 400 * day, 'forever is 400 days'],
    ['Expires=Fri, 31 Dec 9999 23:59:59 GMT', now + 400 * day, 'so is the year 9999'],
  ])('%s: %s (%s)', (attribute, expires, _why) => {
    expect(stored(`a=b; ${attribute}`).expires).toBe(expires);
  });

  it.each(['Max-Age=0', 'Max-Age=-1', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT'])(
    '%s is an accepted deletion, which says what it deleted',
    (attribute) => {
      const old = stored('a=old');
      expect(judge(`a=; ${attribute}`, {}, [old])).toMatchObject({
        stored: true,
        expired: true,
        replaced: old,
      });
    },
  );

  it('takes an expiry of now for expired', () => {
    const line = 'a=b; Expires=Sat, 21 Nov 2026 00:00:00 GMT';
    expect(judge(line)).toMatchObject({ stored: true, expired: true });
    expect(judge(line, { now: now - 1 })).not.toHaveProperty('expired');
  });
});

describe('Secure, SameSite=None and Partitioned', () => {
  it.each([
    [http, 'a=b; Secure', ['SecureOnly'], 'plain HTTP'],
    ['http://localhost/', 'a=b; Secure', [], 'loopback is trustworthy'],
    ['http://127.0.0.1/', 'a=b; Secure', [], 'so is its address'],
    ['ws://a.shop.example/', 'a=b; Secure', ['SecureOnly'], 'an insecure socket'],
    [https, 'a=b; SameSite=None', ['SameSiteNoneInsecure'], 'None needs Secure'],
    [https, 'a=b; SameSite=None; Secure', [], 'None with Secure'],
    [https, 'a=b; Partitioned', ['PartitionedInsecure'], 'Partitioned needs Secure'],
    [http, 'a=b; Partitioned; Secure', ['PartitionedInsecure'], 'and a secure origin'],
    [
      http,
      'a=b; Secure; Domain=other.example',
      ['InvalidDomain'],
      'Chromium makes no cookie of a bad domain',
    ],
  ])('%s: %s gives %j (%s)', (url, line, expected) => {
    expect(reasons(line, { url })).toEqual(expected);
  });

  it.each([
    [{ topLevelSite: 'https://www.other.example/x' }, 'https://other.example'],
    [{ topLevelSite: 'http://other.example' }, 'http://other.example'],
    [{}, 'https://shop.example'],
  ])('with %j the partition is %s', (context, partitionKey) => {
    expect(stored('a=b; Secure; Partitioned', context).partitionKey).toBe(partitionKey);
    expect(stored('a=b; Secure', context).partitionKey).toBeNull();
  });
});

describe('prefixes', () => {
  it.each([
    ['__Secure-a=b', true, 'needs Secure'],
    ['__Secure-a=b; Secure', false, 'Secure is enough'],
    ['__SECURE-a=b', true, 'in any case'],
    ['__Host-a=b; Secure; Path=/', false, 'all kept'],
    ['__Host-a=b; Path=/', true, 'needs Secure'],
    ['__Host-a=b; Secure', true, 'needs Path=/ in words'],
    ['__Host-a=b; Secure; Path=/x', true, 'no other path'],
    ['__Host-a=b; Secure; Path=/; Domain=a.shop.example', true, 'no Domain'],
    ['__Host-a=b; Secure; Path=/; Domain=', false, 'an empty Domain is none'],
    ['__Http-a=b; Secure; HttpOnly', false, 'both kept'],
    ['__Http-a=b; Secure', true, 'needs HttpOnly'],
    ['__Http-a=b; HttpOnly', true, 'needs Secure'],
    ['__Host-Http-a=b; Secure; HttpOnly; Path=/', false, 'all kept'],
    ['__Host-Http-a=b; Secure; Path=/', true, 'needs HttpOnly'],
    ['__Host-Http-a=b; Secure; HttpOnly', true, 'needs Path=/'],
    ['__Hosta=b', false, 'no prefix without its dash'],
    ['_Host-a=b', false, 'no prefix with one underscore'],
    ['__Host-a', true, 'nameless, the prefix in its value'],
    ['=__secure-a', true, 'nameless in the other way'],
    ['=__Http-a', true, 'newer prefixes as well'],
    ['a=__Host-b', false, 'a value of a named cookie may begin so'],
  ])('%s: refused %s (%s)', (line, isRefused) => {
    for (const browser of ['chromium', 'rfc6265bis'] as const) {
      expect(reasons(line, {}, [], browser)).toEqual(isRefused ? ['InvalidPrefix'] : []);
    }
  });

  it('is measured against the URL too', () => {
    expect(reasons('__Secure-a=b; Secure', { url: http })).toEqual(['InvalidPrefix']);
    expect(reasons('__Secure-a=b; Secure; Domain=x', { url: http })).toEqual([
      'InvalidDomain',
      'InvalidPrefix',
    ]);
    expect(reasons('__Host-a=b; Secure; Path=/', { url: 'http://localhost/' })).toEqual([]);
  });

  it('refuses a nameless cookie that reads as another in Chromium, which has no name for the reason', () => {
    expect(reasons('=a=b')).toEqual(['SyntaxError']);
    expect(reasons('=a=b', {}, [], 'rfc6265bis')).toEqual([]);
  });
});

describe('SameSite', () => {
  it.each([
    ['a=b; SameSite=Strict', 'cross-site', ['SameSiteStrict']],
    ['a=b; SameSite=Lax', 'cross-site', ['SameSiteLax']],
    ['a=b', 'cross-site', ['SameSiteUnspecifiedTreatedAsLax']],
    ['a=b; SameSite=None; Secure', 'cross-site', []],
    ['a=b; SameSite=Strict', 'same-site-lax', []],
    ['a=b; SameSite=Strict', 'same-site-lax-method-unsafe', ['SameSiteStrict']],
    [
      'a=b; SameSite=Strict',
      { context: 'same-site-lax', schemeful: 'cross-site' },
      ['SchemefulSameSiteStrict'],
    ],
    ['a=b; SameSite=Lax', { context: 'same-site-strict', schemeful: 'cross-site' }, ['SchemefulSameSiteLax']],
    [
      'a=b',
      { context: 'same-site-lax', schemeful: 'cross-site' },
      ['SchemefulSameSiteUnspecifiedTreatedAsLax'],
    ],
  ] as const)('%s set in %j: %j', (line, sameSiteContext, expected) => {
    expect(reasons(line, { sameSiteContext })).toEqual(expected);
  });

  it('is no default in Firefox, which does not count the scheme either', () => {
    expect(reasons('a=b', { sameSiteContext: 'cross-site' }, [], 'firefox')).toEqual([]);
    const sameSiteContext = { context: 'same-site-lax', schemeful: 'cross-site' } as const;
    expect(reasons('a=b; SameSite=Lax', { sameSiteContext }, [], 'firefox')).toEqual([]);
  });
});

describe('overwriting', () => {
  const secure = stored('a=s; Secure; Path=/dir');
  it.each([
    ['a=b; Path=/dir', ['OverwriteSecure'], 'the same cookie'],
    ['a=b; Path=/dir/x', ['OverwriteSecure'], 'a path under the secure one'],
    ['a=b; Path=/', [], 'a path above it'],
    ['a=b; Path=/dirx', [], 'a path beside it'],
    ['a=b; Path=/dir; Domain=shop.example', ['OverwriteSecure'], 'a domain that covers it'],
    ['c=b; Path=/dir', [], 'another name'],
    ['a=; Path=/dir; Max-Age=0', ['OverwriteSecure'], 'a deletion'],
    ['a=b; Path=/dir; Secure', ['SecureOnly', 'OverwriteSecure'], 'both reasons at once'],
  ])('over HTTP %s gives %j (%s)', (line, expected) => {
    expect(reasons(line, { url: http }, [secure])).toEqual(expected);
  });

  it('leaves secure cookies alone over HTTP, not over HTTPS and not where they have expired', () => {
    expect(reasons('a=b; Path=/dir', {}, [secure])).toEqual([]);
    expect(reasons('a=b; Path=/dir', { url: http }, [{ ...secure, expires: now }])).toEqual([]);
  });

  it('lets no script set or overwrite an HttpOnly cookie', () => {
    const httpOnly = stored('a=h; HttpOnly');
    expect(reasons('a=b', { api: 'script' }, [httpOnly])).toEqual(['OverwriteHttpOnly']);
    expect(reasons('a=b; HttpOnly', { api: 'script' })).toEqual(['HttpOnlyFromScript']);
    expect(reasons('a=b; HttpOnly', { api: 'script' }, [httpOnly])).toEqual([
      'HttpOnlyFromScript',
      'OverwriteHttpOnly',
    ]);
    expect(reasons('a=b', {}, [httpOnly])).toEqual([]);
  });

  it.each([
    ['chromium', 'a=old', true],
    ['chromium', 'a=new', false],
    ['firefox', 'a=new', true],
    ['rfc6265bis', 'a=new', true],
  ] as const)('in %s, %s keeps the creation time of a=old: %s', (browser, line, keeps) => {
    const old = stored('a=old', { now: now - 1000 }, [], browser);
    const result = judge(line, {}, [old], browser);
    expect(result).toMatchObject({ stored: true, replaced: old });
    expect(result).toHaveProperty('cookie.creation', keeps ? old.creation : now);
  });

  it.each([
    ['a=b; Path=/x', 'another path'],
    ['a=b; Domain=a.shop.example', 'host-only is part of the identity'],
    ['a=b; Secure; Partitioned', 'another partition'],
  ])('%s replaces nothing: %s', (line) => {
    expect(judge(line, {}, [stored('a=old')])).not.toHaveProperty('replaced');
  });
});

it.each(['ftp://a.shop.example/', 'file:///x', 'about:blank', 'no url', ''])(
  'answers SchemeNotSupported for %j',
  (url) => {
    expect(reasons('a=b', { url })).toEqual(['SchemeNotSupported']);
  },
);

it('gives one reason, the first step that fails, where the browser does', () => {
  const line = '__Host-a=b; Domain=shop.example; SameSite=None';
  expect(reasons(line, { url: http })).toEqual(['InvalidPrefix']);
  expect(reasons(line, { url: http }, [], 'rfc6265bis')).toEqual(['SameSiteNoneInsecure']);
  expect(reasons(line, { url: http }, [], 'firefox')).toEqual(['SameSiteNoneInsecure']);
});

it('counts the octets of name and value', () => {
  expect(stored('é=ü😀').size).toBe(2 + 2 + 4);
});
