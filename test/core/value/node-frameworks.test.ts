import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { joinChunks } from '../../../src/core/value/chunks.ts';
import { decodeValue } from '../../../src/core/value/decode-value.ts';
import { base64, base64url, formatsOf, inmostOf } from './read.ts';

const hmac = (text: string) => createHmac('sha256', 'secret').update(text).digest();
/** As cookie-signature does. */
const signed = (value: string) => `s:${value}.${hmac(value).toString('base64').replace(/=+$/, '')}`;
const adonis = (data: unknown) => {
  const body = base64url(JSON.stringify(data));
  return `s:${body}.${base64url(hmac(body))}`;
};
const octets = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i * 73 + 129) % 256);
const SEAL = `${base64url(octets(80))}.${base64url('0123456789abcdef')}.${base64url(octets(32))}`;
const IRON = `Fe26.2*1*${'ab'.repeat(32)}*${base64url(octets(16))}*${base64url(octets(48))}*1790000000000*${'cd'.repeat(32)}*${base64url(octets(32))}`;

describe('layers', () => {
  it.each([
    ['express-session', signed('8yQqFv0M3zTzY3uYk4qQmWb1vXnKp2Lr'), ['express-signed'], true],
    ['express-session, as sent', encodeURIComponent(signed('abc/def')), ['url', 'express-signed'], true],
    ['a signed JSON cookie', signed('j:{"cart":[1]}'), ['express-signed', 'express-json', 'json'], true],
    ['a JSON cookie', 'j:{"a":1}', ['express-json', 'json'], true],
    ['AdonisJS, signed', adonis({ message: 'abc', purpose: 'adonis-session' }), ['adonis-signed'], true],
    ['AdonisJS, encrypted', `e:${SEAL}`, ['adonis-encrypted'], false],
    [
      'AdonisJS, later',
      `e:gcm.aes256gcm.${'a1'.repeat(40)}.${'b2'.repeat(16)}.${'c3'.repeat(16)}.${base64url(octets(32))}`,
      ['adonis-encrypted'],
      false,
    ],
    ['iron', IRON, ['iron'], false],
    ['iron-session', `${IRON}~2`, ['iron-session'], false],
    ['iron without expiry', IRON.replace('1790000000000', ''), ['iron'], false],
    [
      '@fastify/secure-session',
      `${base64(octets(60))};${base64(octets(24))}`,
      ['fastify-secure-session'],
      false,
    ],
    [
      '@fastify/secure-session, as sent',
      encodeURIComponent(`${base64(octets(61))};${base64(octets(24))}`),
      ['url', 'fastify-secure-session'],
      false,
    ],
    ['Better Auth and Hono', `token.${hmac('token').toString('base64')}`, ['signed-value'], true],
    ['@fastify/session', `id_1.${hmac('id_1').toString('base64').slice(0, 43)}`, ['signed-value'], true],
    ['cookie-session', base64('{"views":1}'), ['base64', 'json'], true],
    ['CSRF of Auth.js', `${'0a'.repeat(32)}|${'b1'.repeat(32)}`, ['next-auth-csrf'], true],
    ['ASP.NET Core', `CfDJ8${base64url(octets(120)).slice(5)}`, ['aspnet-data-protection'], false],
    ['ASP.NET Core, in parts', 'chunks-2', ['aspnet-chunks'], true],
  ])('%s', (_, value, formats, readable) => {
    expect(formatsOf(value)).toEqual(formats);
    expect(inmostOf(value).readable).toBe(readable);
    expect(inmostOf(value).notes.join('').length + formats.length).toBeGreaterThan(0);
  });

  it.each([
    's:abc',
    's:abc.def',
    's:.abcdefghijklmnopqrstuvwxyz',
    'j:hello',
    'j:1',
    'e:a.b.c',
    'e:gcm.rot13.a.b.c.d',
    'e:',
    IRON.replace('Fe26.2', 'Fe27.2'),
    IRON.replace('1790000000000', 'soon'),
    IRON.replace('1790000000000', '999999999999'),
    IRON.replace(/\*[^*]*$/, ''),
    `${base64(octets(60))};${base64(octets(23))}`,
    `${base64(octets(12))};${base64(octets(24))}`,
    'CfDJ8abc',
    `CfDJ9${base64url(octets(120)).slice(5)}`,
    'token.short',
    `abc.${'A1b2'.repeat(10)}A1A`,
    `abc.${'A1b+'.repeat(10)}A1B`,
    `token.${'A1b2'.repeat(10)}A1B=`,
    `a.b.${hmac('x').toString('base64').slice(0, 43)}`,
    `${'0a'.repeat(32)}|${'b1'.repeat(31)}`,
    'chunks-none',
  ])('near miss: %s', (value) => {
    expect(formatsOf(value)).toEqual([]);
  });
});

describe('what is inside', () => {
  it('takes the signature off an Express value', () => {
    expect(decodeValue(signed('the.id')).layers).toMatchObject([
      { format: 'express-signed', text: 'the.id' },
    ]);
  });

  it('says when an Express signature has another length', () => {
    expect(inmostOf('s:id.abcdefghijklmnopqrstuvwxyz').notes.join(' ')).toContain('not the length');
    expect(inmostOf(signed('id')).notes.join(' ')).not.toContain('not the length');
  });

  it('reads the message of AdonisJS', () => {
    expect(inmostOf(adonis({ message: { id: 7 } })).data).toEqual({ message: { id: 7 } });
  });

  it('takes an Express value for Express although it is base64', () => {
    expect(formatsOf(signed(base64url('{"other":1}')))).toEqual(['express-signed', 'base64', 'json']);
  });

  it('reads the expiry of an iron seal', () => {
    expect(inmostOf(IRON).data).toEqual({ passwordId: '1', expires: 1_790_000_000_000 });
  });

  it('reads the key of ASP.NET Core as a GUID', () => {
    const guid = '00112233445566778899aabbccddeeff';
    const value = base64url(Buffer.concat([Buffer.from(`09f0c9f0${guid}`, 'hex'), octets(60)]));
    expect(inmostOf(value).data).toEqual({ keyId: '33221100-5544-7766-8899-aabbccddeeff' });
  });
});

describe('chunks', () => {
  const cookies = [
    { name: 't.1', value: 'b' },
    { name: 't.0', value: 'a' },
    { name: 't.2', value: 'c' },
    { name: 'n', value: 'chunks-2' },
    { name: 'nC1', value: 'x' },
    { name: 'nC2', value: 'y' },
    { name: 'one.0', value: 'z' },
    { name: 'lost.1', value: 'z' },
  ];

  it.each([
    ['t.0', 'abc'],
    ['t.2', 'abc'],
    ['n', 'xy'],
    ['nC2', 'xy'],
    ['one.0', null],
    ['lost.1', null],
    ['plain', null],
  ])('of %s', (name, whole) => {
    expect(joinChunks(name, cookies)).toBe(whole);
  });
});
