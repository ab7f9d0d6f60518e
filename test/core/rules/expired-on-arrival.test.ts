import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('expired-on-arrival', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a session', [`sid=${ID}; ${SOUND}; Max-Age=0`], ['low certain']],
    ['another cookie', ['region=north-east; Expires=Wed, 21 Jan 1970 10:53:45 GMT'], ['low certain']],
    ['a negative Max-Age', ['region=north-east; Max-Age=-1'], ['low certain']],
    ['again and again, one finding', ['region=north; Max-Age=0', 'region=south; Max-Age=0'], ['low certain']],
    [
      'an embedded site’s',
      [page('shop.example'), embedded('region=north; Secure; SameSite=None; Max-Age=0')],
      ['info certain'],
    ],
    ['empty', ['sid=; Max-Age=0'], []],
    ['quotes with nothing inside', ['sid=""; Max-Age=0'], []],
    [
      'words for nothing',
      [
        'a=deleted; Max-Age=0',
        'b=deleteMe; Max-Age=0',
        'c=EXPIRED; Max-Age=0',
        'd=null; Max-Age=0',
        'e=-; Max-Age=0',
        'f=%20; Max-Age=0',
      ],
      [],
    ],
    ['that cookie is stored', [`sid=${ID}; ${SOUND}; Path=/`, `sid=${ID}; Max-Age=0; Path=/`], []],
    [
      'one of its name is stored elsewhere',
      [`sid=${ID}; ${SOUND}; Path=/a`, `sid=${ID}; Max-Age=0; Path=/`],
      [],
    ],
    ['one of its name was sent', [{ cookie: `sid=${ID}`, setCookie: [`sid=${ID}; Max-Age=0`] }], []],
    [
      'the same response keeps one of its name',
      [{ setCookie: [`sid=${ID}; Max-Age=0; Path=/a`, `sid=${ID}; ${SOUND}; Path=/`] }],
      [],
    ],
    [
      'the store held it before',
      [{ before: { name: 'sid', value: ID } }, `sid=${ID}; Max-Age=0; Path=/`],
      [],
    ],
    ['refused', ['region=north; Max-Age=0; Domain=other.example'], []],
    [
      'Max-Age goes before an old Expires',
      ['region=north; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('expired-on-arrival', events)).toEqual(verdicts);
  });
});
