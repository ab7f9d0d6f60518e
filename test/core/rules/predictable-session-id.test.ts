import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

describe('predictable-session-id', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a UUID of version 1', [`sid=6ba7b810-9dad-11d1-80b4-00c04fd430c8; ${FLAGS}`], ['high certain']],
    ['a ULID of a second ago has chance enough', [`sid=01ARZ3NDEKTSV4RRFFQ69G5FAV; ${FLAGS}`], []],
    [
      'counted up, the second of two cookies',
      [
        `auth_token=${STRONG}; ${FLAGS}`,
        ...[70_001, 70_002, 70_003, 70_004].map((id) => `sid=u-${id}-x; ${FLAGS}`),
      ],
      ['high firm'],
    ],
    ['chance', [`sid=${STRONG}; ${FLAGS}`], []],
    [
      'deleted and set again',
      [
        `sid=${STRONG}; ${FLAGS}`,
        `sid=; ${FLAGS}; Max-Age=0`,
        `sid=93ab41f05a880d2b6fb5e6087eb1b2dd; ${FLAGS}`,
      ],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('predictable-session-id', events)).toEqual(verdicts);
  });
});
