import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import rule from '../../../src/core/rules/missing-content-type-options.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const typed = (type: string, options?: string, more: object = {}): ExampleEvent => ({
  url: 'https://shop.example/x',
  responseHeaders: {
    'content-type': type,
    ...(options === undefined ? {} : { 'x-content-type-options': options }),
  },
  ...more,
});

describe('missing-content-type-options', () => {
  it.each<[string, ExampleEvent[]]>([
    ['HTML', [typed('text/html')]],
    ['HTML with a charset, in capitals', [typed('Text/HTML; charset=utf-8')]],
    ['XHTML', [typed('application/xhtml+xml')]],
    ['JSON', [typed('application/json')]],
    ['JSON of a kind', [typed('application/problem+json; charset=utf-8')]],
    ['a misspelt word', [typed('text/html', 'no-sniff')]],
    ['the first word decides', [typed('text/html', 'none, nosniff')]],
    ['an empty word', [typed('text/html', '')]],
    ['HTML in a frame of the site', [{}, typed('text/html', undefined, { type: 'sub_frame' })]],
  ])('flags %s', (_, events) => {
    expect(verdictsOf(rule, ...events)).toEqual(['info certain']);
  });

  it.each<[string, ExampleEvent[]]>([
    ['nosniff', [typed('text/html', 'nosniff')]],
    ['nosniff in capitals', [typed('text/html', ' NoSniff ')]],
    ['a picture', [{}, typed('image/png', undefined, { type: 'image' })]],
    ['a script', [{}, typed('text/javascript', undefined, { type: 'script' })]],
    ['text', [typed('text/plain')]],
    ['no type', [{ url: 'https://shop.example/x' }]],
    ['a redirect', [typed('text/html', undefined, { status: 302 })]],
    ['an error', [typed('text/html', undefined, { status: 500 })]],
    ['a 304', [typed('text/html', undefined, { status: 304 })]],
    [
      'another site’s data',
      [{}, typed('application/json', undefined, { url: 'https://other.example/', type: 'xmlhttprequest' })],
    ],
  ])('says nothing of %s', (_, events) => {
    expect(verdictsOf(rule, ...events)).toEqual([]);
  });

  it('is one finding for a site', () => {
    const urls = ['/a', '/b', '/a?x=1'].map((path) => `https://shop.example${path}`);
    const [finding, ...others] = findingsOf(
      rule,
      ...urls.map((url) => typed('text/html', undefined, { url })),
    );
    expect(others).toEqual([]);
    expect(finding?.evidence).toEqual([
      'GET https://shop.example/a → 200, no X-Content-Type-Options: nosniff',
      'and 1 more address',
    ]);
  });
});
