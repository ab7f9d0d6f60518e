import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import {
  asked,
  embedded,
  findingsOf,
  ID,
  OTHER_ID,
  page,
  SOUND,
  verdictsOf,
} from '../../helpers/rule-table.ts';

const FULL = `sid=${ID}; Path=/; ${SOUND}`;

describe('attribute-drift', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a session loses HttpOnly', [FULL, `sid=${ID}; Path=/; Secure; SameSite=Lax`], ['medium certain']],
    ['a session loses Secure', [FULL, `sid=${ID}; Path=/; HttpOnly; SameSite=Lax`], ['medium certain']],
    ['a session loses SameSite', [FULL, `sid=${ID}; Path=/; HttpOnly; Secure`], ['medium certain']],
    ['Lax becomes None', [FULL, `sid=${ID}; Path=/; HttpOnly; Secure; SameSite=None`], ['medium certain']],
    ['a theme', ['theme=a; Path=/; Secure', 'theme=b; Path=/'], ['low certain']],
    [
      'an embedded site’s',
      [
        page('shop.example'),
        embedded('x=1; HttpOnly; Secure; SameSite=None'),
        embedded('x=2; Secure; SameSite=None'),
      ],
      ['info certain'],
    ],
    ['right again in the end', [FULL, `sid=${ID}; Path=/`, FULL], ['medium certain']],
    ['stronger', [`sid=${ID}; Path=/`, FULL], []],
    ['the same', [FULL, FULL, FULL], []],
    ['another lifetime', [FULL, `${FULL}; Max-Age=3600`], []],
    ['a deletion', [FULL, 'sid=; Path=/; Max-Age=0'], []],
    ['another path', [FULL, `sid=${ID}; Path=/a`], []],
    ['another domain', [FULL, `sid=${ID}; Path=/; Domain=shop.example`], []],
    ['another host', [FULL, page('www.shop.example', `sid=${ID}; Path=/`)], []],
    ['a refused line changes nothing', [FULL, `sid=${ID}; Path=/; SameSite=None`], []],
    ['within one response', [{ setCookie: [FULL, `sid=${ID}; Path=/`] }], []],
    [
      'at login: weaker-after-login tells',
      [
        FULL,
        {
          url: 'https://shop.example/login',
          method: 'POST',
          fields: ['username', 'password'],
          status: 303,
          responseHeaders: { location: '/account' },
          setCookie: [`sid=${OTHER_ID}; Path=/`],
        },
        asked('/account', `sid=${OTHER_ID}`),
      ],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('attribute-drift', events)).toEqual(verdicts);
  });

  it('names both URLs', () => {
    const [found] = findingsOf('attribute-drift', [
      { url: 'https://shop.example/login', setCookie: [FULL] },
      { url: 'https://shop.example/refresh', setCookie: [`sid=${ID}; Path=/`] },
    ]);
    expect(found?.message).toMatch(/`HttpOnly` is gone, `Secure` is gone, `SameSite` is weaker/);
    expect(found?.evidence.map((line) => line.split(' → ')[0])).toEqual([
      'GET https://shop.example/login',
      'GET https://shop.example/refresh',
    ]);
  });
});
