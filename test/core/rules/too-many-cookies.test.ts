import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-table.ts';

function many(count: number, host = 'shop.example', attributes = 'Secure; SameSite=Lax'): ExampleEvent {
  return {
    url: `https://${host}/`,
    setCookie: Array.from({ length: count }, (_, index) => `n${index}=1; ${attributes}`),
  };
}

const EVICTED = {
  name: 'old',
  value: '1',
  domain: 'shop.example',
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: false,
  sameSite: 'lax',
  expires: null,
  partitionKey: null,
} as const;

describe('too-many-cookies', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['50', [many(50)], []],
    ['51', [many(51)], ['info certain']],
    ['149', [many(149)], ['info certain']],
    ['150', [many(150)], ['medium certain']],
    ['more than fit', [many(200)], ['medium certain']],
    ['on two hosts of the site', [many(40), many(40, 'www.shop.example')], ['info certain']],
    ['set again and again', Array.from({ length: 4 }, () => many(40)), []],
    ['refused ones', [many(60, 'shop.example', 'Domain=other.example')], []],
    [
      'partitioned ones have room of their own',
      [many(60, 'shop.example', 'Secure; SameSite=None; Partitioned')],
      [],
    ],
    [
      'written by script',
      Array.from({ length: 51 }, (_, index) => ({ script: { name: `s${index}`, value: '1' } })),
      ['info certain'],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('too-many-cookies', events)).toEqual(verdicts);
  });

  it('counts by host in Firefox', () => {
    const events = [many(40), many(40, 'www.shop.example')];
    expect(verdictsOf('too-many-cookies', events, 'firefox')).toEqual([]);
    expect(verdictsOf('too-many-cookies', [many(51)], 'firefox')).toEqual(['info certain']);
  });

  it('tells of those that the browser removed', () => {
    const gone: ExampleEvent = {
      fact: { kind: 'cookie', at: 1_767_225_700_000, removed: true, cause: 'evicted', cookie: EVICTED },
    };
    const [found] = findingsOf('too-many-cookies', [many(150), { before: EVICTED }, gone]);
    expect(found?.evidence.join()).toContain('for want of room: 1');
  });
});
