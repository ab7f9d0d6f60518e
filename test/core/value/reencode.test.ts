import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { reencode } from '../../../src/core/value/reencode.ts';
import { base64, base64url } from './read.ts';

const ok = (value: string) => ({ ok: true, value });

describe('changed content is written the way it was', () => {
  it.each([
    ['plain text', 'dark', 'light', 'light'],
    ['JSON', '{"a":1}', { a: 2 }, '{"a":2}'],
    [
      'JSON as Python writes it',
      '{"a": 1, "b": "\\u00e9"}',
      { a: 1, b: 'ü, :' },
      '{"a": 1, "b": "\\u00fc, :"}',
    ],
    ['JSON as PHP writes it', '{"a":"\\/x","b":"\\u00e9"}', { a: '/é' }, '{"a":"\\/\\u00e9"}'],
    ['indented JSON', '{\n  "a": 1\n}', { a: [2] }, '{\n  "a": [\n    2\n  ]\n}'],
    ['JSON with odd spaces, compact', '{ "a":1 }', { a: 2 }, '{"a":2}'],
    ['URL', 'a%20b', 'ä c', '%C3%A4%20c'],
    ['URL, lower case', 'a%2fb', 'x/y', 'x%2fy'],
    ['URL, what stands plain stays plain', '%7B"a":1,"b":2}', { a: 3 }, '%7B"a":3}'],
    ['URL, mixed: the ends stay as they are', '%7B"a":1,"b"%3A2}', { a: 1, b: 3 }, '%7B"a":1,"b"%3A3}'],
    [
      'URL, a character beyond ASCII beside the change',
      'caf%C3%A9:%e2%82%ac1',
      'café:€2',
      'caf%C3%A9:%e2%82%ac2',
    ],
    ['URL, what is escaped stays escaped', '%7B%22%61%22%3A1%7D', { a: 2 }, '%7B%22%61%22%3A2%7D'],
    ['base64, padded', base64('{"a":1}'), { a: 22 }, base64('{"a":22}')],
    [
      'base64, without padding',
      base64('{"a":1}').replace(/=+$/, ''),
      { a: 22 },
      base64('{"a":22}').replace(/=+$/, ''),
    ],
    ['base64url', base64url('{"a":"???>>>~~~"}'), { a: '~~~~???' }, base64url('{"a":"~~~~???"}')],
    ['a prefix', `base64-${base64url('{"a":1}')}`, { a: 2 }, `base64-${base64url('{"a":2}')}`],
    [
      'URL, base64, JSON',
      encodeURIComponent(base64('{"a":1}')),
      { a: 'é' },
      encodeURIComponent(base64('{"a":"é"}')),
    ],
    [
      'hex, upper case',
      Buffer.from('{"a":1}').toString('hex').toUpperCase(),
      { a: 2 },
      Buffer.from('{"a":2}').toString('hex').toUpperCase(),
    ],
    ['quotes', '"abc"', 'def', '"def"'],
    ['quotes that now need escapes', '"abc"', 'd"f', '"d\\"f"'],
    ['JSON in a JSON string', JSON.stringify('{"a":1}'), { a: 2 }, JSON.stringify('{"a":2}')],
    ['Express JSON', 'j:{"a":1}', { a: 2 }, 'j:{"a":2}'],
    ['a query', 'a=1&b=x+y', { a: '2', b: 'p q', c: 'a&b=c' }, 'a=2&b=p+q&c=a%26b%3Dc'],
    [
      'a query with pairs',
      'a=1&a=2',
      [
        ['a', '3'],
        ['a', 'x y'],
      ],
      'a=3&a=x%20y',
    ],
    ['a list', 'a|b|c', ['x', 'y'], 'x|y'],
    ['seconds', '1700000000', 1_700_000_001_999, '1700000001'],
    ['milliseconds', '1700000000123', 1_700_000_001_999, '1700000001999'],
    ['text in base64', base64('hello world'), 'bye', base64('bye')],
  ])('%s', (_, value, data, expected) => {
    expect(reencode(value, data)).toEqual(ok(expected));
  });

  it('keeps __proto__ as a key', () => {
    const value = '{"__proto__":{"a":1}}';
    expect(reencode(value, JSON.parse(value))).toEqual(ok(value));
  });
});

describe('refuses, and says why', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  it.each([
    ['a JWT', `${base64url('{"alg":"HS256"}')}.${base64url('{"a":1}')}.AAAA`, {}, /jwt.*signed/],
    ['a signed Express cookie', `s:abc.${'a'.repeat(43)}`, 'x', /express-signed.*signed/],
    ['a sealed cookie', `v4.local.${'A'.repeat(80)}`, {}, /paseto.*sealed/],
    ['a signed cookie in other layers', encodeURIComponent(`s:j:{"a":1}.${'a'.repeat(43)}`), {}, /signed/],
    ['a compressed value', base64(gzipSync('{"a":1}')), {}, /gzip.*compressed/],
    ['PHP', 'a:0:{}', [], /PHP/],
    ['a UUID', '919108f7-52d1-4320-9bac-f847db4148a8', {}, /ID/],
    ['another encoding', 'caf%E9', 'cafe', /UTF-8/],
    ['long numbers', '{"id":12345678901234567890}', { id: 1 }, /numbers/],
    ['repeated keys', '{"a":1,"a":2}', { a: 1 }, /keys/],
    ['a cycle', '{"a":1}', cyclic, /JSON/],
    ['nothing', '{"a":1}', undefined, /JSON/],
    ['data where there was text', base64('hello world'), { a: 1 }, /text/],
    ['data for a plain value', 'dark', 7, /text/],
    ['half a character', 'a%20b', '\ud800', /surrogate/],
    ['half a character in base64', base64('hello world'), '\udc00', /surrogate/],
    ['an item with the separator', 'a|b|c', ['x|y'], /List|list/],
    ['a query with structure', 'a=1&b=2', { a: {} }, /query/],
    ['a time that is none', '1700000000', 'tomorrow', /milliseconds/],
    ['a value that was not read', 'x'.repeat(70_000), 'y', /64 KiB/],
  ])('%s', (_, value, data, why) => {
    const result = reencode(value, data);
    expect(result).toEqual({ ok: false, why: expect.stringMatching(why) });
  });
});
