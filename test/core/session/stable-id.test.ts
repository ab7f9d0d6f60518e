import { describe, expect, it } from 'vitest';
import { stableId } from '../../../src/core/session/stable-id.ts';

const base64 = (data: unknown) =>
  btoa(JSON.stringify(data)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const jwt = (claims: object, signature = 'c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl') =>
  `${base64({ alg: 'HS256' })}.${base64(claims)}.${signature}`;
const SIGNATURE = 'kXv0Gf3QzR6mW8sT1yUoPqLaZbNc';

describe('the ID in a value', () => {
  it.each<[string, string, string, string]>([
    ['express-session', 'connect.sid', `s:aBcDeF123456.${SIGNATURE}`, 'aBcDeF123456'],
    ['the same, percent-encoded', 'connect.sid', `s%3AaBcDeF123456.${SIGNATURE}`, 'aBcDeF123456'],
    ['a JWT with an ID', 'token', jwt({ sub: '1', jti: 'id-7', iat: 1 }), 'id-7'],
    ['a JWT with a session ID', 'token', jwt({ sub: '1', sid: 'ses-9', iat: 1 }), 'ses-9'],
    ['a bearer', 'token', `Bearer ${jwt({ jti: 'id-7' })}`, 'id-7'],
    [
      'itsdangerous: payload, time, signature',
      'session',
      `eyJ1c2VyIjoxfQ.aXbYcZ.${SIGNATURE}`,
      'eyJ1c2VyIjoxfQ',
    ],
    [
      'Django signed cookies',
      'sessionid',
      `.eJxVjMsOwiAQRf:1tAbCd:${SIGNATURE}xxxxxxxxxxxxxxx`,
      '.eJxVjMsOwiAQRf',
    ],
    [
      'Rails, signed',
      '_app_session',
      `BAh7B0kiD3Nlc3Npb25faWQ--${'0a'.repeat(20)}`,
      'BAh7B0kiD3Nlc3Npb25faWQ',
    ],
    ['Tomcat with its node', 'JSESSIONID', '0123456789ABCDEF.node1', '0123456789ABCDEF'],
    ['WebLogic with its servers', 'JSESSIONID', '0123456789ABCDEF!-123!456', '0123456789ABCDEF'],
    ['WebSphere with cache and clone', 'JSESSIONID', '0000A1B2C3D4E5F6G7H8I9:clone1', 'A1B2C3D4E5F6G7H8I9'],
    [
      'Koa without its renewal',
      'koa.sess',
      base64({ views: 1, _expire: 1790000000000, _maxAge: 86400000 }),
      '{"views":1,"_maxAge":86400000}',
    ],
  ])('%s', (_, name, value, id) => {
    expect(stableId(name, value)).toBe(id);
  });

  it.each<[string, string, string]>([
    ['an opaque ID', 'PHPSESSID', 'q7k2l9x4v8b1n6m3c5z0a8s7d2'],
    ['an ID with a dot under another name', 'sid', 'abcdef.node1'],
    ['a JWT without an ID', 'token', jwt({ sub: '1' })],
    ['a sealed value', 'session', `Fe26.2*1*${SIGNATURE}*${SIGNATURE}`],
    ['Rails, sealed', '_app_session', `${SIGNATURE}--aaaaaaaaaaaaaaaa--bbbbbbbbbbbbbbbbbbbbbb==`],
    ['Laravel', 'laravel_session', 'eyJpdiI6IkFCQ0QiLCJ2YWx1ZSI6IngifQ%3D%3D'],
    ['a cookie session', 'session', 'eyJ2aWV3cyI6MX0='],
    ['nothing', 'sid', ''],
    ['broken encoding', 'sid', '%E0%A4%A'],
    ['very long', 'sid', 's:'.repeat(5000)],
  ])('%s is its own', (_, name, value) => {
    expect(stableId(name, value)).toBe(value);
  });
});
