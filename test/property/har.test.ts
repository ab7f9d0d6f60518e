/** Laws of reading a HAR file: nothing breaks it, and no secret comes out of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditHar } from '../../src/core/audit/audit-har.ts';
import { HarError } from '../../src/core/recording/har/har-error.ts';
import { harToFacts } from '../../src/core/recording/har/har-to-facts.ts';
import { recordHar } from '../../src/core/recording/har/record-har.ts';
import { DIALECTS, type Exchange, harLog } from '../helpers/har-log.ts';

const junk = fc.oneof(
  fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withDate: true }),
  fc.constantFrom(
    '',
    'https://shop.example/',
    '2026-05-04T10:00:00Z',
    'Set-Cookie',
    'cookie',
    'a=1',
    -1,
    302,
  ),
);

/** Several hundred whole audits: longer than one expectation. */
const TIMEOUT_MS = 60_000;

/** Something like an entry, with anything in the place of anything. */
const shaped = fc.record(
  {
    startedDateTime: fc.oneof(fc.constant('2026-05-04T10:00:00Z'), junk),
    time: junk,
    pageref: junk,
    _frameref: junk,
    _initiator: junk,
    _resourceType: fc.oneof(fc.constantFrom('document', 'xhr', 'image'), junk),
    timings: junk,
    request: fc.oneof(
      fc.record(
        {
          url: fc.oneof(fc.webUrl(), junk),
          method: junk,
          headers: fc.oneof(fc.array(fc.record({ name: junk, value: junk })), junk),
          cookies: fc.oneof(fc.array(fc.record({ name: junk, value: junk, domain: junk, path: junk })), junk),
          postData: fc.oneof(fc.record({ text: junk, params: fc.array(junk), mimeType: junk }), junk),
        },
        { requiredKeys: [] },
      ),
      junk,
    ),
    response: fc.oneof(
      fc.record(
        {
          status: fc.oneof(fc.constantFrom(200, 302, 401, 0), junk),
          headers: fc.oneof(fc.array(fc.record({ name: junk, value: junk })), junk),
          cookies: fc.oneof(
            fc.array(fc.record({ name: junk, value: junk, expires: junk, sameSite: junk })),
            junk,
          ),
          redirectURL: junk,
          content: junk,
          _error: junk,
        },
        { requiredKeys: [] },
      ),
      junk,
    ),
  },
  { requiredKeys: [] },
);

function onlyHarErrors(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(HarError);
  }
}

describe('anything at all', () => {
  it(
    'is read, or refused in words',
    () => {
      fc.assert(fc.property(junk, (har) => onlyHarErrors(() => auditHar(har))));
      fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => onlyHarErrors(() => auditHar(text))));
    },
    TIMEOUT_MS,
  );

  it(
    'in the place of anything in a file, too',
    () => {
      const log = fc.record({
        creator: junk,
        browser: junk,
        pages: fc.oneof(fc.array(junk), junk),
        entries: fc.array(fc.oneof(shaped, junk)),
      });
      fc.assert(
        fc.property(log, (value) => onlyHarErrors(() => auditHar({ log: value }))),
        { numRuns: 200 },
      );
    },
    TIMEOUT_MS,
  );
});

const SECRET = fc.stringMatching(/^[A-Za-z0-9]{12}$/).map((text) => `Zq${text}`);
const exchange = fc.record({
  host: fc.constantFrom('shop.example', 'www.shop.example', 'ads.example'),
  path: fc.constantFrom('/', '/login', '/account', '/logout'),
  isPost: fc.boolean(),
  isCall: fc.boolean(),
  sent: fc.boolean(),
  set: fc.boolean(),
  json: fc.boolean(),
  secret: SECRET,
  location: fc.option(fc.constantFrom('/', '/account', 'https://shop.example/login')),
});

function build(parts: readonly (typeof exchange extends fc.Arbitrary<infer T> ? T : never)[]): Exchange[] {
  let value = '';
  return parts.map(({ host, path, isPost, isCall, sent, set, json, secret, location }) => {
    const cookie = sent && value !== '' ? { cookie: `PHPSESSID=${value}; other=${secret}` } : {};
    if (set) value = secret;
    return {
      url: `https://${host}${path}?token=${secret}`,
      type: isCall ? 'fetch' : 'document',
      ...cookie,
      ...(isPost
        ? { method: 'POST', body: json ? `{"user":"a","password":"${secret}"}` : `user=a&password=${secret}` }
        : {}),
      requestHeaders: { Authorization: `Bearer ${secret}` },
      ...(set ? { setCookie: [`PHPSESSID=${secret}; Path=/; HttpOnly`] } : {}),
      ...(location === null ? {} : { location }),
    };
  });
}

describe('a recording', () => {
  it(
    'gives its secrets to no report',
    () => {
      fc.assert(
        fc.property(
          fc.array(exchange, { minLength: 1, maxLength: 12 }),
          fc.constantFrom(...DIALECTS),
          (parts, dialect) => {
            const report = JSON.stringify(auditHar(harLog(dialect, build(parts))));
            for (const { secret } of parts) expect(report).not.toContain(secret);
          },
        ),
        { numRuns: 100 },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'gives the values of bodies and tokens to no fact',
    () => {
      fc.assert(
        fc.property(fc.array(exchange, { minLength: 1, maxLength: 8 }), (parts) => {
          const facts = JSON.stringify(
            harToFacts(harLog('chrome', build(parts))).facts.filter(({ kind }) => kind === 'body'),
          );
          for (const { secret } of parts)
            expect(facts.replaceAll(`token=${secret}`, '')).not.toContain(secret);
        }),
      );
    },
    TIMEOUT_MS,
  );

  it(
    'is in order of time, with each request whole, whatever the order of the file',
    () => {
      fc.assert(
        fc.property(
          fc.array(exchange, { minLength: 1, maxLength: 12 }),
          fc.constantFrom(...DIALECTS),
          fc.infiniteStream(fc.nat()),
          (parts, dialect, dice) => {
            const har = harLog(dialect, build(parts));
            const facts = harToFacts(har).facts;
            const times = facts.map(({ at }) => at);
            expect(times).toEqual([...times].sort((a, b) => a - b));
            const shuffled = [...(har.log.entries as unknown[])]
              .map((entry) => ({ entry, place: dice.next().value }))
              .sort((a, b) => a.place - b.place)
              .map(({ entry }) => entry);
            expect(harToFacts({ log: { ...har.log, entries: shuffled } }).facts).toEqual(facts);
            const { recording } = recordHar(har);
            expect(recording.requests.size).toBe(parts.length);
          },
        ),
      );
    },
    TIMEOUT_MS,
  );
});
