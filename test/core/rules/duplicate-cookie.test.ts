import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { asked, findingsOf, ID, OTHER_ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('duplicate-cookie', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'a session on two paths',
      [
        `sid=${ID}; ${SOUND}; Path=/`,
        page('shop.example/account', `sid=${OTHER_ID}; ${SOUND}`),
        asked('/account/', `sid=${OTHER_ID}; sid=${ID}`),
      ],
      ['medium certain'],
    ],
    [
      'a session with and without Domain',
      [
        `sid=${ID}; ${SOUND}; Path=/`,
        `sid=${OTHER_ID}; ${SOUND}; Path=/; Domain=shop.example`,
        asked('/', `sid=${ID}; sid=${OTHER_ID}`),
      ],
      ['medium certain'],
    ],
    [
      'a theme',
      ['theme=a; Path=/', 'theme=b; Path=/; Domain=shop.example', asked('/', 'theme=a; theme=b')],
      ['low certain'],
    ],
    [
      'ten requests, one finding',
      [
        'theme=a; Path=/',
        'theme=b; Path=/; Domain=shop.example',
        ...Array.from({ length: 10 }, (_, index) => asked(`/${index}`, `theme=a; theme=b; n=${index}`)),
      ],
      ['low certain'],
    ],
    [
      'equal values',
      [
        `sid=${ID}; ${SOUND}; Path=/`,
        `sid=${ID}; ${SOUND}; Path=/; Domain=shop.example`,
        asked('/', `sid=${ID}; sid=${ID}`),
      ],
      ['medium certain'],
    ],
    [
      'stored, and never sent together',
      [
        `sid=${ID}; ${SOUND}; Path=/a`,
        `sid=${OTHER_ID}; ${SOUND}; Path=/b`,
        asked('/a', `sid=${ID}`),
        asked('/b', `sid=${OTHER_ID}`),
      ],
      [],
    ],
    ['names differ in case', ['a=1; Path=/', 'A=2; Path=/', asked('/', 'a=1; A=2')], []],
    ['without names', [asked('/', 'abc; def')], []],
    [
      'tossed by another host',
      [
        page('www.shop.example', `sid=${ID}; ${SOUND}; Path=/`),
        page('blog.shop.example', `sid=${OTHER_ID}; Path=/; Domain=shop.example`),
        { url: 'https://www.shop.example/', cookie: `sid=${ID}; sid=${OTHER_ID}` },
      ],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('duplicate-cookie', events)).toEqual(verdicts);
  });

  it.each([
    [
      'the longer Path',
      [
        `sid=${ID}; ${SOUND}; Path=/`,
        page('shop.example/account', `sid=${OTHER_ID}; ${SOUND}`),
        asked('/account/', `sid=${OTHER_ID}; sid=${ID}`),
      ],
      'First stands that of shop.example/account: it has the longer Path.',
    ],
    [
      'the older',
      [
        `sid=${ID}; ${SOUND}; Path=/; Domain=shop.example`,
        `sid=${OTHER_ID}; ${SOUND}; Path=/`,
        asked('/', `sid=${ID}; sid=${OTHER_ID}`),
      ],
      'First stands that of .shop.example/: it is older.',
    ],
  ])('says which goes first and why: %s', (_, events, words) => {
    const [found] = findingsOf('duplicate-cookie', events);
    expect(found?.message).toContain(words);
    expect(found?.evidence[0]).toMatch(
      /Cookie: sid=<20 characters, [0-9a-f]{8}>; sid=<20 characters, [0-9a-f]{8}>$/,
    );
  });
});
