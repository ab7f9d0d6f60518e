import { describe, expect, it } from 'vitest';
import { type FormatId, readCookies, writeCookies } from '../../../src/core/exchange/index.ts';
import { cookie, NOW } from './cookie.ts';

const LATER = NOW / 1000 + 3600;
const read = (data: unknown, url: string | null = null) =>
  readCookies(JSON.stringify(data), { url, now: NOW });
const base = { name: 'sid', value: 'abc', domain: 'shop.example', path: '/', secure: false, httpOnly: false };

const ours = { format: 'crumbtrail-cookies', version: 1 };

describe('JSON is recognised by what stands in it', () => {
  it.each<[string, unknown, FormatId]>([
    ['our own', { ...ours, cookies: [{ ...base }] }, 'json'],
    ['Cookie-Editor', [{ ...base, hostOnly: true, sameSite: null, storeId: null }], 'cookie-editor'],
    [
      'EditThisCookie',
      [{ ...base, hostOnly: false, sameSite: 'unspecified', session: true, storeId: '0', id: 1 }],
      'cookie-editor',
    ],
    [
      'a list of the extension API without hostOnly',
      [{ ...base, sameSite: 'no_restriction' }],
      'cookie-editor',
    ],
    [
      'a file with the URL beside it',
      { url: 'https://shop.example', cookies: [{ ...base, expirationDate: LATER }] },
      'cookie-editor',
    ],
    ['storageState', { cookies: [{ ...base, expires: -1, sameSite: 'Lax' }], origins: [] }, 'storage-state'],
    [
      'storageState without cookies',
      { cookies: [], origins: [{ origin: 'https://a.example', localStorage: [] }] },
      'storage-state',
    ],
    ['context.cookies()', [{ ...base, expires: -1, sameSite: 'Lax' }], 'storage-state'],
    [
      'the least that addCookies takes',
      [{ name: 'a', value: 'b', url: 'https://shop.example/' }],
      'storage-state',
    ],
    ['one cookie alone', { ...base, expires: -1, sameSite: 'None' }, 'storage-state'],
    ['page.cookies()', [{ ...base, expires: -1, size: 6, session: true }], 'puppeteer'],
    [
      'browser.cookies() with a partition',
      [{ ...base, partitionKey: { sourceOrigin: 'https://top.example' } }],
      'puppeteer',
    ],
    ['HAR', { log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [] } }, 'har'],
  ])('%s', (_, data, format) => {
    expect(read(data).format).toBe(format);
  });

  it.each([
    ['an empty list', [], 'no-cookies'],
    ['a list of something else', [{ id: 1 }, 'x'], 'unknown-format'],
    ['an object of something else', { hello: 'world' }, 'unknown-format'],
  ])('not %s', (_, data, problem) => {
    expect(read(data)).toEqual({ format: null, rows: [], problem, leftOut: [] });
  });
});

describe('a cookie of a tool', () => {
  it.each<[string, unknown, object]>([
    [
      'Cookie-Editor: the session',
      [{ ...base, hostOnly: true, session: true, sameSite: null, storeId: null }],
      {},
    ],
    [
      'Cookie-Editor: a domain',
      [{ ...base, domain: '.shop.example', hostOnly: false, sameSite: 'lax' }],
      { hostOnly: false, sameSite: 'lax' },
    ],
    [
      'Cookie-Editor: SameSite=None',
      [{ ...base, hostOnly: true, secure: true, sameSite: 'no_restriction' }],
      { secure: true, sameSite: 'none' },
    ],
    [
      'Cookie-Editor: an end',
      [{ ...base, hostOnly: true, session: false, expirationDate: LATER + 0.25 }],
      { expires: LATER * 1000 + 250 },
    ],
    [
      'Cookie-Editor: a partition',
      [
        {
          ...base,
          hostOnly: true,
          partitionKey: { topLevelSite: 'https://top.example', hasCrossSiteAncestor: true },
        },
      ],
      { partitionKey: 'https://top.example', hasCrossSiteAncestor: true },
    ],
    [
      'Cookie-Editor of Firefox: isolation',
      [{ ...base, hostOnly: true, firstPartyDomain: 'first.example', partitionKey: null }],
      { firstPartyDomain: 'first.example' },
    ],
    [
      'EditThisCookie: no hostOnly, the dot says it',
      [{ ...base, domain: '.shop.example', storeId: '0' }],
      { hostOnly: false },
    ],
    [
      'Playwright: a domain',
      [{ ...base, domain: '.shop.example', expires: LATER, sameSite: 'Strict' }],
      { hostOnly: false, sameSite: 'strict', expires: LATER * 1000 },
    ],
    [
      'Playwright: a partition',
      [
        {
          ...base,
          expires: -1,
          sameSite: 'None',
          partitionKey: 'https://top.example',
          _crHasCrossSiteAncestor: false,
        },
      ],
      { sameSite: 'none', partitionKey: 'https://top.example', hasCrossSiteAncestor: false },
    ],
    ['Playwright: by its URL', [{ name: 'sid', value: 'abc', url: 'https://shop.example/a' }], {}],
    [
      'Selenium: an end',
      [{ ...base, expiry: LATER, sameSite: 'Lax' }],
      { sameSite: 'lax', expires: LATER * 1000 },
    ],
    [
      'Puppeteer: a partition',
      [
        {
          ...base,
          session: true,
          expires: -1,
          partitionKey: { sourceOrigin: 'https://top.example', hasCrossSiteAncestor: true },
        },
      ],
      { partitionKey: 'https://top.example', hasCrossSiteAncestor: true },
    ],
    [
      'Puppeteer: a partition, as text',
      [{ ...base, size: 6, expires: -1, partitionKey: 'https://top.example' }],
      { partitionKey: 'https://top.example' },
    ],
    [
      'a page in place of its site',
      [{ ...base, size: 6, partitionKey: 'https://www.top.example/page?x' }],
      { partitionKey: 'https://top.example' },
    ],
    ['capital letters in the domain', [{ ...base, domain: 'Shop.Example', expires: -1 }], {}],
  ])('%s', (_, data, wanted) => {
    const { rows, problem } = read(data);
    expect(problem).toBeNull();
    expect(rows.map((row) => row.cookie)).toEqual([cookie(wanted)]);
  });

  it.each(['https://localhost:8443', 'chrome-extension://abcdefghijklmnop', 'https://top.example'])(
    'keeps the partition %s as it is',
    (partitionKey) => {
      const { rows } = read([{ ...base, hostOnly: true, partitionKey: { topLevelSite: partitionKey } }]);
      expect(rows[0]?.cookie).toEqual(cookie({ partitionKey }));
      expect(rows[0]?.assumed).toContain('hasCrossSiteAncestor');
    },
  );

  it('names the fields that were not said', () => {
    const { rows } = read([{ name: 'a', value: 'b', expires: -1 }], 'https://shop.example/x');
    expect(rows[0]?.cookie).toEqual(cookie({ name: 'a', value: 'b' }));
    expect(rows[0]?.assumed).toEqual(['domain', 'hostOnly', 'path', 'secure', 'httpOnly', 'sameSite']);
  });

  it('names what it leaves out', () => {
    const origins = [{ origin: 'https://shop.example', localStorage: [{ name: 'a', value: 'b' }] }];
    expect(read({ cookies: [{ ...base, expires: -1 }], origins }).leftOut).toEqual([
      { what: 'origins', count: 1 },
    ]);
    const told = {
      ...base,
      size: 6,
      session: true,
      priority: 'Medium',
      sameParty: false,
      sourceScheme: 'Secure',
    };
    expect(read([told, told]).leftOut).toEqual([
      { what: 'priority', count: 2 },
      { what: 'sameParty', count: 2 },
      { what: 'sourceScheme', count: 2 },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no object', 'sid=abc', 'not-a-cookie'],
    ['null', null, 'not-a-cookie'],
    ['no name', { ...base, name: undefined }, 'bad-name'],
    ['a name that is a number', { ...base, name: 1 }, 'bad-name'],
    ['a value that is an object', { ...base, value: {} }, 'bad-value'],
    ['no domain', { ...base, domain: undefined }, 'no-domain'],
    ['a domain that is a list', { ...base, domain: ['a'] }, 'bad-domain'],
    ['a domain with a path', { ...base, domain: 'shop.example/x' }, 'bad-domain'],
    ['a domain with a user', { ...base, domain: 'a@shop.example' }, 'bad-domain'],
    ['a domain past all bounds', { ...base, domain: 'a'.repeat(300) }, 'bad-domain'],
    ['a path without slash', { ...base, path: 'x' }, 'bad-path'],
    ['a flag in words', { ...base, secure: 'yes' }, 'bad-flag'],
    ['an end in words', { ...base, expires: 'tomorrow' }, 'bad-expires'],
    ['an end past all times', { ...base, expires: 1e300 }, 'bad-expires'],
    ['an end long ago', { ...base, expires: 1000 }, 'expired'],
    ['a partition of no site', { ...base, partitionKey: 'x y' }, 'bad-partition'],
    ['a partition that is a number', { ...base, partitionKey: 1 }, 'bad-partition'],
  ])('is refused for %s, and the others stay', (_, bad, problem) => {
    const good = { ...base, name: 'ok', expires: -1 };
    const { rows } = read({ cookies: [bad, good], origins: [] });
    expect(rows[0]).toMatchObject({ where: 'cookies[0]', cookie: null, problem });
    expect(rows[1]).toMatchObject({ where: 'cookies[1]', name: 'ok', problem: null });
  });

  it('names some of very many, and not at length', () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`${index}`.padStart(60, 'x'), 1]),
    );
    const { leftOut } = read([{ ...base, expires: -1, ...many }]);
    expect(leftOut).toHaveLength(1);
    const short = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`field${index}`, 1]));
    expect(read([{ ...base, expires: -1, ...short }]).leftOut).toHaveLength(50);
  });

  it('may stand behind a byte-order mark', () => {
    const text = `\ufeff${JSON.stringify([{ ...base, expires: -1 }])}`;
    expect(readCookies(text, { url: null, now: NOW })).toMatchObject({
      format: 'storage-state',
      problem: null,
    });
  });

  it('is hurt by no name that objects have of their own', () => {
    const text =
      '[{"name":"__proto__","value":"constructor","domain":"shop.example","path":"/","expires":-1,"__proto__":{"secure":true}}]';
    const { rows, leftOut } = readCookies(text, { url: null, now: NOW });
    expect(rows[0]?.cookie).toEqual(cookie({ name: '__proto__', value: 'constructor' }));
    expect(leftOut).toEqual([{ what: '__proto__', count: 1 }]);
  });
});

describe('our own file', () => {
  const whole = cookie({
    hostOnly: false,
    secure: true,
    httpOnly: true,
    sameSite: 'none',
    expires: NOW + 1234,
    partitionKey: 'https://top.example',
    hasCrossSiteAncestor: true,
    firstPartyDomain: 'first.example',
  });

  it('loses nothing', () => {
    const { text, lost, extension } = writeCookies([whole], 'json', { url: null, now: NOW });
    expect({ lost, extension }).toEqual({ lost: [], extension: 'json' });
    expect(readCookies(text, { url: null, now: NOW }).rows).toEqual([
      { where: 'cookies[0]', name: 'sid', cookie: whole, problem: null, assumed: [] },
    ]);
  });

  it('keeps what was assumed, as assumed', () => {
    const { text } = writeCookies([cookie({ assumed: true })], 'json', { url: null, now: NOW });
    const [row] = readCookies(text, { url: null, now: NOW }).rows;
    expect(row?.cookie).toEqual(cookie());
    expect(row?.assumed).toContain('httpOnly');
  });

  it('of a later version is read as far as it is known', () => {
    const { rows, problem, leftOut } = read({ ...ours, version: 2, cookies: [{ ...base, taste: 'sweet' }] });
    expect(rows).toHaveLength(1);
    expect({ problem, leftOut }).toEqual({
      problem: 'newer-version',
      leftOut: [{ what: 'taste', count: 1 }],
    });
  });
});

describe('what a tool has no place for', () => {
  const partitioned = cookie({
    partitionKey: 'https://top.example',
    hasCrossSiteAncestor: true,
    firstPartyDomain: 'a.example',
  });
  it.each<[FormatId, string[]]>([
    ['json', []],
    ['cookie-editor', []],
    ['storage-state', ['firstPartyDomain']],
    ['puppeteer', ['firstPartyDomain']],
    ['netscape', ['partitionKey', 'hasCrossSiteAncestor', 'firstPartyDomain']],
    ['har', ['partitionKey', 'hasCrossSiteAncestor', 'firstPartyDomain']],
    ['cookie-header', ['secure', 'partitionKey', 'hasCrossSiteAncestor', 'firstPartyDomain']],
  ])('%s', (format, fields) => {
    const { lost } = writeCookies([partitioned], format, { url: 'https://shop.example/', now: NOW });
    expect(lost).toEqual(fields.map((field) => ({ cookie: 0, field, why: 'no-place' })));
  });
});
