import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, findingsOf, ID, OTHER_ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('opaque-attribute', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a session: htponly', [`sid=${ID}; htponly; Secure; SameSite=Lax`], ['medium certain']],
    ['a theme: samesite:lax', ['theme=dark; samesite:lax'], ['low certain']],
    [
      'an embedded site’s',
      [page('shop.example'), embedded('x=1; Secure; SameSite=None; htponly')],
      ['info certain'],
    ],
    ...[
      'HttpOnly: true',
      'Http-Only',
      'HTTP_ONLY',
      'HtppOnly',
      'Httponley',
      'Secrue',
      'Secured',
      'Same-Site=Lax',
      'SameSit=Lax',
      'MaxAge=3',
      'max-age: 3',
      'Max_Age=60',
      'Expire=Thu',
      'Doman=shop.example',
      'Path:/',
      'Secure HttpOnly',
      'Partitoned',
    ].map((typo): [string, readonly ExampleEvent[], readonly string[]] => [
      typo,
      [`x=1; ${typo}`],
      ['low certain'],
    ]),
    ['a session: a piece of its value', [`sid=${ID};left over; ${SOUND}`], ['low firm']],
    ['another: a piece of its value', ['prefs=a=1;b=2; Secure'], ['info firm']],
    ...[
      'Version=1',
      'Comment=x',
      'Discard',
      'Port="80"',
      'CommentURL=x',
      'SameParty',
      'Priority=High',
      'HttpOnly=false',
      'SECURE',
      ' ',
      'Max-Age=3d',
      'Expires=never',
      'SameSite=Laxx',
    ].map((fine): [string, readonly ExampleEvent[], readonly string[]] => [fine, [`x=1; ${fine}`], []]),
    ['a deletion', ['x=; htponly; Max-Age=0'], []],
    ['refused', ['x=1; htponly; Domain=other.example'], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('opaque-attribute', events)).toEqual(verdicts);
  });

  it('names what is meant, and never what may be a piece of the value', () => {
    const [typo] = findingsOf('opaque-attribute', [`sid=${ID}; samesite:lax${ID}; Secure`]);
    expect(typo?.message).toContain('`samesite`, which no browser knows. `SameSite` is meant');
    const [piece] = findingsOf('opaque-attribute', [`x=1; ${OTHER_ID}; Secure`]);
    expect(JSON.stringify([typo, piece])).not.toMatch(new RegExp(`${ID}|${OTHER_ID}`));
  });

  it('reads Chromium’s Priority in Firefox as somebody’s who knows what it is', () => {
    expect(verdictsOf('opaque-attribute', ['x=1; Priority=High'], 'firefox')).toEqual([]);
  });
});
