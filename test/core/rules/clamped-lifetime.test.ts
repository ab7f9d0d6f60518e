import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('clamped-lifetime', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['400 days and a second', [`x=1; Secure; Max-Age=${400 * 86_400 + 1}`], ['info certain']],
    ['400 days', [`x=1; Secure; Max-Age=${400 * 86_400}`], []],
    ['a session too', [`sid=${ID}; ${SOUND}; Max-Age=99999999`], ['info certain']],
    ['Expires in the year 9999', ['x=1; Secure; Expires=Fri, 31 Dec 9999 23:59:59 GMT'], ['info certain']],
    ['more digits than a number has', [`x=1; Secure; Max-Age=${'9'.repeat(40)}`], ['info certain']],
    [
      'each of several lines, one finding',
      ['x=1; Max-Age=99999999', 'x=2; Max-Age=99999999'],
      ['info certain'],
    ],
    ['refused', ['x=1; Max-Age=99999999; Domain=other.example'], []],
    [
      'an embedded site’s',
      [page('shop.example'), embedded('x=1; Secure; SameSite=None; Max-Age=99999999')],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('clamped-lifetime', events)).toEqual(verdicts);
  });
});
