import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

describe('weak-session-id', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['six digits', [`PHPSESSID=482017; ${FLAGS}`], ['high firm']],
    ['sixteen hex characters are 64 bits', [`sid=31d4d96e407aad42; ${FLAGS}`], ['medium firm']],
    ['fifteen are less', [`sid=31d4d96e407aad4; ${FLAGS}`], ['high firm']],
    ['32 hex characters', [`sid=${STRONG}; ${FLAGS}`], []],
    ['a UUID of version 4', [`JSESSIONID=3f2504e0-4f89-41d3-9a0c-0305e82c3301; ${FLAGS}`], []],
    ['sealed by iron-session', [`session=Fe26.2*1*8f2c*aa*bb*1767225600000*cc*dd~2; ${FLAGS}`], []],
    ['PHP’s 26 characters', [`PHPSESSID=q7k2l9x4v8b1n6m3c5z0a8s7d2; ${FLAGS}`], []],
    ['a language', ['lang=de; Path=/'], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('weak-session-id', events)).toEqual(verdicts);
  });
});
