import { describe, expect, it } from 'vitest';
import cacheableSetCookie from '../../../src/core/rules/cacheable-set-cookie.ts';
import { SESSION_LINE } from '../../../src/core/rules/examples/logins.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const sets = (value: string, more: object = {}) => ({
  url: 'https://shop.example/start',
  setCookie: [SESSION_LINE],
  responseHeaders: { 'content-type': 'text/html', 'cache-control': value },
  ...more,
});

describe('cacheable-set-cookie', () => {
  it.each([
    'public',
    'PUBLIC',
    'max-age=1',
    'max-age="60"',
    's-maxage=60',
    'public, max-age=600',
    'max-age=0, s-maxage=1',
    'must-revalidate, max-age=5',
    'max-age=600, stale-while-revalidate=60',
  ])('flags %s', (value) => {
    expect(verdictsOf(cacheableSetCookie, sets(value))).toEqual(['high certain']);
  });

  it.each([
    'no-store',
    'private',
    'Private, max-age=600',
    'no-cache',
    'private="Set-Cookie", max-age=600',
    'no-cache="Set-Cookie", max-age=600',
    'max-age=0',
    'public, max-age=0, must-revalidate',
    's-maxage=0, max-age=600',
    'max-age=x',
    'max-age=-1',
    'must-revalidate',
    'stale-if-error=60',
    '',
  ])('says nothing of %j', (value) => {
    expect(verdictsOf(cacheableSetCookie, sets(value))).toEqual([]);
  });

  it.each<[string, object]>([
    ['a form’s answer', { method: 'POST' }],
    ['not modified', { status: 304 }],
    ['a theme', { setCookie: ['theme=dark; Secure'] }],
    ['a CSRF token', { setCookie: ['csrftoken=4f9b21c07de1a366; Secure'] }],
    ['a load balancer’s', { setCookie: ['AWSALB=4f9b21c07de1a3664f9b21c07de1a366'] }],
    ['a line that browsers refuse', { setCookie: ['__Host-sid=31d4d96e407aad42a7c1'] }],
  ])('says nothing of %s', (_, more) => {
    expect(verdictsOf(cacheableSetCookie, sets('public, max-age=60', more))).toEqual([]);
  });

  it('says nothing of what came from the browser’s own cache', () => {
    const at = 1_767_225_601_000;
    const basics = {
      requestId: 'c',
      url: 'https://shop.example/',
      method: 'GET',
      type: 'main_frame',
      frameId: 0,
    } as const;
    const headers = [{ name: 'cache-control', value: 'public' }];
    const fact = {
      kind: 'response',
      at,
      ...basics,
      status: 200,
      setCookies: [SESSION_LINE],
      headers,
    } as const;
    expect(verdictsOf(cacheableSetCookie, { fact })).toEqual(['high certain']);
    expect(verdictsOf(cacheableSetCookie, { fact: { ...fact, fromCache: true } })).toEqual([]);
  });

  it('is one finding for a cookie, however often it is set', () => {
    expect(verdictsOf(cacheableSetCookie, sets('public'), sets('public'), sets('max-age=9'))).toEqual([
      'high certain',
    ]);
  });

  it('shows the line and the header, without what a server may have put into it', () => {
    const [finding] = findingsOf(cacheableSetCookie, sets('public, x-secret=4f9b21c0, max-age=600'));
    expect(finding?.cookie?.name).toBe('sid');
    expect(finding?.evidence.at(-1)).toBe('Cache-Control: public, max-age=600');
    expect(finding?.evidence[0]).toMatch(/^GET https:\/\/shop\.example\/start → Set-Cookie: sid=</);
  });
});
