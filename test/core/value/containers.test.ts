import { describe, expect, it } from 'vitest';
import { decodeValue } from '../../../src/core/value/decode-value.ts';
import { base64, base64url, formatsOf, inmostOf } from './read.ts';

const JSON_TEXT = '{"user":"ann","n":[1,2,null]}';
const hex = (text: string) => Buffer.from(text).toString('hex');

describe('layers are found from the outside in', () => {
  it.each([
    ['JSON', JSON_TEXT, ['json']],
    ['an array', '[1,2,3]', ['json']],
    ['URL-encoded text', 'hello%20world', ['url']],
    ['URL-encoded twice', 'hello%2520world', ['url', 'url']],
    ['URL-encoded in ISO-8859-1', 'caf%E9%20au%20lait', ['url']],
    ['base64 of text', base64('hello world'), ['base64']],
    ['base64 of a short word, padded', base64('test'), ['base64']],
    ['base64 without padding', base64url('hello world'), ['base64']],
    ['base64 of Cyrillic', base64('Привет, мир'), ['base64']],
    ['base64 of Japanese', base64('こんにちは世界'), ['base64']],
    ['base64url', base64url('subjects?and>questions?'), ['base64url']],
    ['base64 of JSON', base64(JSON_TEXT), ['base64', 'json']],
    ['base64 of short JSON', base64('{}'), ['base64', 'json']],
    ['base64 with a prefix', `base64-${base64url(JSON_TEXT)}`, ['base64', 'json']],
    ['URL, base64, JSON', encodeURIComponent(base64('{"a":1}')), ['url', 'base64', 'json']],
    ['hex of text', hex('hello world'), ['hex']],
    ['hex of JSON, upper case', hex(JSON_TEXT).toUpperCase(), ['hex', 'json']],
    ['quotes', '"hello"', ['quoted']],
    ['quotes around JSON', JSON.stringify(JSON_TEXT), ['quoted', 'json']],
    ['quotes around base64', `"${base64(JSON_TEXT)}"`, ['quoted', 'base64', 'json']],
    ['a query', 'a=1&b=2', ['query']],
    ['a query, encoded', 'a%3D1%26b%3D2', ['url', 'query']],
    ['a query in base64', base64('user=ann&id=7'), ['base64', 'query']],
    ['a list', 'en|de|fr', ['list']],
    ['a list with commas', 'a,b,c', ['list']],
  ])('%s', (_, value, expected) => {
    expect(formatsOf(value)).toEqual(expected);
    expect(decodeValue(value).layers.every(({ readable }) => readable)).toBe(true);
  });
});

describe('what only looks like it has no layer', () => {
  it.each([
    '',
    'garbage',
    'garbagegarbagegarbagegarbagegarbagegarbagegarbage',
    'username',
    'dark',
    'true',
    'null',
    '42',
    '-1.5',
    'en-US',
    'Europe/Berlin',
    'MySessionCookieName',
    'a=1',
    'a=1&b',
    'a&b=1',
    'a b=1&c=2',
    '100%',
    '100%zz',
    '%E0%A4%A',
    '{',
    '{not json}',
    '"half',
    '"',
    'a|b',
    'a.b.c',
    'Hello, big, world',
    '1.2.3',
    '31d4d96e407aad42a7c1',
    'd41d8cd98f00b204e9800998ecf8427e',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '2fjpu2r4ze8xvyqh0c6r8v2wx6k3l7mt',
    'Zk3tRw9LqXv7Bn2Yc5Hs8Dj4Fg6Mp1Qa',
    'AbCdEfGhIjKlMnOpQrStUvWxYz012345',
    '00000000000000000000000000000000',
    '68656c',
    'cafebabe',
    'deadbeefdeadbeef',
    '3132333435363738',
    'aGVsbG8',
    'a===',
    'aGVsbG8gd29ybGQ==',
    'ab+c_d-/aGVsbG8gd29ybGQ',
    'v1.2.3',
    'SGVs\nbG8gd29ybGQ=',
  ])('%j', (value) => {
    expect(decodeValue(value).layers).toEqual([]);
  });
});

describe('what is inside', () => {
  it.each([
    ['base64 of JSON', base64(JSON_TEXT), { user: 'ann', n: [1, 2, null] }],
    ['a query, values decoded once', 'q=a%26b+c&empty=', { q: 'a&b c', empty: '' }],
    [
      'a query with a key twice, as pairs',
      'a=1&a=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    ['a list', 'en|de|', ['en', 'de', '']],
  ])('%s', (_, value, data) => {
    expect(inmostOf(value).data).toEqual(data);
  });

  it.each([
    ['URL', 'caf%C3%A9', 'café'],
    ['URL in an older encoding', 'caf%E9', 'café'],
    ['URL keeps a plus', 'a+b%20c', 'a+b c'],
    ['quotes', '"a b"', 'a b'],
    ['a JSON string', '"a\\"b"', 'a"b'],
    ['base64', base64('päivää, maailma'), 'päivää, maailma'],
  ])('%s', (_, value, text) => {
    expect(inmostOf(value).text).toBe(text);
  });

  it('keeps __proto__ as data', () => {
    for (const value of ['{"__proto__":{"admin":true}}', '__proto__=1&b=2']) {
      const { data } = inmostOf(value);
      expect(Object.keys(data as object)).toContain('__proto__');
      expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    }
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('says that a long number is rounded', () => {
    expect(inmostOf('{"id":12345678901234567890}').notes.join()).toContain('rounded');
    expect(inmostOf('{"id": 1234567890, "a":"\\u00e9"}').notes).toEqual([]);
  });

  it('leaves deep nesting as text', () => {
    expect(formatsOf(`${'['.repeat(64)}${']'.repeat(64)}`)).toEqual(['json']);
    expect(formatsOf(`${'['.repeat(65)}${']'.repeat(65)}`)).toEqual([]);
  });
});

describe('bounds', () => {
  it('reads eight layers and says that there are more', () => {
    let value = '{"a":1}';
    for (let i = 0; i < 9; i++) value = encodeURIComponent(i === 0 ? value : value.replaceAll('%', '%25'));
    const { layers } = decodeValue(value);
    expect(layers).toHaveLength(8);
    expect(layers.at(-1)?.notes.join()).toContain('more layers');
  });

  it('reads 64 KiB and not more', () => {
    expect(formatsOf(base64('x'.repeat(49_152)))).toEqual(['base64']);
    expect(decodeValue(base64('x'.repeat(49_153))).layers).toMatchObject([
      { format: 'unread', readable: false },
    ]);
  });
});
