import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { findingsOf, ID, OTHER_ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

const VICTIM = page('www.shop.example', `sid=${ID}; ${SOUND}; Path=/`);
const TOSSED = page('blog.shop.example', `sid=${OTHER_ID}; Path=/; Domain=shop.example; Secure`);

describe('cookie-tossing', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['seen: another host’s comes second', [VICTIM, TOSSED], ['high firm']],
    [
      'seen: another host’s comes first by its Path',
      [VICTIM, page('blog.shop.example', `sid=${OTHER_ID}; Path=/account; Domain=shop.example; Secure`)],
      ['high certain'],
    ],
    ['seen: it was there first', [TOSSED, VICTIM], ['high certain']],
    ['seen on the registrable domain itself', [`sid=${ID}; ${SOUND}; Path=/`, TOSSED], ['high firm']],
    ['possible: there is another host', [VICTIM, page('blog.shop.example')], ['info firm']],
    [
      'possible: another host has a wider one of another name',
      [VICTIM, page('blog.shop.example', `sid2=${OTHER_ID}; Path=/; Domain=shop.example; Secure`)],
      ['info firm'],
    ],
    [
      'the other went before this one came',
      [TOSSED, page('blog.shop.example', 'sid=; Path=/; Domain=shop.example; Max-Age=0'), VICTIM],
      ['info firm'],
    ],
    [
      '__Host-',
      [
        page('www.shop.example', `__Host-sid=${ID}; ${SOUND}; Path=/`),
        page('blog.shop.example', `__Host-sid=${OTHER_ID}; Path=/; Domain=shop.example; Secure`),
      ],
      [],
    ],
    [
      'the host’s own doing',
      [VICTIM, page('www.shop.example', `sid=${OTHER_ID}; Path=/; Domain=shop.example`)],
      [],
    ],
    [
      'a theme',
      [
        page('www.shop.example', 'theme=dark; Path=/'),
        page('blog.shop.example', 'theme=light; Path=/; Domain=shop.example'),
      ],
      [],
    ],
    [
      'with a Domain it is meant for all',
      [page('www.shop.example', `sid=${ID}; ${SOUND}; Domain=shop.example`), page('blog.shop.example')],
      [],
    ],
    ['www and without', [page('shop.example'), VICTIM], []],
    ['another site', [VICTIM, page('blog.example', `sid=${OTHER_ID}; Path=/; Secure`)], []],
    [
      'on loopback',
      [{ url: 'http://localhost/', setCookie: [`sid=${ID}; HttpOnly`] }, { url: 'http://api.localhost/' }],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('cookie-tossing', events)).toEqual(verdicts);
  });

  it('names both hosts and both lines, and leaves nothing to duplicate-cookie', () => {
    const events = [
      VICTIM,
      TOSSED,
      { url: 'https://www.shop.example/', cookie: `sid=${ID}; sid=${OTHER_ID}` },
    ];
    const [found] = findingsOf('cookie-tossing', events);
    expect(found?.message).toBe(
      '`sid` of www.shop.example is shadowed: blog.shop.example set one of that name for all of shop.example.',
    );
    expect(found?.evidence.slice(0, 2).map((line) => line.split(' → ')[0])).toEqual([
      'GET https://www.shop.example/',
      'GET https://blog.shop.example/',
    ]);
    expect(found?.evidence[2]).toBe('Sent first: that of www.shop.example');
    expect(findingsOf('duplicate-cookie', events)).toEqual([]);
  });
});
