import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import rule from '../../../src/core/rules/missing-hsts.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const at = (url: string, sts?: string, more: object = {}): ExampleEvent => ({
  url,
  responseHeaders: {
    'content-type': 'text/html',
    ...(sts === undefined ? {} : { 'strict-transport-security': sts }),
  },
  ...more,
});
const YEAR = 'max-age=31536000';

describe('missing-hsts', () => {
  it.each<[string, ExampleEvent[], string[]]>([
    ['the site’s own name', [at('https://shop.example/')], ['medium certain']],
    ['a subdomain, whose parent may say it', [at('https://www.shop.example/')], ['medium firm']],
    ['no max-age', [at('https://shop.example/', 'includeSubDomains')], ['medium certain']],
    ['max-age twice', [at('https://shop.example/', 'max-age=1; max-age=2')], ['medium certain']],
    ['a max-age that is no number', [at('https://shop.example/', 'max-age=soon')], ['medium certain']],
    ['only over HTTP', [at('http://shop.example/', YEAR), at('https://shop.example/')], ['medium certain']],
    [
      'a sibling’s does not hold',
      [at('https://a.shop.example/', `${YEAR}; includeSubDomains`), at('https://b.shop.example/')],
      ['medium firm'],
    ],
    [
      'two hosts are one finding',
      [at('https://shop.example/'), at('https://www.shop.example/')],
      ['medium certain'],
    ],
    [
      'a parent that took it away',
      [at('https://shop.example/', 'max-age=0; includeSubDomains'), at('https://www.shop.example/')],
      ['medium firm'],
    ],
    ['another port is the same host', [at('https://shop.example:8443/')], ['medium certain']],
    [
      'another site’s picture has it',
      [
        at('https://shop.example/'),
        { ...(at('https://cdn.example/a.png', YEAR) as object), type: 'image' } as ExampleEvent,
      ],
      ['medium certain'],
    ],
  ])('flags: %s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it.each<[string, ExampleEvent[]]>([
    ['a year', [at('https://shop.example/', YEAR)]],
    ['any age is another rule’s', [at('https://shop.example/', 'max-age=0')]],
    [
      'the redirect has it, the page not',
      [at('https://shop.example/', YEAR, { status: 301 }), at('https://shop.example/start')],
    ],
    [
      'the parent’s, for subdomains',
      [at('https://shop.example/', `includeSubdomains;${YEAR}`), at('https://a.b.shop.example/')],
    ],
    ['loopback', [at('https://localhost/'), at('https://127.0.0.1:8443/'), at('https://app.localhost/')]],
    ['addresses', [at('https://192.0.2.1/'), at('https://[2001:db8::1]/')]],
    [
      'data alone',
      [
        {
          url: 'https://shop.example/api',
          type: 'xmlhttprequest',
          responseHeaders: { 'content-type': 'application/json' },
        },
      ],
    ],
    ['a 304', [at('https://shop.example/', undefined, { status: 304 })]],
    ['a domain that is HTTPS as a whole', [at('https://shop.app/')]],
    ['a response whose headers are not known', [{ url: 'https://shop.example/' }]],
  ])('says nothing of: %s', (_, events) => {
    expect(verdictsOf(rule, ...events)).toEqual([]);
  });

  it('names host and request', () => {
    const [finding] = findingsOf(
      rule,
      at('https://shop.example/a'),
      at('https://shop.example/b'),
      at('https://www.shop.example/'),
    );
    expect(finding).toMatchObject({
      url: 'https://shop.example/a',
      evidence: ['GET https://shop.example/a → 200, no Strict-Transport-Security', 'and 1 more host'],
    });
  });
});
