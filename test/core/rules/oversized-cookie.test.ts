import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, findingsOf, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('oversized-cookie', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a session over the limit', [`sid=${'x'.repeat(4094)}; Secure`], ['high certain']],
    ['a session at the limit', [`sid=${'x'.repeat(4093)}; ${SOUND}`], ['info certain']],
    ['another cookie over the limit', [`blob=${'x'.repeat(5000)}`], ['medium certain']],
    ['octets count, not characters', [`blob=${'ü'.repeat(2100)}`], ['medium certain']],
    [
      'the same name refused twice is one finding',
      [`blob=${'x'.repeat(5000)}`, `blob=${'y'.repeat(5000)}`],
      ['medium certain'],
    ],
    ['an embedded site’s', [page('shop.example'), embedded(`blob=${'x'.repeat(5000)}`)], ['info certain']],
    ['1,024 bytes', [`blob=${'x'.repeat(1020)}; Secure`], []],
    ['1,025 bytes', [`blob=${'x'.repeat(1021)}; Secure`], ['info certain']],
    ['large for a while', [`blob=${'x'.repeat(2000)}; Secure`, 'blob=; Max-Age=0'], ['info certain']],
    ['there before', [{ before: { name: 'blob', value: 'x'.repeat(2000) } }], ['info certain']],
    ['refused for its Domain', [`blob=${'x'.repeat(2000)}; Domain=other.example`], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('oversized-cookie', events)).toEqual(verdicts);
  });

  it('leaves nothing to rejected-cookie, and shows no value', () => {
    const events = [`sid=${'x'.repeat(4094)}; Secure`];
    expect(findingsOf('rejected-cookie', events)).toEqual([]);
    expect(JSON.stringify(findingsOf('oversized-cookie', events))).not.toContain('xxx');
  });
});
