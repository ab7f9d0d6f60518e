import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { structureOf } from '../../../../src/core/session/strength/structure.ts';
import * as make from './generators.ts';

const hash = (name: string, text: string) => createHash(name).update(text);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('structureOf', () => {
  it.each([
    // The examples of RFC 9562 appendix A.
    ['c232ab00-9414-11ec-b3c8-9f6bdeced846', 'uuid-v1', true],
    ['000003e8-9414-21ec-8200-325096b39f47', 'uuid-v2', true],
    ['5df41881-3aed-3515-88a7-2f4a814cf09e', 'uuid-v3', true],
    ['919108f7-52d1-4320-9bac-f847db4148a8', 'uuid-v4', false],
    ['2ed6657d-e927-568b-95e1-2665a8aea6a2', 'uuid-v5', true],
    ['1ec9414c-232a-6b00-b3c8-9f6bdeced846', 'uuid-v6', true],
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', 'uuid-v7', false],
    ['2489e9ad-2ee2-8e00-8ec9-32d5f69181c0', 'uuid-v8', false],
    ['00000000-0000-0000-0000-000000000000', 'uuid-nil', true],
    ['FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', 'uuid-max', true],
    ['919108f7-52d1-c320-9bac-f847db4148a8', 'uuid-other', false],
    ['c232ab00941411ecb3c89f6bdeced846', 'uuid-v1', true],
    ['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'ulid', false],
    ['0ujtsYcgvSTl8PAuAdqWYSMnLOv', 'ksuid', false],
    ['507f1f77bcf86cd799439011', 'object-id', true],
    ['1541815603606036480', 'snowflake', true],
    ['1712345678', 'timestamp', true],
    ['1712345678901', 'timestamp', true],
    ['user-1712345678901-ab1', 'timestamp', true],
    ['1712345678901-9f3ab2c177d0e4aa', 'timestamp', false],
    ['661fa2be0c3a1', 'php-uniqid', true],
    ['1001', 'number', true],
    [hash('md5', '1001').digest('hex'), 'known-hash', true],
    [hash('sha1', 'admin').digest('hex').toUpperCase(), 'known-hash', true],
    [hash('sha256', '7').digest('hex'), 'known-hash', true],
    [hash('md5', '12').digest('base64'), 'known-hash', true],
    [base64('user=alice;role=user'), 'encoded-text', true],
    [base64('1712345678901'), 'encoded-text', true],
    [base64('{"user":"alice"}'), 'encoded-text', false],
    [Buffer.from('user:alice').toString('hex'), 'encoded-text', true],
    [`s:1712345678901.${'A'.repeat(43)}`, 'timestamp', true],
  ])('%s is %s', (value, kind, predictable) => {
    expect(structureOf(value)).toMatchObject({ kind, predictable });
  });

  it.each([
    ['hex', make.csprngHex(1)[0]],
    ['base64url', make.csprngBase64url(1)[0]],
    ['base62', make.csprngBase62(1)[0]],
    ['nothing', ''],
    ['lone surrogates', '\ud800\udc00\udfff'],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
    ['a word', 'wonderland'],
    ['a row of digits', '41424344454647484950'],
    ['hex that would be a ULID', '018f3f8e7d2b7c3a9b1e3f2a1c'],
  ])('sees none in %s', (_, value) => {
    expect(structureOf(value ?? '')).toBeNull();
  });

  it('tries the strings and the time that the caller knows', () => {
    const at = Date.UTC(2026, 0, 15, 9, 30, 5);
    const name = hash('sha1', 'alice@shop.example').digest('hex');
    const second = hash('md5', String(at / 1000 - 30)).digest('hex');
    expect(structureOf(name)).toBeNull();
    expect(structureOf(name, { strings: ['alice@shop.example'] })?.kind).toBe('known-hash');
    expect(structureOf(second, { around: at })?.title).toBe('MD5 of the time in seconds');
    expect(structureOf(second, { around: at + 3_600_000 })).toBeNull();
  });

  it('reads the time of a UUID', () => {
    expect(structureOf('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')?.time).toBe(Date.UTC(2022, 1, 22, 19, 22, 22));
    expect(structureOf('c232ab00-9414-11ec-b3c8-9f6bdeced846')?.time).toBe(Date.UTC(2022, 1, 22, 19, 22, 22));
  });

  it('never tells a piece of the ID', () => {
    const found = structureOf(hash('md5', '1001').digest('hex'));
    expect(JSON.stringify(found)).not.toContain('1001');
  });
});
