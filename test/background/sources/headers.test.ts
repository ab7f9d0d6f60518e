import { describe, expect, it } from 'vitest';
import { requestHeaders, responseHeaders } from '../../../src/background/sources/headers.ts';

const request = (name: string, value: string) => requestHeaders([{ name, value }]);

describe('response headers', () => {
  it.each<[string, { name: string; value?: string; binaryValue?: readonly number[] }[], string[]]>([
    [
      'one header a line (Chromium)',
      [
        { name: 'Set-Cookie', value: 'a=1' },
        { name: 'set-cookie', value: 'b=2' },
      ],
      ['a=1', 'b=2'],
    ],
    [
      'lines joined by line feeds (Firefox)',
      [{ name: 'Set-Cookie', value: 'a=1\nb=2; Path=/' }],
      ['a=1', 'b=2; Path=/'],
    ],
    [
      'commas, never split',
      [{ name: 'Set-Cookie', value: 'a=1, b=2; Expires=Wed, 09 Jun 2027 10:18:14 GMT' }],
      ['a=1, b=2; Expires=Wed, 09 Jun 2027 10:18:14 GMT'],
    ],
    [
      'octets that are not UTF-8',
      [{ name: 'Set-Cookie', binaryValue: [0x61, 0x3d, 0xe9, 0x31] }],
      ['a=\ufffd1'],
    ],
    ['UTF-8 given as octets', [{ name: 'Set-Cookie', binaryValue: [0x61, 0x3d, 0xc3, 0xa9] }], ['a=é']],
    [
      'a line of 64 KiB whole',
      [{ name: 'Set-Cookie', value: `a=${'x'.repeat(65_536)}` }],
      [`a=${'x'.repeat(65_536)}`],
    ],
    ['no value at all', [{ name: 'Set-Cookie' }], []],
  ])('keep Set-Cookie: %s', (_, raw, setCookies) => {
    expect(responseHeaders(raw)).toEqual({ setCookies, headers: [] });
  });

  it('keep those some rule reads, lower case and bounded, and drop the rest', () => {
    const { headers } = responseHeaders([
      { name: 'Cache-Control', value: 'no-store' },
      { name: 'X-Session-Secret', value: 'hidden' },
      { name: 'ETag', value: 'tracking' },
      { name: 'Non-Authoritative-Reason', value: 'HSTS' },
      { name: 'Content-Security-Policy', value: 'x'.repeat(10_000) },
    ]);
    expect(headers.map(({ name, value }) => [name, value.length])).toEqual([
      ['cache-control', 8],
      ['non-authoritative-reason', 4],
      ['content-security-policy', 4096],
    ]);
  });

  it('of nothing are none', () => {
    expect(responseHeaders(undefined)).toEqual({ setCookies: [], headers: [] });
  });
});

describe('request headers', () => {
  it.each([
    ['none', [], null],
    ['one', [{ name: 'Cookie', value: 'a=1; b=2' }], 'a=1; b=2'],
    [
      'several, as HTTP/2 may split them',
      [
        { name: 'cookie', value: 'a=1' },
        { name: 'Cookie', value: 'b=2' },
      ],
      'a=1; b=2',
    ],
    ['empty', [{ name: 'Cookie', value: '' }], ''],
  ])('give the Cookie header: %s', (_, raw, cookie) => {
    expect(requestHeaders(raw).cookie).toBe(cookie);
  });

  it.each([
    ['Authorization', 'Bearer eyJhbGciOi.SECRET.x', 'Bearer'],
    ['Authorization', 'Basic dXNlcjpTRUNSRVQ=', 'Basic'],
    ['Proxy-Authorization', 'DPoP SECRET', 'DPoP'],
    ['Authorization', 'bearer SECRET', 'bearer'],
    ['Authorization', 'AWS4-HMAC-SHA256 Credential=SECRET', 'AWS4-HMAC-SHA256'],
    ['Authorization', 'SECRET', ''],
    ['Authorization', 'SECRET and more', ''],
    ['Authorization', 'Bearer', ''],
    ['Authorization', ' Bearer SECRET', ''],
    ['Authorization', 'BearerSECRET x', ''],
    ['Authorization', '', ''],
    ['X-CSRF-Token', 'SECRET', ''],
    ['X-XSRF-TOKEN', 'Bearer SECRET', ''],
    ['X-Auth-Token', 'SECRET', ''],
    ['RequestVerificationToken', 'SECRET', ''],
    ['X-Requested-With', 'XMLHttpRequest', ''],
    ['HX-Request', 'true', ''],
    ['Next-Action', 'SECRET', ''],
    ['Jenkins-Crumb', 'SECRET', ''],
  ])('keep of %s: %j only %j', (name, value, kept) => {
    expect(request(name, value).headers).toEqual([{ name: name.toLowerCase(), value: kept }]);
  });

  it.each([
    ['X-Api-Key', 'SECRET'],
    ['User-Agent', 'a browser'],
    ['__proto__', 'x'],
    ['X-Token-2', 'SECRET'],
  ])('drop %s', (name, value) => {
    expect(request(name, value).headers).toEqual([]);
  });

  it('take a name made to be slow in no time', () => {
    const before = performance.now();
    expect(request(`x-${'auth'.repeat(50_000)}!`, 'x').headers).toEqual([]);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
