import { describe, expect, it } from 'vitest';
import { LONGEST_VALUE } from '../../../src/core/recording/headers.ts';
import { SESSION_LINE } from '../../../src/core/rules/examples/logins.ts';
import { ownPage, page, SIGN_IN } from '../../../src/core/rules/examples/pages.ts';
import rule from '../../../src/core/rules/missing-frame-protection.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const csp = (value: string) => ({ 'content-security-policy': value });
const xfo = (value: string) => ({ 'x-frame-options': value });

describe('missing-frame-protection', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, ['low certain']],
    ['a policy without frame-ancestors', csp("default-src 'self'"), ['low certain']],
    ['default-src is no stand-in', csp("default-src 'none'"), ['low certain']],
    ['*', csp('frame-ancestors *'), ['low certain']],
    ['every HTTPS site', csp("frame-ancestors 'self' https:"), ['low certain']],
    ['* makes X-Frame-Options void', { ...csp('frame-ancestors *'), ...xfo('DENY') }, ['low certain']],
    ['ALLOW-FROM', xfo('ALLOW-FROM https://a.example'), ['low certain']],
    ['ALLOWALL', xfo('ALLOWALL'), ['low certain']],
    ["'none'", csp("frame-ancestors 'none'"), []],
    ['one of two policies', csp("default-src 'self', frame-ancestors 'self'"), []],
    ['* and a second that limits it', csp("frame-ancestors *, frame-ancestors 'self'"), []],
    ['a partner', csp('Frame-Ancestors https://partner.example'), []],
    ['its own word only', csp('frame-ancestors'), []],
    ['DENY', xfo('DENY'), []],
    ['sameorigin, in small letters', xfo(' sameorigin '), []],
    ['DENY and SAMEORIGIN, which browsers take as DENY', xfo('DENY, SAMEORIGIN'), []],
    ['a policy whose end was not recorded', csp('img-src a'.padEnd(LONGEST_VALUE, 'a')), []],
  ])('%s', (_, headers, verdicts) => {
    expect(verdictsOf(rule, SIGN_IN, ownPage('/account', headers))).toEqual(verdicts);
  });

  it('is less sure of a session that may be a visit, and silent without one', () => {
    expect(verdictsOf(rule, SESSION_LINE, ownPage('/'))).toEqual(['low tentative']);
    expect(verdictsOf(rule, SESSION_LINE, ownPage('/account'))).toEqual(['low firm']);
    expect(verdictsOf(rule, page('/'))).toEqual([]);
  });

  it('says what was there instead', () => {
    const evidenceOf = (headers: Record<string, string>) =>
      findingsOf(rule, SIGN_IN, ownPage('/account', headers)).flatMap(({ evidence }) => evidence);
    expect(evidenceOf({})).toEqual([
      'GET https://shop.example/account → 200, no frame-ancestors that limit it, no X-Frame-Options',
    ]);
    expect(evidenceOf(xfo('ALLOW-FROM https://a.example'))).toEqual([
      'GET https://shop.example/account → 200, X-Frame-Options that browsers do not heed, no frame-ancestors',
    ]);
  });
});
