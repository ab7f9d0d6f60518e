import { describe, expect, it } from 'vitest';
import { parseCookieDate } from '../../../src/core/cookie/cookie-date.ts';
import { defaultPath } from '../../../src/core/cookie/default-path.ts';
import { domainMatches } from '../../../src/core/cookie/domain-match.ts';
import { CookieJar } from '../../../src/core/cookie/jar.ts';
import { parseSetCookie } from '../../../src/core/cookie/parse-set-cookie.ts';
import { pathMatches } from '../../../src/core/cookie/path-match.ts';
import { registrableDomain } from '../../../src/core/site/site.ts';
import { hasVectors, vectors } from './vectors.ts';

const browsers = ['chromium', 'firefox', 'rfc6265bis'] as const;
const now = Date.UTC(2026, 10, 21);

interface HttpState {
  readonly id: string;
  readonly url: string;
  readonly setCookieHeaders: readonly string[];
  readonly requestUrl: string;
  readonly expectCookieHeader: string;
  readonly differsUnder6265bis: boolean;
}

interface DateRow {
  readonly id: string;
  readonly input: string;
  readonly expectValid: boolean;
  readonly expectEpochSeconds: number | null;
}

interface Unit {
  readonly id: string;
  readonly kind: string;
  readonly host?: string | null;
  readonly cookieDomain?: string | null;
  readonly requestPath?: string | null;
  readonly cookiePath?: string;
  readonly expect?: unknown;
  readonly setCookieHeaders?: readonly (string | null)[];
  readonly expectParsed?: Readonly<Record<string, unknown>> | null;
}

interface RealWorld {
  readonly id: string;
  readonly setCookieHeaders: readonly string[];
  readonly expectParsed: Readonly<Record<string, unknown>>;
}

interface Suffix {
  readonly id: string;
  readonly host: string | null;
  readonly expectRegistrableDomain: string | null;
  readonly skippedUpstream: boolean;
}

describe.skipIf(!hasVectors)('http-state, without the rows that 6265bis has changed', () => {
  const rows = vectors<HttpState>('http-state').filter((row) => !row.differsUnder6265bis);

  it.each(browsers)('has 195 rows, all met as %s', (browser) => {
    const failed = rows.filter((row) => {
      const jar = new CookieJar({ browser });
      for (const line of row.setCookieHeaders) jar.set(line, { url: row.url, now });
      return jar.read({ url: row.requestUrl, now }).header !== row.expectCookieHeader;
    });
    expect(failed.map(({ id }) => id)).toEqual([]);
    expect(rows).toHaveLength(195);
  });
});

describe.skipIf(!hasVectors)('http-state cookie dates', () => {
  const rows = vectors<DateRow>('cookie-dates');
  // What browsers read another way, both asked: Chromium takes years of five digits (`01 Jan 20300` is stored, for 400
  // days); Firefox takes time zones, times
  // without seconds, and hours past midnight, and separates at fewer characters.
  const readsDifferently = {
    chromium: ['http-state/date-bsd#51'],
    firefox: [
      'http-state/date-dates#11',
      'http-state/date-dates#12',
      'http-state/date-bsd#4',
      'http-state/date-bsd#16',
      'http-state/date-bsd#21',
      'http-state/date-bsd#23',
      'http-state/date-bsd#24',
      'http-state/date-bsd#26',
      'http-state/date-bsd#31',
      'http-state/date-bsd#49',
      'http-state/date-bsd#51',
      'http-state/date-bsd#54',
    ],
    rfc6265bis: [],
  } as const;

  it.each(browsers)('are met as %s, but for those that the browser reads its own way', (browser) => {
    const failed = rows.filter(({ input, expectValid, expectEpochSeconds }) => {
      const expected = expectValid ? (expectEpochSeconds ?? 0) * 1000 : undefined;
      return parseCookieDate(input, { browser }) !== expected;
    });
    expect(failed.map(({ id }) => id)).toEqual(readsDifferently[browser]);
  });
});

describe.skipIf(!hasVectors)('tough-cookie units', () => {
  const rows = vectors<Unit>('tough-cookie-units');
  // Ours takes hosts as URL writes them: no capitals, punycode, no leading dot, IPv6 in brackets; and no empty host.
  const notCanonical = new Set(
    [7, 8, 9, 10, 11, 12, 13, 18, 45].map((row) => `tough-cookie/domainMatch#${row}`),
  );

  const hosts = rows.filter(
    ({ id, kind, host, cookieDomain }) =>
      kind === 'domainMatch' &&
      typeof host === 'string' &&
      typeof cookieDomain === 'string' &&
      !notCanonical.has(id),
  );

  it.each(hosts)('$id: $host on $cookieDomain', ({ host, cookieDomain, expect: wanted }) => {
    expect(domainMatches(host ?? '', cookieDomain ?? '')).toBe(wanted);
  });

  it.each(rows.filter(({ kind }) => kind === 'pathMatch'))('$id: $requestPath on $cookiePath', (row) => {
    expect(pathMatches(row.requestPath ?? '', row.cookiePath ?? '')).toBe(row.expect);
  });

  it.each(rows.filter(({ kind }) => kind === 'defaultPath'))('$id: default-path of $requestPath', (row) => {
    expect(defaultPath(row.requestPath ?? '')).toBe(row.expect);
  });

  /** Rows that are read another way here, and why. */
  const differently: Readonly<Record<string, string>> = {
    'tough-cookie/parse#30':
      '`=foo=bar` is nameless with value `foo=bar` (6265bis section 5.6, step 3), not a cookie `foo`',
    'tough-cookie/parse#32': 'a line without `=` is a nameless cookie, not an error',
    'tough-cookie/parse#33': 'a line without `=` is a nameless cookie, not an error',
  };

  // Rows with a placeholder for thousands of characters are a matter of speed: test/bench and the property tests have them.
  const lines = rows.filter(
    ({ id, kind, setCookieHeaders }) =>
      kind === 'parse' &&
      typeof setCookieHeaders?.[0] === 'string' &&
      !(id in differently) &&
      !setCookieHeaders[0].includes('<REPEAT'),
  );

  it.each(lines)('$id: parses $setCookieHeaders', (row) => {
    const line = row.setCookieHeaders?.[0] ?? '';
    const result = parseSetCookie(line, { browser: 'rfc6265bis' });
    if (row.expectParsed === null || row.expectParsed === undefined) {
      expect(result.ok).toBe(false);
      return;
    }
    const { key, value, expires, maxAge, secure, httpOnly, domain } = row.expectParsed;
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
    const { cookie } = result;
    expect([cookie.name, cookie.value]).toEqual([key, value]);
    if (typeof expires === 'string' && expires !== 'Infinity')
      expect(cookie.expires).toBe(Date.parse(expires));
    if (maxAge !== undefined && maxAge !== null) expect(cookie.maxAge).toBe(maxAge);
    if (secure !== undefined) expect(cookie.secure).toBe(secure);
    if (httpOnly !== undefined) expect(cookie.httpOnly).toBe(httpOnly);
    if (domain !== undefined) expect(cookie.domain || null).toBe(domain);
  });
});

describe.skipIf(!hasVectors)('Set-Cookie lines of real sites', () => {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  // The library leaves percent-decoding on; a browser never decodes. Everything else is read alike.
  it.each(vectors<RealWorld>('real-world-set-cookie'))('$id', ({ setCookieHeaders, expectParsed }) => {
    const result = parseSetCookie(setCookieHeaders[0] ?? '');
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
    const { cookie } = result;
    expect(cookie.name).toBe(expectParsed.name);
    if (!cookie.value.includes('%')) expect(cookie.value).toBe(expectParsed.value);
    expect(cookie.domain ?? '').toBe(text(expectParsed.domain).replace(/^\./, '').toLowerCase());
    expect(cookie.path ?? '').toBe(text(expectParsed.path));
    const expires = text(expectParsed.expires);
    expect(cookie.expires).toBe(expires === '' ? undefined : Date.parse(expires));
    expect(cookie.secure).toBe(expectParsed.secure === true);
    expect(cookie.httpOnly).toBe(expectParsed.httpOnly === true);
    expect(cookie.maxAge).toBe(expectParsed.maxAge);
    const sameSite = text(expectParsed.sameSite).toLowerCase();
    expect(cookie.sameSite).toBe(sameSite === '' ? 'unspecified' : sameSite);
  });
});

describe.skipIf(!hasVectors)('set-cookie-parser', () => {
  interface Row {
    readonly id: string;
    readonly fn: string;
    readonly args: readonly unknown[];
    readonly expect: unknown;
  }
  // Not an RFC parser: it decodes percent-encoding, leaves cookies named `__proto__` out (ours makes no object of names),
  // keeps the leading dot of Domain and the case of SameSite, and takes arrays and responses. The rest is compared.
  const rows = vectors<Row>('set-cookie-parser').filter(
    ({ fn, args, expect: wanted }) =>
      fn === 'parseSetCookie' &&
      typeof args[0] === 'string' &&
      args[0] !== '' &&
      !args[0].includes('%') &&
      !args[0].startsWith('__proto__') &&
      Array.isArray(wanted),
  );

  it.each(rows)('$id', ({ args, expect: wanted }) => {
    const [expected] = wanted as readonly Readonly<Record<string, unknown>>[];
    const result = parseSetCookie(String(args[0]));
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
    const { cookie } = result;
    expect([cookie.name, cookie.value, cookie.path, cookie.maxAge]).toEqual([
      expected?.name,
      expected?.value,
      expected?.path,
      expected?.maxAge,
    ]);
    expect([cookie.secure, cookie.httpOnly]).toEqual([
      expected?.secure === true,
      expected?.httpOnly === true,
    ]);
  });
});

describe.skipIf(!hasVectors)('publicsuffix.org test data', () => {
  // The bundled list is newer than the test data: `bd` is no wildcard any more. `local` is skipped upstream too.
  const newer = /(?:^|\.)bd$/;
  const rows = vectors<Suffix>('public-suffix').filter(
    ({ host, skippedUpstream }) => host !== null && !skippedUpstream && !newer.test(host),
  );

  it.each(rows)('$id: $host', ({ host, expectRegistrableDomain }) => {
    expect(registrableDomain(host ?? '')).toBe(expectRegistrableDomain);
  });
});
