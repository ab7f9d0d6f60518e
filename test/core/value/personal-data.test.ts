import { describe, expect, it } from 'vitest';
import { decodeBase64, textOf } from '../../../src/core/value/base64.ts';
import { cardNumberKind } from '../../../src/core/value/card-number.ts';
import { emailIn } from '../../../src/core/value/email.ts';
import { personalData } from '../../../src/core/value/personal-data.ts';
import { isJwt, readingsOf } from '../../../src/core/value/readings.ts';

describe('an e-mail address', () => {
  it.each(['ann@example.com', 'to:ann.lee+x@mail.example.co.uk;', '{"e":"a@b.io"}', 'x@@ann@example.com'])(
    'is in %j',
    (text) => {
      expect(emailIn(text)).toBe(true);
    },
  );
  it.each([
    '',
    '@',
    'ann@',
    '@example.com',
    'ann@localhost',
    'logo@2x.png',
    'a@b.1',
    '@'.repeat(5000),
    'a@b@c@d',
  ])('is not in %j', (text) => {
    expect(emailIn(text)).toBe(false);
  });
});

describe('a card number', () => {
  it.each([
    ['4111 1111 1111 1111', 'firm'],
    ['4111-1111-1111-1111', 'firm'],
    ['3782-822463-10005', 'firm'],
    ['card=5555555555554444', 'firm'],
    ['"cardNumber":"2223003122003222"', 'firm'],
    ['4111111111111111', 'tentative'],
    ['id=6011111111111117;', 'tentative'],
  ])('%s is one, %s', (text, kind) => {
    expect(cardNumberKind(text)).toBe(kind);
  });
  it.each([
    ['4111111111111112', 'fails Luhn'],
    ['1767225600000', 'is a time in milliseconds'],
    ['1767225600000000', 'is a time in microseconds'],
    ['a4111111111111111', 'is part of a word'],
    ['fb.1.4111111111111111', 'is part of an ID'],
    ['41111111111111111111111', 'is longer than any card'],
    ['0000000000000000', 'begins with 0'],
    ['4444444444444444', 'is all one digit'],
    ['4000000000000000', 'is a round number'],
    ['5018a8dc-4111-1111-1111-111111111111', 'is a UUID'],
  ])('%s %s', (text) => {
    expect(cardNumberKind(text)).toBeNull();
  });
});

describe('personal data', () => {
  it.each([
    ['+49 151 12345678', 'x', 'phone number'],
    ['{"phone":"0151 12345678"}', 'x', 'phone number'],
    ['0151 12345678', 'mobile', 'phone number'],
    ['hunter2', 'password', 'password'],
    ['{"user":{"pwd":"hunter2"}}', 'x', 'password'],
    ['user=ann&password=hunter2', 'x', 'password'],
    ['{"secret":"s3cr3t"}', 'x', 'password'],
    ['4111111111111111', 'card', 'payment card number'],
    ['{"firstName":"Ann","lastName":"Lee"}', 'x', 'name and address'],
    ['{"name":"Ann","address":{"street":"Main St 1","zip":"24103"}}', 'x', 'name and address'],
    ['{"date_of_birth":"1990-01-01"}', 'x', 'name and address'],
  ])('%s under %s is a %s', (text, key, kind) => {
    expect(personalData(text, key).map((found) => found.kind)).toContain(kind);
  });
  it.each([
    ['+1', 'x'],
    ['1767225600', 'x'],
    ['20260101', 'date'],
    ['{"password":true,"pwd":""}', 'x'],
    ['1', 'password'],
    ['31d4d96e407aad42a7c1', 'secret'],
    ['{"city":"Kiel","zip":"24103"}', 'x'],
    ['{"name":"dark"}', 'x'],
    ['{broken', 'x'],
    ['a=1&b=2', 'x'],
    ['password_reset_done', 'state'],
    ['GA1.1.1804289383.1767225600', '_ga'],
  ])('%s under %s is none', (text, key) => {
    expect(personalData(text, key)).toEqual([]);
  });
});

describe('what can be read in a value', () => {
  it.each([
    ['ann%40example.com', 'ann@example.com', ['URL-decoded']],
    ['%257Ba%257D', '{a}', ['URL-decoded', 'URL-decoded']],
    ['eyJlbWFpbCI6ImEifQ==', '{"email":"a"}', ['base64-decoded']],
    ['eyJlbWFpbCI6ImEifQ.aWdub3JlZA.c2lnbmF0dXJl', '{"email":"a"}', ['base64-decoded']],
    ['j:{"a":1}', '{"a":1}', []],
  ])('%s holds %s', (value, text, through) => {
    expect(readingsOf(value)).toContainEqual({ text, through });
  });

  it('leaves a JWT closed', () => {
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImEifQ.c2ln';
    expect(isJwt(jwt)).toBe(true);
    expect(readingsOf(jwt)).toEqual([]);
  });

  it.each(['%', 'A'.repeat(4096), '%25'.repeat(1300), '.'.repeat(4096), 'QUFB.'.repeat(800)])(
    'is bounded (case %#)',
    (value) => {
      expect(readingsOf(value).length).toBeLessThanOrEqual(24);
    },
  );
});

describe('base64', () => {
  it.each([
    ['aGk=', 'hi'],
    ['aGk', 'hi'],
    ['w7w-', 'ü>'],
    ['4oKs', '€'],
  ])('%s is %s', (text, expected) => {
    const octets = decodeBase64(text);
    expect(octets === null ? null : textOf(octets)).toBe(expected);
  });
  it.each(['a', 'a b', 'a===', 'é'])('%j is none', (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
  it.each([[[0]], [[0xff, 0xfe]], [[0x1b]]])('octets %j are no text', (octets) => {
    expect(textOf(Uint8Array.from(octets))).toBeNull();
  });
});
