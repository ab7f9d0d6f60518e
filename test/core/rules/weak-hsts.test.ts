import { describe, expect, it } from 'vitest';
import rule from '../../../src/core/rules/weak-hsts.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const at = (url: string, sts: string, status = 200) => ({
  url,
  status,
  responseHeaders: { 'content-type': 'text/html', 'strict-transport-security': sts },
});
const SHOP = 'https://shop.example/';

describe('weak-hsts', () => {
  it.each<[string, string[]]>([
    ['max-age=0', ['medium certain']],
    ['max-age=1', ['low certain']],
    ['max-age=31535999; includeSubDomains; preload', ['low certain']],
    ['MAX-AGE = "300"', ['low certain']],
    ['max-age=31536000', []],
    ['max-age=63072000; includeSubDomains', []],
    ['max-age=999999999999999', []],
    ['includeSubDomains', []],
    ['max-age=-1', []],
    ['', []],
  ])('%j', (value, verdicts) => {
    expect(verdictsOf(rule, at(SHOP, value))).toEqual(verdicts);
  });

  it('takes the host’s newest word, from whatever response', () => {
    expect(verdictsOf(rule, at(SHOP, 'max-age=31536000'), at(SHOP, 'max-age=60', 404))).toEqual([
      'low certain',
    ]);
    expect(verdictsOf(rule, at(SHOP, 'max-age=60'), at(SHOP, 'max-age=31536000'))).toEqual([]);
  });

  it('is one finding, of the shortest', () => {
    const [finding, ...others] = findingsOf(
      rule,
      at(SHOP, 'max-age=86400'),
      at('https://www.shop.example/', 'max-age=3600'),
    );
    expect(others).toEqual([]);
    expect(finding?.message).toContain('`www.shop.example` asks for HTTPS for 1 hour only');
    expect(finding?.evidence).toEqual([
      'GET https://www.shop.example/ → 200, Strict-Transport-Security: max-age=3600',
      'and 1 more host',
    ]);
  });

  it('says nothing of HTTP, loopback and addresses', () => {
    for (const url of ['http://shop.example/', 'https://localhost/', 'https://192.0.2.1/'])
      expect(verdictsOf(rule, at(url, 'max-age=1'))).toEqual([]);
  });
});
