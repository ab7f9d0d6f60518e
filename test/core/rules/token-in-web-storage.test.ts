import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const item = (key: string, look: 'jwt' | 'token', origin = 'https://shop.example'): ExampleEvent => ({
  fact: { kind: 'web-storage', at: 1_767_225_603_000, origin, area: 'local', key, look },
});

describe('token-in-web-storage', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a JWT under any key', [{}, item('x', 'jwt')], ['medium firm']],
    ['a token', [{}, item('refresh_token', 'token')], ['medium tentative']],
    [
      'one finding a key',
      [{}, item('a', 'jwt'), item('a', 'jwt'), item('b', 'jwt')],
      ['medium firm', 'medium firm'],
    ],
    ['of a host below', [{}, item('x', 'jwt', 'https://app.shop.example')], ['medium firm']],
    ['of another site', [{}, item('x', 'jwt', 'https://other.example')], []],
    ['a device', [{}, item('device_id', 'token')], []],
    ['no URL', [{}, item('x', 'jwt', 'null')], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('token-in-web-storage', events)).toEqual(verdicts);
  });
});
