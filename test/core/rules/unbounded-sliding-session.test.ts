import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

describe('unbounded-sliding-session', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['three renewals', [1, 2, 3].map(() => `sid=${STRONG}; ${FLAGS}; Max-Age=1800`), ['low tentative']],
    ['two are a login and its page', [1, 2].map(() => `sid=${STRONG}; ${FLAGS}; Max-Age=1800`), []],
    ['a fixed end', [1800, 1799, 1798, 1797].map((age) => `sid=${STRONG}; ${FLAGS}; Max-Age=${age}`), []],
    ['no expiry', [1, 2, 3, 4].map(() => `sid=${STRONG}; ${FLAGS}`), []],
    ['a preference', [1, 2, 3, 4].map(() => 'theme=dark; Max-Age=1800'), []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('unbounded-sliding-session', events)).toEqual(verdicts);
  });
});
