import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/core/report/fingerprint.ts';
import { sipHash24 } from '../../../src/core/report/siphash.ts';
import { utf8 } from '../../../src/core/report/utf8.ts';

const key = Uint8Array.from({ length: 16 }, (_, index) => index);

function hashOf(length: number): string {
  const [low, high] = sipHash24(
    key,
    Uint8Array.from({ length }, (_, index) => index),
  );
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

describe('SipHash-2-4', () => {
  // Appendix A of the paper: key 00..0f, message 00..0e. The other lengths: the authors' vectors, read as little-endian words.
  it.each([
    [0, '726fdb47dd0e0e31'],
    [1, '74f839c593dc67fd'],
    [8, '93f5f5799a932462'],
    [15, 'a129ca6149be45e5'],
  ])('of %i octets', (length, expected) => {
    expect(hashOf(length)).toBe(expected);
  });
});

describe('a fingerprint', () => {
  const hex = '000102030405060708090a0b0c0d0e0f';

  it('is the low half of the hash, as 8 hex digits', () => {
    expect(fingerprint(hex, '')).toBe('dd0e0e31');
  });

  it('is equal for equal values and another under another key', () => {
    expect(fingerprint(hex, 'abc')).toBe(fingerprint(hex, 'abc'));
    expect(fingerprint(hex, 'abc')).not.toBe(fingerprint(hex, 'abd'));
    expect(fingerprint(hex, 'abc')).not.toBe(fingerprint(`ff${hex.slice(2)}`, 'abc'));
  });

  it.each(['', 'zz', '0'.repeat(64)])('takes any key: %j', (bad) => {
    expect(fingerprint(bad, 'abc')).toMatch(/^[0-9a-f]{8}$/);
  });

  it('always has 8 digits', () => {
    for (let i = 0; i < 500; i++) expect(fingerprint(hex, String(i))).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('UTF-8', () => {
  it.each(['', 'abc', 'é', '€', '😀', 'a😀b€'])('%j as TextEncoder writes it', (text) => {
    expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
  });

  it('keeps different lone surrogates different', () => {
    expect([...utf8('\uD800')]).not.toEqual([...utf8('\uD801')]);
  });
});
