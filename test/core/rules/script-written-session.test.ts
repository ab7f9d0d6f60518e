import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';

describe('script-written-session', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a token', [{ script: { name: 'access_token', value: STRONG } }], ['high firm']],
    [
      'set by a response, then by script',
      [`sid=${STRONG}; Path=/`, { script: { name: 'sid', value: '93ab41f05a880d2b6fb5e6087eb1b2dd' } }],
      ['high firm'],
    ],
    ['set by a response', [`sid=${STRONG}; Path=/`], []],
    ['a CSRF token of script', [{ script: { name: 'csrf_token', value: STRONG } }], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('script-written-session', events)).toEqual(verdicts);
  });
});
