import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, findingsOf, ID, page, verdictsOf } from '../../helpers/rule-table.ts';

describe('third-party-cookie', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'an embedded site’s session',
      [page('shop.example'), embedded(`sid=${ID}; HttpOnly; Secure; SameSite=None`)],
      ['info certain'],
    ],
    [
      'an embedded site’s setting',
      [page('shop.example'), embedded('x=1; Secure; SameSite=None')],
      ['info certain'],
    ],
    [
      'several of one site are one finding',
      [page('shop.example'), embedded('a=1; Secure; SameSite=None', 'b=1; Secure; SameSite=None')],
      ['info certain'],
    ],
    [
      'the site’s own session inside another’s page',
      [
        `sid=${ID}; HttpOnly; Secure; SameSite=None`,
        page('blog.example'),
        {
          url: 'https://shop.example/w',
          type: 'sub_frame',
          initiator: 'https://blog.example',
          cookie: `sid=${ID}`,
        },
      ],
      ['low certain', 'info certain'],
    ],
    [
      'partitioned',
      [page('shop.example'), embedded('x=1; Secure; SameSite=None; Partitioned')],
      ['info certain'],
    ],
    ['refused', [page('shop.example'), embedded('x=1; Secure; SameSite=Lax')], []],
    ['a deletion', [page('shop.example'), embedded('x=; Secure; SameSite=None; Max-Age=0')], []],
    [
      'stored by a visit, and not sent here',
      [page('widget.example', 'x=1; Secure; SameSite=None'), page('shop.example'), embedded()],
      [],
    ],
    [
      'own hosts',
      [page('shop.example'), { url: 'https://cdn.shop.example/', type: 'image', setCookie: ['x=1; Secure'] }],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('third-party-cookie', events)).toEqual(verdicts);
  });

  it('says whether they are partitioned', () => {
    const said = (line: string) =>
      findingsOf('third-party-cookie', [page('shop.example'), embedded(line)])[0]?.message;
    expect(said('x=1; Secure; SameSite=None')).toBe(
      'The embedded widget.example uses `x`, third-party: some browsers block them.',
    );
    expect(said('x=1; Secure; SameSite=None; Partitioned')).toContain('each page’s site has its own');
  });
});
