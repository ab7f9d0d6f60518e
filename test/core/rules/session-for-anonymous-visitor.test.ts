import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

describe('session-for-anonymous-visitor', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['on the first page', [`sid=${STRONG}; ${FLAGS}`], ['info firm']],
    [
      'on the sign-up page',
      [{ url: 'https://shop.example/register', setCookie: [`sid=${STRONG}; ${FLAGS}`] }],
      [],
    ],
    [
      'by an API call',
      [
        {},
        {
          url: 'https://shop.example/api/cart',
          type: 'xmlhttprequest',
          setCookie: [`sid=${STRONG}; ${FLAGS}`],
        },
      ],
      [],
    ],
    ['renewed for who has one', [{ cookie: `sid=${STRONG}`, setCookie: [`sid=${STRONG}; ${FLAGS}`] }], []],
    ['a load balancer', ['AWSALB=abcdefghijklmnop; Path=/'], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('session-for-anonymous-visitor', events)).toEqual(verdicts);
  });
});
