import { describe, expect, it } from 'vitest';
import { LONGEST_VALUE } from '../../../src/core/recording/headers.ts';
import { ownPage, page, SIGN_IN } from '../../../src/core/rules/examples/pages.ts';
import rule from '../../../src/core/rules/weak-csp.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const NONCE = "'nonce-4AEemGb0xJptoIGFP3Nd'";
const HASH = "'sha256-V2kaaafImTjn8RQTWZmF4IfGfQ7Qsqsw9GWaFjzFNPg='";
const judge = (policy: string) =>
  findingsOf(rule, SIGN_IN, ownPage('/account', { 'content-security-policy': policy }));

describe('weak-csp', () => {
  it.each<[policy: string, evidence: string]>([
    ["script-src 'unsafe-inline'", "script-src 'unsafe-inline'"],
    ["default-src 'self' 'unsafe-inline'", "default-src 'unsafe-inline'"],
    ["SCRIPT-SRC 'Unsafe-Inline'", "script-src 'unsafe-inline'"],
    ["script-src 'self' *", 'script-src *'],
    ['script-src https:', 'script-src https:'],
    ['script-src http://*', 'script-src http://*'],
    ["script-src 'self' data:", 'script-src data:'],
    ["script-src 'self'; script-src-elem 'unsafe-inline'", "script-src-elem 'unsafe-inline'"],
    ["script-src-attr 'unsafe-inline'; script-src 'self'", "script-src-attr 'unsafe-inline'"],
    [`script-src ${NONCE}`, 'no base-uri'],
    [`script-src ${HASH} 'strict-dynamic'`, 'no base-uri'],
    ["img-src 'none'", 'no script-src, no default-src'],
    ["frame-ancestors 'none', base-uri 'none'", 'no script-src, no default-src'],
    ["script-src 'unsafe-inline', script-src 'unsafe-inline' 'self'", "script-src 'unsafe-inline'"],
    ['script-src https:, default-src *', 'script-src https:'],
    ["script-src 'unsafe-inline', img-src 'self'", "script-src 'unsafe-inline'"],
    ["script-src 'self' 'unsafe-inline' https:", "script-src 'unsafe-inline'; script-src https:"],
    ["script-src 'unsafe-inline'; script-src 'none'", "script-src 'unsafe-inline'"],
  ])('flags %s', (policy, shown) => {
    const findings = judge(policy);
    expect(findings).toMatchObject([
      {
        severity: 'low',
        confidence: 'certain',
        evidence: [`GET https://shop.example/account → 200, Content-Security-Policy: ${shown}`],
      },
    ]);
  });

  it.each([
    "default-src 'none'",
    "default-src 'self'",
    "script-src 'none'",
    'script-src',
    "script-src 'self' https://cdn.shop.example",
    "default-src *; script-src 'self'",
    "script-src 'self'; object-src *; style-src 'unsafe-inline'; img-src * data: https:",
    "script-src 'self' 'unsafe-eval'",
    `script-src ${NONCE} 'unsafe-inline'; base-uri 'none'`,
    `script-src ${NONCE} 'strict-dynamic' https: http: 'unsafe-inline'; base-uri 'self'; object-src 'none'`,
    `script-src ${HASH} 'unsafe-inline'`,
    "script-src 'strict-dynamic' * 'unsafe-inline'; base-uri 'none'",
    "script-src 'unsafe-inline', script-src 'self'",
    "script-src 'unsafe-inline', script-src https:",
    `script-src ${NONCE}, base-uri 'none'`,
    "script-src 'none'; script-src 'unsafe-inline'",
  ])('says nothing of %s', (policy) => {
    expect(judge(policy)).toEqual([]);
  });

  it.each([
    ['hosts that are none', "script-src 'self' https://exa%mple. [:::] //.. *.*"],
    [
      'names of the language',
      'constructor x; __proto__ *; toString y; hasOwnProperty; script-src constructor',
    ],
    ['nothing but separators', ';;,;, ,'],
    ['thousands of words', `script-src ${'a.example '.repeat(400)}`],
  ])('takes %s without harm', (_, policy) => {
    expect(() => judge(policy)).not.toThrow();
  });

  it('says nothing of a policy whose end was not recorded', () => {
    const long = `img-src ${'a.example '.repeat(500)}`;
    expect(long.length).toBeGreaterThan(LONGEST_VALUE);
    expect(judge(long.slice(0, LONGEST_VALUE))).toEqual([]);
    expect(judge(long.slice(0, LONGEST_VALUE - 1))).toHaveLength(1);
  });

  it('only tells where nobody is signed in', () => {
    const weak = { 'content-security-policy': 'script-src *' };
    expect(verdictsOf(rule, page('/', weak))).toEqual(['info certain']);
    expect(verdictsOf(rule, page('/', weak), SIGN_IN, ownPage('/account', weak))).toEqual(['low certain']);
  });

  it('is one finding for many pages with a nonce each, and shows none', () => {
    const pages = Array.from({ length: 300 }, (_, index) =>
      ownPage(`/p/${index}`, { 'content-security-policy': `script-src 'nonce-4AEemGb0xJpto${index}'` }),
    );
    const [finding, ...others] = findingsOf(rule, SIGN_IN, ...pages);
    expect(others).toEqual([]);
    expect(finding?.evidence).toEqual([
      'GET https://shop.example/p/0 → 200, Content-Security-Policy: no base-uri',
      'and 299 more pages',
    ]);
  });
});
