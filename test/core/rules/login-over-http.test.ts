import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { LOGIN } from '../../../src/core/rules/examples/logins.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

describe('login-over-http', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['by HTTP', [{ ...LOGIN, url: 'http://shop.example/login' }], ['critical certain']],
    [
      'a wrong password by HTTP is sent all the same',
      [{ ...LOGIN, url: 'http://shop.example/login', status: 401 }],
      ['critical certain'],
    ],
    [
      'once for many',
      [
        { ...LOGIN, url: 'http://shop.example/login' },
        { ...LOGIN, url: 'http://shop.example/login' },
      ],
      ['critical certain'],
    ],
    ['by GET', [{ url: 'https://shop.example/login?user=a&password=b' }], ['high certain']],
    [
      'from HTTP',
      [{ url: 'http://shop.example/' }, { ...LOGIN, initiator: 'http://shop.example' }],
      ['medium certain'],
    ],
    ['by HTTPS', [LOGIN], []],
    ['a reset link', [{ url: 'https://shop.example/reset?password_reset_token=abc' }], []],
    ['localhost', [{ ...LOGIN, url: 'http://localhost:3000/login' }], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('login-over-http', events)).toEqual(verdicts);
  });
});
