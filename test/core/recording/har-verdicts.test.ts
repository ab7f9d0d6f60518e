/** Logins and logouts in HAR files: the verdicts of the live recording, in every producer's dialect. */
import { describe, expect, it } from 'vitest';
import { auditHar } from '../../../src/core/audit/audit-har.ts';
import type { SiteReport } from '../../../src/core/audit/report.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { DIALECTS, type Exchange, harLog } from '../../helpers/har-log.ts';

const SHOP = 'https://shop.example';
const idOf = (letter: string) => `${letter.repeat(4)}31d4d96e407aad42a7c1f09be2`;
const line = (letter: string) => `PHPSESSID=${idOf(letter)}; Path=/; Secure; HttpOnly; SameSite=Lax`;
const cookie = (letter: string) => ({ cookie: `PHPSESSID=${idOf(letter)}` });

const form = (more: Partial<Exchange>): Exchange => ({
  url: `${SHOP}/login`,
  method: 'POST',
  body: 'user=a&password=b',
  location: '/account',
  ...more,
});
const account = (letter: string): Exchange => ({ url: `${SHOP}/account`, ...cookie(letter) });

const CASES: readonly (readonly [string, readonly Exchange[], string])[] = [
  [
    'another ID',
    [
      { url: `${SHOP}/login`, setCookie: [line('a')] },
      form({ ...cookie('a'), setCookie: [line('b')] }),
      account('b'),
    ],
    'login rotated',
  ],
  [
    'the same ID',
    [{ url: `${SHOP}/login`, setCookie: [line('a')] }, form(cookie('a')), account('a')],
    'login kept',
  ],
  ['the same ID, from before the recording', [form(cookie('a')), account('a')], 'login kept'],
  [
    'another ID than the one from before the recording',
    [form({ ...cookie('a'), setCookie: [line('b')] }), account('b')],
    'login rotated',
  ],
  ['a first ID', [{ url: `${SHOP}/login` }, form({ setCookie: [line('b')] }), account('b')], 'login issued'],
  [
    'none left after signing out',
    [
      account('b'),
      {
        url: `${SHOP}/logout`,
        method: 'POST',
        body: 'x=1',
        ...cookie('b'),
        setCookie: ['PHPSESSID=; Max-Age=0; Path=/'],
        location: '/',
      },
      { url: `${SHOP}/` },
    ],
    'logout cleared',
  ],
];

/** Rules that hang on a login or logout; what headers say is another matter. */
function aboutLogins(site: SiteReport | undefined): readonly string[] {
  const hanging = rules.filter(({ needs }) => needs?.startsWith('log')).map(({ id }) => id);
  const bad = (site?.findings ?? []).filter(({ severity }) => severity !== 'info');
  return bad.map(({ rule }) => rule).filter((rule) => hanging.includes(rule));
}

describe.each(DIALECTS)('in a file of %s', (dialect) => {
  it.each(CASES)('%s', (_, exchanges, verdict) => {
    const [site, ...others] = auditHar(harLog(dialect, exchanges)).sites;
    expect(others).toEqual([]);
    const events = site?.sessions.flatMap((session) => session.events) ?? [];
    expect(events.map((event) => `${event.kind} ${event.verdict ?? ''}`)).toContain(verdict);
    expect(aboutLogins(site)).toEqual(verdict === 'login kept' ? ['session-fixation'] : []);
  });
});

it('a file with no more than URLs, cookies and a body is enough', () => {
  const entry = (at: string, request: object, response: object) => ({
    startedDateTime: `2026-05-04T10:00:${at}Z`,
    request,
    response,
  });
  const sent = { cookies: [{ name: 'PHPSESSID', value: idOf('a') }] };
  const entries = [
    entry(
      '00',
      { url: `${SHOP}/login` },
      { status: 200, headers: [{ name: 'Set-Cookie', value: line('a') }] },
    ),
    entry(
      '01',
      { method: 'POST', url: `${SHOP}/login`, ...sent, postData: { text: 'user=a&password=b' } },
      { status: 302, redirectURL: '/account' },
    ),
    entry('02', { url: `${SHOP}/account`, ...sent }, { status: 200 }),
  ];
  const [site] = auditHar({ log: { entries } }).sites;
  expect(aboutLogins(site)).toEqual(['session-fixation']);
});
