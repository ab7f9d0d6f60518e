import { createHmac } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeValue } from '../../../src/core/value/decode-value.ts';
import { base64, base64url, formatsOf, inmostOf } from './read.ts';

const sha1 = (text: string) => createHmac('sha1', 'k').update(text).digest();
const sha256 = (text: string) => createHmac('sha256', 'k').update(text).digest();
const JSON_TEXT = '{"user_id":7,"name":"ann"}';
const octets = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i * 73 + 129) % 256);
const time = (seconds: number) => base64url(Buffer.from(seconds.toString(16).padStart(8, '0'), 'hex'));
const dotted = (body: string, at?: number) => {
  const text = at === undefined ? body : `${body}.${time(at)}`;
  return `${text}.${base64url(sha1(text))}`;
};
const django = (body: string, sign = sha256) => `${body}:1sHJtC:${base64url(sign(body))}`;
const rails = (text: string, sign = sha256) => `${base64(text)}--${sign(text).toString('hex')}`;
const AT = 1_700_000_000;

describe('Django, itsdangerous, Rails, Laravel', () => {
  it.each([
    ['Django, JSON', django(base64url(JSON_TEXT)), ['django'], true],
    ['Django, SHA-1', django(base64url(JSON_TEXT), sha1), ['django'], true],
    ['Django, compressed', django(`.${base64url(deflateSync(JSON_TEXT))}`), ['django'], true],
    ['Django, a plain signed cookie', django('hello world'), ['django'], true],
    ['Django, a value in base64', django(base64('hello world')), ['django', 'base64'], true],
    [
      'Django, pickled',
      django(base64url(Buffer.from('80049508000000000000007d9489046e616d65942e', 'hex'))),
      ['django', 'python-pickle'],
      true,
    ],
    ['Flask', dotted(base64url(JSON_TEXT), AT), ['flask'], true],
    ['Flask, compressed', dotted(`.${base64url(deflateSync(JSON_TEXT))}`, AT), ['flask'], true],
    ['itsdangerous, untimed', dotted(base64url('[1,2]')), ['itsdangerous'], true],
    [
      'itsdangerous, untimed, compressed',
      dotted(`.${base64url(deflateSync(JSON_TEXT))}`),
      ['itsdangerous'],
      true,
    ],
    ['itsdangerous, plain text', dotted('some-value', AT), ['itsdangerous'], true],
    ['itsdangerous before 1.1', dotted(base64url(JSON_TEXT), AT - 1_293_840_000), ['flask'], true],
    ['Rails, JSON', rails(JSON_TEXT), ['rails-signed'], true],
    ['Rails, SHA-1', rails('"hello there"', sha1), ['rails-signed'], true],
    [
      'Rails, in an envelope',
      rails(JSON.stringify({ _rails: { message: base64('"secret diary"'), exp: null, pur: 'cookie.x' } })),
      ['rails-signed', 'base64', 'quoted'],
      true,
    ],
    ['Rails, as sent', encodeURIComponent(rails(JSON_TEXT)), ['url', 'rails-signed'], true],
    [
      'Rack',
      `${base64(Buffer.from('04087b06492209746573740' + '63a06455449220977696c64063b0054', 'hex'))}--${'ab'.repeat(20)}`,
      ['rack', 'ruby-marshal'],
      true,
    ],
    [
      'Rails, AES-GCM',
      `${base64(octets(200))}--${base64(octets(12))}--${base64(octets(16))}`,
      ['rails-encrypted'],
      false,
    ],
    ['Rails, AES-CBC', rails(`${base64(octets(160))}--${base64(octets(16))}`), ['rails-encrypted'], false],
    [
      'Laravel',
      base64(
        JSON.stringify({ iv: base64(octets(16)), value: base64(octets(64)), mac: 'ab'.repeat(32), tag: '' }),
      ),
      ['laravel'],
      false,
    ],
  ])('%s', (_, value, formats, readable) => {
    expect(formatsOf(value)).toEqual(formats);
    expect(inmostOf(value).readable).toBe(readable);
  });

  it.each([
    ['words with colons', 'garbage:garbage:garbage'],
    ['Django, a time of 1970', django(base64url(JSON_TEXT)).replace('1sHJtC', '00001A')],
    ['Django, a short signature', 'aaaa:1sHJtC:abcdef'],
    ['three dotted words', 'www.example.com'],
    ['itsdangerous, no time and no JSON', dotted('some-value')],
    ['itsdangerous, a time far off', dotted(base64url(JSON_TEXT), 4_200_000_000)],
    ['itsdangerous, compressed but not', `.${dotted('c29tZXRoaW5n', AT)}`],
    ['dotted, the signature ends as no encoder ends', dotted('some-value', AT).replace(/.$/, 'B')],
    ['dotted, the time ends as no encoder ends', dotted('some-value', AT).replace(/(\..{5})./, '$1B')],
    ['Django, the signature ends as no encoder ends', django('hello world').replace(/.$/, 'B')],
    ['two dashes', 'left--right'],
    ['Rails, a signature that is no hex', `${base64(JSON_TEXT)}--${'xy'.repeat(20)}`],
    ['Rails, noise', `${base64(octets(30))}--${'ab'.repeat(20)}`],
    [
      'Rails, a nonce of another length',
      `${base64(octets(200))}--${base64(octets(13))}--${base64(octets(16))}`,
    ],
  ])('near miss: %s', (_, value) => {
    expect(formatsOf(value)).toEqual([]);
  });

  it('takes JSON without a mac for JSON', () => {
    expect(formatsOf(base64(JSON.stringify({ iv: 'x'.repeat(60), value: 'y' })))).toEqual(['base64', 'json']);
  });

  it.each([
    ['Django', django(base64url(JSON_TEXT))],
    ['Django, compressed', django(`.${base64url(deflateSync(JSON_TEXT))}`)],
    ['Flask', dotted(base64url(JSON_TEXT), AT)],
    ['Rails', rails(JSON_TEXT)],
  ])('%s: the data is read', (_, value) => {
    expect(inmostOf(value).data).toEqual({ user_id: 7, name: 'ann' });
  });

  it.each([
    ['Django', django('x'), '2024-06-1'],
    ['Flask', dotted(base64url(JSON_TEXT), AT), '2023-11-14T22:13:20.000Z'],
  ])('%s: the time of signing is told', (_, value, at) => {
    expect(inmostOf(value).notes.join(' ')).toContain(at);
  });
});

describe('PHP', () => {
  it.each([
    ['an array', 'a:2:{i:0;s:3:"abc";i:1;d:1.5;}', ['abc', 1.5]],
    ['a map', 'a:2:{s:4:"name";s:5:"caf\u00e9";s:2:"ok";b:1;}', { name: 'café', ok: true }],
    ['gaps in keys', 'a:1:{i:5;N;}', { 5: null }],
    ['nested', 'a:1:{s:1:"a";a:1:{i:0;i:-7;}}', { a: [-7] }],
    [
      'an object',
      'O:4:"User":2:{s:2:"id";i:1;s:7:"\0*\0name";s:3:"ann";}',
      { class: 'User', properties: { id: 1, name: 'ann' } },
    ],
    ['its own format', 'C:3:"Foo":5:{hello}', { class: 'Foo', content: 'hello' }],
    ['an enum', 'E:8:"Suit:Two";', { enum: 'Suit:Two' }],
    ['a reference', 'a:2:{i:0;i:1;i:1;R:2;}', [1, { reference: 2 }]],
    ['a session', 'user|s:3:"ann";n|i:3;', { user: 'ann', n: 3 }],
    ['a long number', 'i:12345678901234567890;', '12345678901234567890'],
    ['no number', 'd:NAN;', 'NAN'],
  ])('%s', (_, value, data) => {
    expect(decodeValue(value).layers).toMatchObject([{ format: 'php-serialized', readable: true }]);
    expect(inmostOf(value).data).toEqual(data);
  });

  it.each([
    'a:1:{i:0;i:1;',
    'a:2:{i:0;i:1;}',
    'a:999999:{}',
    's:99:"abc";',
    's:2:"abc";',
    'i:1;x',
    'i:abc;',
    'b:2;',
    'a:1:{a:0:{}i:1;}',
    `${'a:1:{i:0;'.repeat(40)}i:1;${'}'.repeat(40)}`,
    'O:3:"Foo":1:{i:0;}',
    'C:3:"Foo":9:{hello}',
    'user|x:1;',
  ])('near miss: %s', (value) => {
    expect(formatsOf(value)).toEqual([]);
  });

  it('warns of classes', () => {
    expect(inmostOf('O:3:"Foo":0:{}').notes.join(' ')).toContain('CWE-502');
    expect(inmostOf('a:0:{}').notes.join(' ')).not.toContain('CWE-502');
  });

  it('keeps __proto__ as data', () => {
    const { data } = inmostOf('a:1:{s:9:"__proto__";a:1:{s:5:"admin";b:1;}}');
    expect(Object.keys(data as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });
});
