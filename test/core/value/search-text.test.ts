import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { searchText } from '../../../src/core/value/search-text.ts';
import { base64, base64url } from './read.ts';

describe('the text inside a value, for a search', () => {
  it.each([
    ['a plain value', 'dark', ''],
    ['nothing', '', ''],
    ['JSON, which is no deeper than it stands', '{"a":1}', ''],
  ])('%s has none', (_, value, expected) => {
    expect(searchText(value)).toBe(expected);
  });

  it.each([
    ['URL', 'Hello%20World', 'hello world'],
    ['base64 of JSON', base64('{"User":"Ann"}'), '"user":"ann"'],
    ['JSON with escapes', '{"n":"caf\\u00c9"}', '"n":"café"'],
    ['claims of a JWT', `${base64url('{"alg":"HS256"}')}.${base64url('{"sub":"Ann-7"}')}.AAAA`, 'ann-7'],
    ['the header of a JWT', `${base64url('{"alg":"HS256"}')}.${base64url('{"sub":"a"}')}.AAAA`, 'hs256'],
    ['gzip', base64(gzipSync('a compressed sentence of words')), 'compressed sentence'],
    ['a signed value in a URL', encodeURIComponent(`s:Cart-12.${'a'.repeat(43)}`), 'cart-12'],
  ])('%s', (_, value, expected) => {
    expect(searchText(value)).toContain(expected);
    expect(searchText(value)).toBe(searchText(value));
  });

  it('is bounded', () => {
    const bomb = base64(gzipSync('word '.repeat(1_000_000)));
    expect(searchText(bomb).length).toBe(16_384);
  });
});
