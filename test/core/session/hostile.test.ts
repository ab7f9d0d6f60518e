import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { buildSubjects } from '../../../src/core/audit/build-subject.ts';
import type { Subject } from '../../../src/core/audit/subject.ts';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { analyseSessions } from '../../../src/core/session/analysis.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';
import { A, line, visit } from './browse.ts';

const path = fc.constantFrom(
  '/',
  '/login',
  '/logout',
  '/account',
  '/callback?code=1&state=2',
  '/verify',
  '/%E0%A4%A',
  '/a;b=c',
  '//',
  '/login?error=%',
);
const field = fc.oneof(
  fc.constantFrom('password', 'otp', 'code', 'user', 'new_password', 'logout', 'SAMLResponse', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const value = fc.oneof(
  fc.constantFrom('', A, 's:x.y', 'eyJ.eyJ.x', 'chunks-2', '%', '"'),
  fc.string({ maxLength: 30 }),
);
const exchange: fc.Arbitrary<ExampleEvent> = fc.record({
  url: path.map((text) => `https://shop.example${text}`),
  method: fc.constantFrom('GET', 'POST', 'DELETE', 'PATCH', ''),
  type: fc.constantFrom('main_frame', 'xmlhttprequest', 'sub_frame', 'image', 'other'),
  status: fc.constantFrom(0, 200, 204, 302, 303, 304, 401, 403, 422, 500),
  fields: fc.array(field, { maxLength: 5 }),
  cookie: value.map((text) => `sid=${text}`),
  setCookie: fc.array(
    fc
      .tuple(
        fc.constantFrom('sid', 'auth', 'sid.sig', 'remember_me', 'x'),
        value,
        fc.constantFrom('', '; Max-Age=0', '; Max-Age=60', '; Path=/x'),
      )
      .map(([name, text, more]) => `${name}=${text}${more}`),
    { maxLength: 3 },
  ),
  responseHeaders: fc.constantFrom<Record<string, string>[]>(
    {},
    { location: '/login' },
    { location: 'http://[' },
    { location: '/' },
    { 'clear-site-data': '"cookies"' },
    { 'www-authenticate': 'Basic' },
  ),
  requestHeaders: fc.constantFrom<Record<string, string>[]>(
    {},
    { authorization: 'Basic' },
    { authorization: '' },
    { referer: 'no url' },
  ),
});
const marked: fc.Arbitrary<ExampleEvent> = fc
  .tuple(fc.constantFrom('login', 'logout', 'note'), fc.integer({ min: 0, max: 20 }))
  .map(
    ([mark, second]) =>
      ({ fact: { kind: 'mark', at: 1_767_225_600_000 + second * 1000, mark, text: '' } }) as const,
  );

describe('whatever a recording holds', () => {
  it('its sessions are analysed without a throw, and its report holds no rule that failed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: exchange }, { weight: 1, arbitrary: marked }), {
          maxLength: 14,
        }),
        (events) => {
          const { sites } = audit(recordingOfEvents(...events), { now: 1, source: 'browser' });
          expect(sites.flatMap(({ failed = [] }) => failed)).toEqual([]);
          for (const { sessions } of sites) {
            for (const { events: told } of sessions) {
              expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted((a, b) => a - b));
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('no ID stands in what is shown of it', () => {
    const secret = 'Zq7SecretSecretSecret42';
    const visited = visit()
      .ask('GET /', { set: [line('sid', secret), line('remember_me', `${secret}r`)] })
      .ask('POST /login', { fields: ['user', 'password'], to: `/account;jsessionid=${secret}?x=${secret}` })
      .ask('POST /logout', { to: '/' })
      .ask('GET /account');
    expect(JSON.stringify(visited.report())).not.toContain(secret);
  });
});

describe('the cost', () => {
  const subjectOf = (count: number, path: (index: number) => string) => {
    const visited = visit().ask('GET /', { set: [line('sid', A)] });
    for (let index = 0; index < count; index++)
      visited.ask(path(index), { fields: ['user', 'password'], set: [line('sid', `${A}${index}`)] });
    const [subject] = buildSubjects(visited.recording());
    if (subject === undefined) throw new Error('no site');
    return subject;
  };
  const timesOf = (subject: Subject, times: number) => {
    const start = performance.now();
    for (let time = 0; time < times; time++) analyseSessions(subject);
    return performance.now() - start;
  };

  it.each<[string, (index: number) => string]>([
    ['pages', (index) => `GET /p${index}`],
    ['failed logins', () => 'POST /login'],
    ['logouts', () => 'POST /logout'],
  ])(
    'of ten times as many %s is not a hundred times as high',
    (_, path) => {
      const [few, many] = [subjectOf(400, path), subjectOf(4000, path)];
      // Ten times few is as much work as many once, and as long: what else the machine does holds up both alike.
      const rounds = [1, 2, 3, 4].map(() => timesOf(many, 1) / timesOf(few, 10));
      expect(Math.min(...rounds)).toBeLessThan(4);
    },
    60_000,
  );
});
