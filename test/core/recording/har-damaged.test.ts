import { describe, expect, it } from 'vitest';
import { auditHar, auditHarFile } from '../../../src/core/audit/audit-har.ts';
import { HarError } from '../../../src/core/recording/har/har-error.ts';
import { harToFacts } from '../../../src/core/recording/har/har-to-facts.ts';
import { recordHar } from '../../../src/core/recording/har/record-har.ts';
import { HAR_T0, harLog } from '../../helpers/har-log.ts';

const whole = harLog('chrome', [{ url: 'https://shop.example/', setCookie: ['sid=1; Secure'] }]);
const good = (whole.log.entries as Record<string, unknown>[])[0] ?? {};
const withEntries = (...entries: unknown[]) => ({ log: { ...whole.log, entries } });

describe('what is no HAR', () => {
  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /no "log"/],
    ['null', null, /no "log"/],
    ['a number', 7, /no "log"/],
    ['a list', [], /no "log"/],
    ['another file', { cookies: [] }, /no "log"/],
    ['a log of another kind', { log: 'x' }, /no "log"/],
    ['a log without entries', { log: { version: '1.2' } }, /no list of "entries"/],
    ['entries of another kind', { log: { entries: {} } }, /no list of "entries"/],
    ['no text', '', /empty/],
    ['a byte-order mark alone', '\ufeff', /empty/],
    ['half a file', '{"log":{"entries":[{"password":"hunter2', /not JSON, or it ends too early/],
    ['entries that are all damaged', { log: { entries: [1, null] } }, /Nothing of this HAR file can be read/],
    [
      'what throws when it is read',
      Object.defineProperty({}, 'log', {
        get: () => {
          throw new Error('SECRET');
        },
      }),
      /cannot be read/,
    ],
  ])('%s is said in words', (_, har, message) => {
    for (const read of [auditHar, harToFacts]) {
      const attempt = () => read(har);
      expect(attempt).toThrow(HarError);
      expect(attempt).toThrow(message);
      expect(attempt).not.toThrow(/hunter2|SECRET/);
    }
  });

  it('has the name that callers ask for', () => {
    expect(new HarError('x')).toMatchObject({ name: 'HarError', message: 'x' });
  });
});

describe('text', () => {
  it.each(['', '\ufeff'])('is read, with and without a byte-order mark', (mark) => {
    expect(harToFacts(mark + JSON.stringify(whole))).toEqual(harToFacts(whole));
  });
});

describe('a damaged entry', () => {
  it.each<[string, unknown, string]>([
    ['null', null, 'it is no object'],
    ['text', 'x', 'it is no object'],
    ['a list', [], 'it is no object'],
    ['an empty one', {}, 'it has no request'],
    ['a request of another kind', { ...good, request: 'GET /' }, 'it has no request'],
    ['no URL', { ...good, request: {} }, 'its request has no URL'],
    ['a URL of another kind', { ...good, request: { url: 5 } }, 'its request has no URL'],
    ['half a URL', { ...good, request: { url: 'shop.example/x' } }, 'its URL cannot be read'],
    ['no host', { ...good, request: { url: 'https://' } }, 'its URL cannot be read'],
    ['no time', { ...good, startedDateTime: undefined }, 'its startedDateTime is no time'],
    ['a wrong time', { ...good, startedDateTime: 'yesterday' }, 'its startedDateTime is no time'],
    ['a number for a time', { ...good, startedDateTime: Number.NaN }, 'its startedDateTime is no time'],
    [
      'a time before all computers',
      { ...good, startedDateTime: '0001-01-01T00:00:00Z' },
      'its startedDateTime is no time',
    ],
    [
      'one that throws',
      Object.defineProperty({}, 'request', {
        get: () => {
          throw new Error('SECRET');
        },
      }),
      'it cannot be read',
    ],
  ])('%s is counted and named, and the rest is read', (_, entry, problem) => {
    const { facts, warnings } = harToFacts(withEntries(good, entry, good));
    expect(warnings).toEqual({ skipped: [{ entry: 1, problem }], count: 1 });
    expect(facts.filter(({ kind }) => kind === 'response')).toHaveLength(2);
  });

  it('is one of thousands: all are counted, a hundred named', () => {
    const { warnings } = harToFacts(withEntries(good, ...Array.from({ length: 5000 }, () => null)));
    expect([warnings.count, warnings.skipped.length]).toEqual([5000, 100]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no response', { response: undefined }],
    ['a response of another kind', { response: 'ok' }],
    ['headers of another kind', { response: { status: 200, headers: 'x', cookies: 7 } }],
    [
      'damaged headers',
      { response: { status: 200, headers: [null, 5, {}, { name: 'Set-Cookie' }, { name: 1, value: 'x' }] } },
    ],
    ['a status of another kind', { response: { status: 'fine', headers: [] } }],
    [
      'times of another kind',
      { time: 'long', timings: { wait: Number.NaN, send: Number.POSITIVE_INFINITY, blocked: {} } },
    ],
    [
      'a body of another kind',
      { request: { method: 5, url: 'https://shop.example/', postData: [1], headers: {}, cookies: {} } },
    ],
    ['pageref of another kind', { pageref: { a: 1 }, _frameref: 5, _initiator: 'x', _resourceType: {} }],
  ])('in part only (%s) is read for the rest', (_, part) => {
    const { recording, warnings } = recordHar(withEntries({ ...good, ...part }));
    expect(warnings.count).toBe(0);
    expect([...recording.requests.values()].map(({ url }) => url)).toEqual(['https://shop.example/']);
  });

  it('without an answer failed, in the tool’s words where they are words', () => {
    const errorOf = (response: unknown) =>
      [...recordHar(withEntries({ ...good, response })).recording.requests.values()][0]?.error;
    expect(errorOf({ status: 0, _error: 'net::ERR_ABORTED' })).toBe('net::ERR_ABORTED');
    expect(errorOf({ status: -1, _failureText: 'Load cannot follow' })).toBe('Load cannot follow');
    expect(errorOf({ status: 0, _error: '<img src=x>' })).toBe('failed');
    expect(errorOf({ status: 0 })).toBe('no response');
    expect(errorOf({ status: 200 })).toBeNull();
  });
});

describe('what is no web traffic', () => {
  it.each([
    'data:text/html,x',
    'chrome-extension://abc/x.js',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    'about:blank',
  ])('%s is left out without a word', (url) => {
    const { facts, warnings } = harToFacts(withEntries(good, { ...good, request: { url } }));
    expect(warnings.count).toBe(0);
    expect(JSON.stringify(facts)).not.toContain(url);
  });
});

describe('a file without cookies', () => {
  const exchanges = [
    { url: 'https://shop.example/', setCookie: ['sid=1'] },
    { url: 'https://shop.example/', cookie: 'sid=1' },
  ];

  it('is said to be so, and has no grade', () => {
    const [site] = auditHar(harLog('chrome-sanitised', exchanges)).sites;
    expect(site).toMatchObject({ site: 'https://shop.example', score: null, grade: '–' });
    const cookies = site?.coverage.find(({ check }) => check === 'cookies');
    expect(cookies).toMatchObject({ state: 'not-observed' });
    expect(cookies?.hint).toMatch(/with sensitive data/i);
  });

  it('is told from one with them', () => {
    const [site] = auditHar(harLog('chrome', exchanges)).sites;
    expect(site?.coverage.find(({ check }) => check === 'cookies')).toEqual({
      check: 'cookies',
      state: 'observed',
    });
  });
});

describe('the report', () => {
  it('is of the last entry’s time, or of the time that is given', () => {
    const har = harLog('chrome', [
      { url: 'https://shop.example/', at: 0 },
      { url: 'https://shop.example/', at: 9000 },
    ]);
    expect(auditHar(har)).toMatchObject({
      schema: 'crumbtrail/report@1',
      source: 'har',
      generatedAt: HAR_T0 + 9000,
    });
    expect(auditHar(har, { now: 5 }).generatedAt).toBe(5);
    expect(auditHar({ log: { entries: [] } })).toMatchObject({ generatedAt: 0, sites: [] });
  });

  it('is the same for the same key, and has other fingerprints without one', () => {
    const har = harLog('chrome', [
      { url: 'https://shop.example/', setCookie: ['PHPSESSID=q7k2l9x4v8b1n6m3c5z0a8s7d2; Path=/'] },
    ]);
    const fingerprintKey = new Uint8Array(16).fill(7);
    const printed = (options = {}) => auditHar(har, options).sites[0]?.sessions[0]?.ids[0]?.fingerprint;
    expect(auditHar(har, { fingerprintKey })).toEqual(auditHar(har, { fingerprintKey }));
    expect(printed({ fingerprintKey })).toMatch(/^[0-9a-f]{8}$/);
    expect(printed()).not.toBe(printed());
  });

  it('comes with what was skipped', () => {
    expect(auditHarFile(withEntries(good, null)).warnings.count).toBe(1);
  });
});

describe('hostile files', () => {
  const quick = (har: unknown) => {
    const begun = performance.now();
    auditHar(har);
    return performance.now() - begun;
  };
  const many = <T>(count: number, of: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => of(index));
  const header = (name: string, value: string) => ({ name, value });
  const respond = (headers: unknown) => ({ ...good, response: { status: 200, headers } });

  it.each<[string, () => unknown]>([
    [
      'a header of twenty thousand lines',
      () => withEntries(respond([header('set-cookie', 'a=1\n'.repeat(20_000))])),
    ],
    [
      'a line of a million commas',
      () => withEntries(respond([header('set-cookie', `a=1${', b'.repeat(500_000)}`)])),
    ],
    [
      'a Cookie header of a hundred thousand names',
      () =>
        withEntries({
          ...good,
          request: {
            url: 'https://shop.example/',
            headers: [header('cookie', many(100_000, (i) => `n${i}=1`).join('; '))],
          },
        }),
    ],
    [
      'ten thousand redirects to one URL',
      () =>
        withEntries(
          ...many(10_000, () => ({ ...good, response: { status: 302, headers: [header('location', '/')] } })),
        ),
    ],
    [
      'ten thousand challenges',
      () =>
        withEntries(
          ...many(10_000, () => ({
            ...good,
            response: { status: 401, headers: [header('www-authenticate', 'Basic')] },
          })),
        ),
    ],
    [
      'deep nesting',
      () => `{"log":{"entries":[${JSON.stringify(good)},${'['.repeat(50_000)}${']'.repeat(50_000)}]}}`,
    ],
    [
      'thousands of pages',
      () => ({
        log: {
          ...whole.log,
          pages: many(50_000, (i) => ({ id: `p${i}`, title: 'https://a.example/' })),
          entries: many(5000, (i) => ({ ...good, pageref: `p${i}` })),
        },
      }),
    ],
    [
      'responses that all take a day',
      () => withEntries(...many(5000, () => ({ ...good, time: 86_400_000 }))),
    ],
  ])(
    '%s does not take long',
    (_, har) => {
      expect(quick(har())).toBeLessThan(5000);
    },
    20_000,
  );

  it('leave the prototype of everything alone', () => {
    const entry =
      '{"__proto__":{"polluted":1},"startedDateTime":"2026-05-04T10:00:00Z","request":{"__proto__":{"polluted":1},"url":"https://shop.example/","headers":[{"name":"__proto__","value":"x"},{"name":"constructor","value":"x"}],"cookies":[{"name":"__proto__","value":"1"}]}}';
    auditHar(`{"log":{"__proto__":{"polluted":1},"entries":[${entry}]}}`);
    expect({}).not.toHaveProperty('polluted');
  });
});
