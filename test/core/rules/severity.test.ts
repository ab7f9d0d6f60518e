import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { EXAMPLE_START, type ExampleEvent } from '../../../src/core/rules/example.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';

const ID = '31d4d96e407aad42a7c1';
const SOUND = 'HttpOnly; Secure; SameSite=Lax';
const DAY = 86_400;

function severitiesOf(rule: string, ...events: readonly ExampleEvent[]): readonly string[] {
  const { sites } = audit(recordingOfEvents(...events), { now: EXAMPLE_START + 60_000, source: 'browser' });
  return sites.flatMap(({ findings }) =>
    findings.filter((each) => each.rule === rule).map((each) => each.severity),
  );
}

const www = (line: string) => ({ url: 'https://www.shop.example/', setCookie: [line] });
const third = (line: string) => ({
  url: 'https://widget.example/f',
  type: 'sub_frame' as const,
  initiator: 'https://shop.example',
  setCookie: [line],
});

describe('how bad it is', () => {
  it.each<[rule: string, what: string, events: ExampleEvent[], severities: string[]]>([
    ['missing-http-only', 'a session', [`sid=${ID}; Secure; SameSite=Lax`], ['high']],
    ['missing-http-only', 'a cookie of unknown use', ['x=1; Secure; SameSite=Lax'], ['info']],
    [
      'missing-http-only',
      'an embedded site’s session',
      [{}, third(`sid=${ID}; Secure; SameSite=None`)],
      ['info'],
    ],
    [
      'missing-http-only',
      'the same cookie again is the same finding',
      [`sid=${ID}; Secure`, `sid=${ID}2; Secure`],
      ['high'],
    ],
    [
      'missing-http-only',
      'the same name on another path is another',
      [`sid=${ID}; Secure`, `sid=${ID}; Secure; Path=/a`],
      ['high', 'high'],
    ],
    [
      'missing-http-only',
      'set right in the end, wrong before',
      [`sid=${ID}; Secure`, `sid=${ID}; ${SOUND}`],
      ['high'],
    ],
    ['missing-http-only', 'script writes the session it sets', [{ script: { name: 'sid', value: ID } }], []],
    [
      'missing-http-only',
      'script began it, a response renews it',
      [{ script: { name: 'sid', value: ID } }, `sid=${ID}; Path=/`],
      [],
    ],
    [
      'missing-http-only',
      'a response began it, script writes over it',
      [`sid=${ID}; Secure; Path=/`, { script: { name: 'sid', value: `${ID}2`, secure: true } }],
      ['high'],
    ],
    [
      'missing-http-only',
      'script writes a setting that a response set',
      ['x=1; Path=/', { script: { name: 'x', value: '2' } }],
      [],
    ],
    ['missing-secure', 'a session', [`sid=${ID}; HttpOnly`], ['high']],
    ['missing-secure', 'a theme', ['theme=dark'], ['low']],
    [
      'missing-secure',
      'a load balancer’s, which cannot be told to',
      ['AWSALB=q7k2l9x4v8b1n6m3; Path=/'],
      ['info'],
    ],
    [
      'missing-secure',
      'over HTTP, on a host that redirects to another by HTTPS',
      [
        {
          url: 'http://shop.example/',
          status: 301,
          setCookie: [`sid=${ID}; HttpOnly`],
          responseHeaders: { location: 'https://www.shop.example/' },
        },
      ],
      ['high'],
    ],
    [
      'missing-secure',
      'over HTTP, on a host that redirects to another site',
      [
        {
          url: 'http://shop.example/',
          status: 301,
          setCookie: [`sid=${ID}; HttpOnly`],
          responseHeaders: { location: 'https://pay.example/' },
        },
        { url: 'http://shop.example/' },
      ],
      [],
    ],
    [
      'missing-secure',
      'a theme of an embedded site is refused or its own',
      [{}, third('theme=dark; SameSite=Lax')],
      [],
    ],
    ['missing-same-site', 'a session', [`sid=${ID}; HttpOnly; Secure`], ['medium']],
    ['missing-same-site', 'a theme', ['theme=dark; Secure'], ['info']],
    ['same-site-none-insecure', 'a session', [`sid=${ID}; SameSite=None`], ['high']],
    ['same-site-none-insecure', 'another', ['x=1; SameSite=None'], ['medium']],
    ['same-site-none-insecure', 'an embedded site’s', [{}, third('x=1; SameSite=None')], ['info']],
    [
      'same-site-none-insecure',
      'a deletion that fails',
      [`sid=${ID}; ${SOUND}`, 'sid=; Max-Age=0; SameSite=None'],
      ['high'],
    ],
    ['broken-prefix', 'a session', [`__Host-sid=${ID}; Secure`], ['high']],
    ['broken-prefix', 'another', ['__Host-theme=dark; Path=/'], ['medium']],
    ['broken-prefix', 'deleting what is not there', ['__Host-sid=; Max-Age=0; Path=/'], []],
    ['rejected-cookie', 'a session', [`sid=${ID}; Domain=other.example`], ['high']],
    ['rejected-cookie', 'another', ['x=1; Domain=other.example'], ['medium']],
    ['rejected-cookie', 'a session that cannot be read', [`sid=${ID}\u0001; Secure`], ['high']],
    ['rejected-cookie', 'longer than any cookie is another rule’s', [`blob=${'x'.repeat(4100)}`], []],
    ['oversized-cookie', 'longer than any cookie', [`blob=${'x'.repeat(4100)}`], ['medium']],
    ['rejected-cookie', 'an embedded site’s, without SameSite=None', [{}, third('x=1; Secure')], ['info']],
    [
      'rejected-cookie',
      'an embedded site’s session likewise',
      [{}, third(`sid=${ID}; Secure; HttpOnly`)],
      ['info'],
    ],
    ['rejected-cookie', 'an empty line loses nothing', [''], ['info']],
    [
      'rejected-cookie',
      'Secure on the redirect to HTTPS, where another host sets it',
      [
        {
          url: 'http://shop.example/',
          status: 301,
          setCookie: [`sid=${ID}; ${SOUND}`],
          responseHeaders: { location: 'https://www.shop.example/' },
        },
        www(`sid=${ID}; ${SOUND}`),
      ],
      [],
    ],
    [
      'rejected-cookie',
      'Secure on the redirect to HTTPS, and nowhere else',
      [
        {
          url: 'http://shop.example/',
          status: 301,
          setCookie: [`sid=${ID}; ${SOUND}`],
          responseHeaders: { location: 'https://shop.example/' },
        },
        {},
      ],
      ['high'],
    ],
    [
      'rejected-cookie',
      'a Secure one over plain HTTP',
      [{ url: 'http://shop.example/', setCookie: [`sid=${ID}; ${SOUND}`] }],
      ['high'],
    ],
    [
      'rejected-cookie',
      'many lines of one kind are one finding',
      ['x=1; Domain=a.example', 'x=2; Domain=a.example'],
      ['medium'],
    ],
    [
      'broad-domain',
      'a session for the parent',
      [www(`sid=${ID}; ${SOUND}; Domain=shop.example`)],
      ['medium'],
    ],
    [
      'broad-domain',
      'a session for the host and below',
      [`sid=${ID}; ${SOUND}; Domain=shop.example`],
      ['low'],
    ],
    [
      'broad-domain',
      'a session that two hosts use',
      [
        www(`sid=${ID}; ${SOUND}; Domain=shop.example`),
        { url: 'https://pay.shop.example/', cookie: `sid=${ID}` },
      ],
      ['info'],
    ],
    [
      'broad-domain',
      'a second host that only serves pictures does not use it',
      [
        www(`sid=${ID}; ${SOUND}; Domain=shop.example`),
        {
          url: 'https://cdn.shop.example/a.png',
          type: 'image',
          initiator: 'https://www.shop.example',
          cookie: `sid=${ID}`,
        },
      ],
      ['medium'],
    ],
    [
      'broad-domain',
      'nor does one that only redirects',
      [
        www(`sid=${ID}; ${SOUND}; Domain=shop.example`),
        { url: 'https://old.shop.example/', status: 302, cookie: `sid=${ID}` },
      ],
      ['medium'],
    ],
    ['broad-domain', 'a theme', [www('theme=dark; Domain=shop.example')], ['info']],
    [
      'broad-domain',
      'a session that was there before',
      [{ before: { name: 'sid', value: ID, hostOnly: false, httpOnly: true } }],
      ['low'],
    ],
    ['long-lived-session', '1 day', [`sid=${ID}; Max-Age=${DAY}`], []],
    ['long-lived-session', '25 hours', [`sid=${ID}; Max-Age=${DAY + 3600}`], ['low']],
    ['long-lived-session', '7 days', [`sid=${ID}; Max-Age=${7 * DAY}`], ['low']],
    ['long-lived-session', '8 days', [`sid=${ID}; Max-Age=${8 * DAY}`], ['medium']],
    ['long-lived-session', '30 days', [`sid=${ID}; Max-Age=${30 * DAY}`], ['medium']],
    ['long-lived-session', '31 days', [`sid=${ID}; Max-Age=${31 * DAY}`], ['high']],
    [
      'long-lived-session',
      'only the newest line counts',
      [`sid=${ID}; Max-Age=${31 * DAY}`, `sid=${ID}`],
      [],
    ],
    ['long-lived-session', 'remember-me, 90 days', [`remember_me=${ID}; Max-Age=${90 * DAY}`], []],
    ['long-lived-session', 'remember-me, 91 days', [`remember_me=${ID}; Max-Age=${91 * DAY}`], ['low']],
    ['sensitive-value', 'any cookie', ['x=ann%40example.com'], ['high']],
    ['cookie-header-overhead', '1 KiB and a byte', [{ cookie: `a=${'x'.repeat(1023)}` }], ['low']],
    ['cookie-header-overhead', '4 KiB', [{ cookie: `a=${'x'.repeat(4094)}` }], ['low']],
    ['cookie-header-overhead', 'over 4 KiB', [{ cookie: `a=${'x'.repeat(4095)}` }], ['medium']],
    ['cookie-header-overhead', 'over 8 KiB', [{ cookie: `a=${'x'.repeat(8200)}` }], ['high']],
  ])('%s: %s', (rule, _, events, severities) => {
    expect(severitiesOf(rule, ...events)).toEqual(severities);
  });
});
