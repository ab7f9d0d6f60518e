import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { asked, findingsOf, ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('broad-path', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'set and used below one folder',
      [page('shop.example/admin/login', `sid=${ID}; ${SOUND}; Path=/`), asked('/admin/a', `sid=${ID}`)],
      ['info tentative'],
    ],
    ['at the top', [page('shop.example', `sid=${ID}; ${SOUND}; Path=/`), asked('/', `sid=${ID}`)], []],
    [
      'set at the top, used below',
      [page('shop.example', `sid=${ID}; ${SOUND}; Path=/`), asked('/admin/a', `sid=${ID}`)],
      [],
    ],
    [
      'set by a page without a folder',
      [
        { url: 'https://shop.example/login', setCookie: [`sid=${ID}; ${SOUND}; Path=/`] },
        asked('/admin/a', `sid=${ID}`),
      ],
      [],
    ],
    [
      'a redirect elsewhere is no use',
      [
        page('shop.example/admin/login', `sid=${ID}; ${SOUND}; Path=/`),
        { url: 'https://shop.example/go', status: 302, cookie: `sid=${ID}` },
        asked('/admin/a', `sid=${ID}`),
      ],
      ['info tentative'],
    ],
    [
      'a call elsewhere is',
      [
        page('shop.example/admin/login', `sid=${ID}; ${SOUND}; Path=/`),
        { url: 'https://shop.example/rpc', type: 'xmlhttprequest', cookie: `sid=${ID}` },
        asked('/admin/a', `sid=${ID}`),
      ],
      [],
    ],
    [
      'a version of an interface',
      [page('shop.example/v1/login', `sid=${ID}; ${SOUND}; Path=/`), asked('/v1/a', `sid=${ID}`)],
      [],
    ],
    [
      'a region',
      [page('shop.example/en-gb/login', `sid=${ID}; ${SOUND}; Path=/`), asked('/en-gb/a', `sid=${ID}`)],
      [],
    ],
    [
      '__Host-',
      [
        page('shop.example/admin/login', `__Host-sid=${ID}; ${SOUND}; Path=/`),
        asked('/admin/a', `__Host-sid=${ID}`),
      ],
      [],
    ],
    [
      'a theme',
      [page('shop.example/admin/login', `theme=dark; ${SOUND}; Path=/`), asked('/admin/a', 'theme=dark')],
      [],
    ],
    [
      'its default Path',
      [page('shop.example/admin/login', `sid=${ID}; ${SOUND}`), asked('/admin/login', `sid=${ID}`)],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('broad-path', events)).toEqual(verdicts);
  });

  it('says that Path protects nothing', () => {
    const [found] = findingsOf('broad-path', [
      page('shop.example/admin/login', `sid=${ID}; ${SOUND}; Path=/`),
      asked('/admin/a', `sid=${ID}`),
    ]);
    expect(found?.message).toMatch(/below \/admin alone.*protects nothing/);
  });
});
