import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';

describe('session-id-in-url', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['path parameter', [{ url: `https://shop.example/a;jsessionid=${STRONG}?x=1` }], ['high firm']],
    [
      'one finding for many pages',
      [1, 2, 3].map((page) => ({ url: `https://shop.example/${page}?sid=${STRONG}` })),
      ['high firm'],
    ],
    [
      'path and query are two',
      [
        { url: `https://shop.example/a;jsessionid=${STRONG}` },
        { url: `https://shop.example/b?session_id=${STRONG}` },
      ],
      ['high firm', 'high firm'],
    ],
    [
      'to another site',
      [{}, { url: `https://cdn.example/x?sid=${STRONG}`, type: 'image', initiator: 'https://shop.example' }],
      [],
    ],
    ['code and state of OAuth', [{ url: `https://shop.example/cb?code=${STRONG}&state=${STRONG}` }], []],
    [
      'the ID token of a provider’s answer',
      [{ url: 'https://shop.example/cb?id_token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln' }],
      [],
    ],
    ['too short', [{ url: 'https://shop.example/?sid=a1b2c3' }], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('session-id-in-url', events)).toEqual(verdicts);
  });
});
