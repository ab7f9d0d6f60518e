import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { jwt, NOW } from '../../../src/core/rules/examples/tokens.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

describe('weak-jwt', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['alg none', [`auth_token=${jwt({ exp: NOW + 60 }, 'none')}; ${FLAGS}`], ['critical certain']],
    ['alg NoNe', [`auth_token=${jwt({ exp: NOW + 60 }, 'NoNe')}; ${FLAGS}`], ['critical certain']],
    ['no exp', [`auth_token=${jwt({ sub: '1' })}; ${FLAGS}`], ['medium certain']],
    ['two days, without iat', [`auth_token=${jwt({ exp: NOW + 2 * 86_400 })}; ${FLAGS}`], ['low certain']],
    ['a day and no more', [`auth_token=${jwt({ iat: NOW, exp: NOW + 86_400 })}; ${FLAGS}`], []],
    [
      'the worst of two',
      [`auth_token=${jwt({ sub: '1' })}; ${FLAGS}`, `auth_token=${jwt({ exp: 1 }, 'none')}; ${FLAGS}`],
      ['critical certain'],
    ],
    ['exp is no number', [`auth_token=${jwt({ exp: 'soon' })}; ${FLAGS}`], ['medium certain']],
    ['a consent', [`consent=${jwt({ ads: true })}; Path=/`], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('weak-jwt', events)).toEqual(verdicts);
  });
});
