import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, ID, OTHER_ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('conflicting-set-cookie', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['two values', [{ setCookie: [`sid=${ID}; ${SOUND}`, `sid=${OTHER_ID}; ${SOUND}`] }], ['low certain']],
    ['a theme', [{ setCookie: ['theme=a', 'theme=b'] }], ['low certain']],
    [
      'an embedded site’s',
      [page('shop.example'), embedded('x=1; Secure; SameSite=None', 'x=2; Secure; SameSite=None')],
      ['info certain'],
    ],
    [
      'three responses, one finding',
      Array.from({ length: 3 }, () => ({ setCookie: ['a=1', 'a=2'] })),
      ['low certain'],
    ],
    ['other attributes', [{ setCookie: ['a=1; Secure', 'a=1; Secure; HttpOnly'] }], ['low certain']],
    ['the default Path written out', [{ setCookie: ['a=1', 'a=1; Path=/'] }], []],
    [
      'Expires a second apart',
      [
        {
          setCookie: [
            'a=1; Expires=Thu, 01 Jan 2026 01:00:00 GMT',
            'a=1; Expires=Thu, 01 Jan 2026 01:00:01 GMT',
          ],
        },
      ],
      [],
    ],
    ['a deletion first, or last', [{ setCookie: ['a=; Max-Age=0', 'a=1', 'a=; Max-Age=0'] }], []],
    ['names differ in case', [{ setCookie: ['a=1', 'A=2'] }], []],
    ['another path', [{ setCookie: ['a=1; Path=/', 'a=2; Path=/x'] }], []],
    [
      'another partition',
      [{ setCookie: ['a=1; Secure; SameSite=None', 'a=2; Secure; SameSite=None; Partitioned'] }],
      [],
    ],
    ['two responses', ['a=1', 'a=2'], []],
    ['one is refused', [{ setCookie: ['a=1; Domain=other.example', 'a=2'] }], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('conflicting-set-cookie', events)).toEqual(verdicts);
  });
});
