import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { jwt, NOW } from '../../../src/core/rules/examples/tokens.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const EXP = NOW + 3600;

describe('readable-token', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'an address, under any name',
      [`t=${jwt({ sub: '1', Email: 'jo@shop.example', exp: EXP })}; Path=/; Secure`],
      ['medium firm'],
    ],
    [
      'rights',
      [`auth_token=${jwt({ sub: '1', permissions: ['all'], exp: EXP })}; Path=/; Secure`],
      ['medium certain'],
    ],
    [
      'a Bearer word before it',
      [`auth=Bearer%20${jwt({ role: 'admin', exp: EXP })}; Path=/`],
      ['medium certain'],
    ],
    [
      'HttpOnly came later',
      [`t=${jwt({ email: 'a', exp: EXP })}; Path=/`, `t=${jwt({ email: 'a', exp: EXP })}; Path=/; HttpOnly`],
      [],
    ],
    ['only the subject', [`t=${jwt({ sub: '1', iss: 'x', aud: 'y', exp: EXP })}; Path=/`], []],
    ['three words with dots', ['t=eyes.open.now; Path=/'], []],
    ['sealed (JWE) has five parts', ['t=eyJhbGciOiJkaXIifQ.YQ.YQ.YQ.YQ; Path=/'], []],
    ['deleted', [`t=${jwt({ email: 'a', exp: EXP })}; Path=/; Max-Age=0`], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('readable-token', events)).toEqual(verdicts);
  });
});
