import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import rule from '../../../src/core/rules/missing-https-redirect.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const at = (url: string, more: object = {}): ExampleEvent => ({
  url,
  responseHeaders: { 'content-type': 'text/html' },
  ...more,
});
const to = (url: string, location: string): ExampleEvent => ({
  url,
  status: 301,
  responseHeaders: { location },
});

describe('missing-https-redirect', () => {
  it.each<[string, ExampleEvent[], string[]]>([
    ['a page', [at('http://shop.example/')], ['medium certain']],
    [
      'a page although the site has HTTPS',
      [at('https://shop.example/'), at('http://shop.example/')],
      ['medium certain'],
    ],
    [
      'another host of it',
      [to('http://shop.example/', 'https://shop.example/'), at('http://old.shop.example/')],
      ['medium certain'],
    ],
    [
      'redirected, but not to HTTPS',
      [to('http://shop.example/', 'http://www.shop.example/'), at('http://www.shop.example/')],
      ['medium certain'],
    ],
    ['an address of a network', [at('http://192.168.1.1/')], ['medium certain']],
    ['many pages are one', [at('http://shop.example/a'), at('http://shop.example/b')], ['medium certain']],
    ['redirected', [to('http://shop.example/', 'https://shop.example/'), at('https://shop.example/')], []],
    ['localhost', [at('http://localhost:3000/')], []],
    ['a name below localhost', [at('http://app.localhost/')], []],
    ['127.0.0.0/8', [at('http://127.1.2.3:8080/')], []],
    ['::1', [at('http://[::1]:8080/')], []],
    ['refused', [at('http://shop.example/', { status: 403 })], []],
    [
      'a picture',
      [at('http://shop.example/a.png', { type: 'image', responseHeaders: { 'content-type': 'image/png' } })],
      [],
    ],
    ['another site’s frame', [at('http://localhost/'), at('http://ads.example/', { type: 'sub_frame' })], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it('names the first page and how many more', () => {
    const [finding] = findingsOf(
      rule,
      at('http://shop.example/a'),
      at('http://shop.example/b'),
      at('http://shop.example/c'),
    );
    expect(finding).toMatchObject({
      url: 'http://shop.example/a',
      evidence: ['GET http://shop.example/a → 200, no redirect to https://', 'and 2 more pages'],
    });
  });
});
