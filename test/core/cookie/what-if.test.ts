import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WhatIfOptions, whatIf } from '../../../src/core/cookie/what-if.ts';

const NOW = 1_790_000_000_000;
const at = (url: string, more: Partial<WhatIfOptions> = {}) => ({ url, now: NOW, ...more });

/** The occasions on which the cookie would go. */
function goes(line: string, options: WhatIfOptions): string[] {
  return whatIf(line, options)
    .sendings.filter(({ reasons }) => reasons.length === 0)
    .map(({ occasion }) => occasion);
}

describe('what if', () => {
  it.each([
    [
      'a host-only Strict cookie stays at home',
      'sid=1; Path=/; Secure; HttpOnly; SameSite=Strict',
      ['same-site', 'other-path'],
    ],
    [
      'SameSite=None goes everywhere on its host over HTTPS',
      'sid=1; Path=/; Secure; SameSite=None',
      ['same-site', 'other-path', 'cross-site-link', 'cross-site-post', 'cross-site-embedded', 'script'],
    ],
    [
      'without SameSite it goes by a link, not by a POST',
      'sid=1; Path=/; Secure; HttpOnly',
      ['same-site', 'other-path', 'cross-site-link'],
    ],
    [
      'Domain takes it to subdomains',
      'sid=1; Path=/; Domain=shop.example; Secure; HttpOnly; SameSite=Strict',
      ['same-site', 'subdomain', 'other-path'],
    ],
    ['Path holds it below', 'sid=1; Path=/account; HttpOnly; SameSite=Strict', ['same-site', 'plain-http']],
    ['what is rejected goes nowhere', 'sid=1; SameSite=None', []],
    ['what is deleted goes nowhere', 'sid=; Max-Age=0', []],
  ])('%s', (_, line, expected) => {
    expect(goes(line, at('https://shop.example/account'))).toEqual(expected);
  });

  it('asks about the parent domain where there is one', () => {
    const sendings = whatIf('sid=1; Path=/', at('https://app.shop.example/')).sendings;
    expect(sendings.find(({ occasion }) => occasion === 'parent-domain')).toMatchObject({
      url: 'https://shop.example/',
      reasons: ['DomainMismatch'],
    });
  });

  it('knows that a frame on another site is cross-site', () => {
    const answer = whatIf(
      'sid=1; SameSite=Lax',
      at('https://shop.example/', { topLevelSite: 'https://news.example' }),
    );
    expect(answer.result).toMatchObject({ stored: false, reasons: ['SameSiteLax'] });
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (line, url, topLevelSite) => {
        expect(whatIf(line, at(url, { topLevelSite }))).toHaveProperty('result');
      }),
    );
  });
});
