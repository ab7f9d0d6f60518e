import { describe, expect, it } from 'vitest';
import { claimTimes } from '../../../src/core/value/claims.ts';
import { decodeValue } from '../../../src/core/value/decode-value.ts';
import { base64url, formatsOf, inmostOf } from './read.ts';

const part = (data: unknown) => base64url(JSON.stringify(data));
const SIGNATURE = base64url(new Uint8Array(32).fill(200));
const token = (header: unknown, payload: unknown, signature = SIGNATURE) =>
  `${part(header)}.${part(payload)}.${signature}`;
const HS = { alg: 'HS256', typ: 'JWT' };
const SEALED_PARTS = `${base64url('wrapped key')}.${base64url('iv of twelve')}.${base64url('ciphertext')}.${base64url('tag')}`;

describe('JWT and JWS', () => {
  it('shows header and payload, and that the signature was not checked', () => {
    const value = token(HS, { sub: '1', exp: 1_700_000_000 });
    const [layer] = decodeValue(value).layers;
    expect(layer).toMatchObject({
      format: 'jwt',
      readable: true,
      text: '{"sub":"1","exp":1700000000}',
      data: { header: HS, payload: { sub: '1', exp: 1_700_000_000 } },
    });
    expect(layer?.notes.join(' ')).toContain('not checked');
    expect(layer?.notes).toContain('Expires (exp): 2023-11-14T22:13:20.000Z.');
  });

  it.each([
    ['alg none', token({ alg: 'none' }, { a: 1 }, ''), 'not signed at all'],
    ['alg NonE', token({ alg: 'NonE' }, { a: 1 }, ''), 'not signed at all'],
    ['a missing signature', token(HS, { a: 1 }, ''), 'signature is missing'],
    ['a key in the header', token({ alg: 'RS256', jku: 'https://x.example' }, { a: 1 }), 'jku'],
    ['no expiry', token(HS, { a: 1 }), 'no exp'],
    ['an expiry in milliseconds', token(HS, { exp: 1_700_000_000_000 }), 'milliseconds'],
    ['a private key', token({ alg: 'ES256' }, { a: 1 }), 'private key'],
  ])('notes %s', (_, value, note) => {
    expect(formatsOf(value)).toEqual(['jwt']);
    expect(inmostOf(value).notes.join(' ')).toContain(note);
  });

  it.each([
    ['text', `${part(HS)}.${base64url('just text')}.${SIGNATURE}`, ['jws'], true],
    [
      'a JWT in a JWS',
      `${part({ alg: 'HS256', cty: 'JWT' })}.${base64url(token(HS, { a: 1 }))}.${SIGNATURE}`,
      ['jws', 'jwt'],
      true,
    ],
    ['detached', `${part(HS)}..${SIGNATURE}`, ['jws'], false],
    ['behind Bearer', `Bearer ${token(HS, { a: 1 })}`, ['bearer', 'jwt'], true],
    ['URL-encoded', `Bearer%20${token(HS, { a: 1 })}`, ['url', 'bearer', 'jwt'], true],
  ])('%s', (_, value, formats, readable) => {
    expect(formatsOf(value)).toEqual(formats);
    expect(inmostOf(value).readable).toBe(readable);
  });

  it.each([
    ['no alg', token({ typ: 'JWT' }, { a: 1 })],
    ['alg is no text', token({ alg: 1 }, { a: 1 })],
    ['two parts', `${part(HS)}.${part({ a: 1 })}`],
    ['a broken header', `eyJhbGciOi.${part({ a: 1 })}.${SIGNATURE}`],
    ['a signature that is no base64url', token(HS, { a: 1 }, 'a+b/c')],
    ['a header that is a list', `${part(['alg'])}.${part({ a: 1 })}.${SIGNATURE}`],
  ])('is none: %s', (_, value) => {
    expect(formatsOf(value)).not.toContain('jwt');
    expect(formatsOf(value)).not.toContain('jws');
  });
});

describe('JWE', () => {
  const header = { alg: 'dir', enc: 'A256GCM' };

  it('is sealed, only its header is read', () => {
    expect(decodeValue(`${part(header)}.${SEALED_PARTS}`).layers).toMatchObject([
      { format: 'jwe', readable: false, data: { header } },
    ]);
    expect(formatsOf(`${part(header)}..iv.cipher.tag`)).toEqual(['jwe']);
  });

  it('knows the first chunk of a long one', () => {
    const first = `${part(header)}..${base64url('iv of twelve')}.${'A'.repeat(3900)}`;
    expect(decodeValue(first).layers).toMatchObject([{ format: 'jwe-chunk', readable: false }]);
  });

  it.each([
    ['no enc', `${part({ alg: 'dir' })}.${SEALED_PARTS}`],
    ['six parts', `${part(header)}.${SEALED_PARTS}.x`],
    ['four short parts', `${part(header)}..iv.cipher`],
  ])('is none: %s', (_, value) => {
    expect(formatsOf(value).filter((format) => format.startsWith('jwe'))).toEqual([]);
  });
});

describe('PASETO', () => {
  const signed = (payload: string, octets: number) =>
    base64url(Buffer.concat([Buffer.from(payload), Buffer.alloc(octets, 0xfe)]));

  it.each([
    ['v1', 256],
    ['v2', 64],
    ['v3', 96],
    ['v4', 64],
  ])('%s.public is readable', (version, octets) => {
    const value = `${version}.public.${signed('{"exp":"2022-01-01T00:00:00+00:00"}', octets)}.${base64url('kid-1')}`;
    const [layer] = decodeValue(value).layers;
    expect(layer).toMatchObject({
      format: 'paseto',
      readable: true,
      data: { version, purpose: 'public', payload: { exp: '2022-01-01T00:00:00+00:00' }, footer: 'kid-1' },
    });
    expect(layer?.notes.join(' ')).toContain('2022-01-01T00:00:00.000Z');
  });

  it.each(['v1', 'v2', 'v3', 'v4'])('%s.local is sealed', (version) => {
    expect(decodeValue(`${version}.local.${base64url(Buffer.alloc(60, 9))}`).layers).toMatchObject([
      { format: 'paseto', readable: false, data: { version, purpose: 'local' } },
    ]);
  });

  it.each([
    'v5.local.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'v4.secret.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'v4.local.AAAA',
    'v4.public.AAAA',
    'v4.local.a+b/c',
    `v4.public.${base64url(Buffer.alloc(90, 7))}`,
  ])('is none: %s', (value) => {
    expect(formatsOf(value)).toEqual([]);
  });
});

describe('times of claims', () => {
  it.each([
    [
      'seconds',
      { exp: 1_700_000_000, iat: 1_699_999_999.5 },
      [
        { claim: 'exp', at: 1_700_000_000_000 },
        { claim: 'iat', at: 1_699_999_999_500 },
      ],
    ],
    ['dates', { nbf: '2022-01-01T00:00:00Z' }, [{ claim: 'nbf', at: 1_640_995_200_000 }]],
    ['no times', { exp: 'soon', iat: Number.NaN, nbf: 1e300, auth_time: '2022-99-99T00:00' }, []],
    ['no claims', 'exp', []],
  ])('%s', (_, claims, times) => {
    expect(claimTimes(claims)).toEqual(times);
  });
});
