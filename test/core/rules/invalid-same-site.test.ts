import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, findingsOf, ID, page, verdictsOf } from '../../helpers/rule-table.ts';

describe('invalid-same-site', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a session', [`sid=${ID}; HttpOnly; Secure; SameSite=Laxx`], ['medium certain']],
    ['another cookie', ['x=1; Secure; SameSite=Lax,Strict'], ['low certain']],
    [
      'an embedded site’s',
      [page('shop.example'), embedded('x=1; Secure; SameSite=None; SameSite=Nonee')],
      [],
    ],
    ['empty', ['x=1; Secure; SameSite='], ['low certain']],
    ['quoted', [`x=1; Secure; SameSite="Lax"`], ['low certain']],
    ['the last one is right', ['x=1; Secure; SameSite=Laxx; SameSite=Lax'], []],
    ['with spaces around', ['x=1; Secure; SameSite = strict '], []],
    ['a colon makes it another attribute', ['x=1; Secure; SameSite:Lax'], []],
    ['refused', ['x=1; Domain=other.example; SameSite=Laxx'], []],
    ['a deletion', ['x=; Max-Age=0; SameSite=Laxx'], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('invalid-same-site', events)).toEqual(verdicts);
  });

  it('names a plain word and nothing else, and leaves the missing attribute to no other rule', () => {
    const [word] = findingsOf('invalid-same-site', [`sid=${ID}; Secure; SameSite=Laxx`]);
    expect(word?.message).toContain('`SameSite=Laxx`');
    const [odd] = findingsOf('invalid-same-site', [`sid=${ID}; Secure; SameSite=<b>${ID}`]);
    expect(JSON.stringify(odd)).not.toContain(ID);
    expect(findingsOf('missing-same-site', [`sid=${ID}; Secure; SameSite=Laxx`])).toEqual([]);
  });
});
