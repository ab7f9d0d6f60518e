import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import {
  embedded,
  findingsOf,
  ID,
  OTHER_ID,
  page,
  SOUND,
  verdictsOf,
  wait,
} from '../../helpers/rule-table.ts';

const LOGOUT = { url: 'https://shop.example/logout', method: 'POST', cookie: `sid=${ID}` };
const DOMAIN = `sid=${ID}; ${SOUND}; Path=/; Domain=shop.example`;

describe('ineffective-deletion', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a session with a Domain, deleted without', [DOMAIN, 'sid=; Path=/; Max-Age=0'], ['high certain']],
    [
      'without a Domain, deleted with',
      [`sid=${ID}; ${SOUND}; Path=/`, 'sid=; Path=/; Domain=shop.example; Max-Age=0'],
      ['high certain'],
    ],
    [
      'another Path that the request is on',
      [
        `sid=${ID}; ${SOUND}; Path=/`,
        { url: 'https://shop.example/user/logout', setCookie: ['sid=; Max-Age=0'] },
      ],
      ['high certain'],
    ],
    [
      'another Path that it is not on',
      [
        `sid=${ID}; ${SOUND}; Path=/app`,
        { url: 'https://shop.example/logout', setCookie: ['sid=; Path=/; Max-Age=0'] },
      ],
      ['high tentative'],
    ],
    [
      'another partition',
      [`sid=${ID}; HttpOnly; Secure; SameSite=None; Path=/; Partitioned`, 'sid=; Path=/; Max-Age=0'],
      ['high certain'],
    ],
    [
      'a theme',
      ['theme=dark; Secure; Path=/; Domain=shop.example', 'theme=; Path=/; Max-Age=0'],
      ['low certain'],
    ],
    [
      'an embedded site’s',
      [
        page('shop.example'),
        embedded('x=1; Secure; SameSite=None; Path=/; Domain=widget.example'),
        embedded('x=; Secure; SameSite=None; Path=/; Max-Age=0'),
      ],
      ['info certain'],
    ],
    [
      'tried twice, one finding',
      [DOMAIN, 'sid=; Path=/; Max-Age=0', 'sid=; Path=/a; Max-Age=0'],
      ['high certain'],
    ],
    ['it fits', [DOMAIN, 'sid=; Path=/; Domain=.shop.example; Max-Age=0'], []],
    [
      'it fits and is neither Secure nor HttpOnly',
      [`sid=${ID}; ${SOUND}; Path=/`, 'sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
      [],
    ],
    [
      'one of several fits',
      [DOMAIN, { setCookie: ['sid=; Path=/; Max-Age=0', 'sid=; Path=/; Max-Age=0; Domain=shop.example'] }],
      [],
    ],
    [
      'the next hop puts it right',
      [
        DOMAIN,
        { status: 302, setCookie: ['sid=; Path=/; Max-Age=0'] },
        'sid=; Path=/; Max-Age=0; Domain=shop.example',
      ],
      [],
    ],
    ['set anew by the same response', [DOMAIN, { setCookie: ['sid=; Path=/; Max-Age=0', DOMAIN] }], []],
    [
      'an anonymous one comes in its place',
      [DOMAIN, 'sid=; Path=/; Max-Age=0', DOMAIN.replace(ID, OTHER_ID)],
      [],
    ],
    [
      'somebody logs in again, much later',
      [DOMAIN, 'sid=; Path=/; Max-Age=0', ...wait(8), DOMAIN.replace(ID, OTHER_ID)],
      ['high certain'],
    ],
    ['kept on by the next response', [DOMAIN, 'sid=; Path=/; Max-Age=0', ...wait(8), DOMAIN], []],
    [
      'Clear-Site-Data does it',
      [
        DOMAIN,
        { setCookie: ['sid=; Path=/; Max-Age=0'], responseHeaders: { 'clear-site-data': '"cookies"' } },
      ],
      [],
    ],
    [
      'another host’s host-only cookie',
      [`sid=${ID}; ${SOUND}; Path=/`, page('www.shop.example', 'sid=; Path=/; Max-Age=0')],
      [],
    ],
    [
      'a logout that renews what it means to delete',
      [DOMAIN, { ...LOGOUT, setCookie: ['sid=; Path=/; Max-Age=0', DOMAIN] }],
      ['high certain'],
    ],
    [
      'a logout that gives an anonymous one in its place',
      [DOMAIN, { ...LOGOUT, setCookie: ['sid=; Path=/; Max-Age=0', DOMAIN.replace(ID, OTHER_ID)] }],
      [],
    ],
    ['nothing there', ['sid=; Path=/; Max-Age=0'], []],
    [
      'known from a request alone',
      [{ before: { name: 'sid', value: ID, assumed: true } }, 'sid=; Path=/; Domain=shop.example; Max-Age=0'],
      [],
    ],
    ['a refused deletion is another rule’s', [DOMAIN, 'sid=; Path=/; Max-Age=0; SameSite=None'], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('ineffective-deletion', events)).toEqual(verdicts);
  });

  it('names the deletion, the cookie that stays and the line that set it', () => {
    const [found] = findingsOf('ineffective-deletion', [DOMAIN, 'sid=; Path=/; Max-Age=0']);
    expect(found?.message).toContain('another `Domain`');
    expect(found?.evidence).toEqual([
      'GET https://shop.example/ → Set-Cookie: sid=; Path=/; Max-Age=0',
      'Stays: `sid` of .shop.example/',
      expect.stringMatching(
        /^Set by: GET https:\/\/shop\.example\/ → Set-Cookie: sid=<20 bytes, [0-9a-f]{8}>;/,
      ),
    ]);
  });
});
