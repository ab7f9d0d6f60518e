import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import rule from '../../../src/core/rules/mixed-content.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const SHOP = 'https://shop.example';
const PAGE: ExampleEvent = { url: `${SHOP}/` };
const loads = (url: string, more: object = {}): ExampleEvent => ({
  url,
  type: 'image',
  initiator: SHOP,
  ...more,
});
const form = (more: object = {}): ExampleEvent => ({
  url: 'http://shop.example/f',
  method: 'POST',
  initiator: SHOP,
  fields: ['q'],
  ...more,
});

describe('mixed-content', () => {
  it.each<[string, ExampleEvent[], string[]]>([
    ['a picture', [PAGE, loads('http://cdn.example/a.png')], ['medium certain']],
    [
      'a script of the site',
      [PAGE, loads('http://shop.example/a.js', { type: 'script' })],
      ['medium certain'],
    ],
    ['a frame', [PAGE, loads('http://ads.example/', { type: 'sub_frame' })], ['medium certain']],
    ['who asked is not known', [PAGE, { url: 'http://cdn.example/a.png', type: 'image' }], ['medium firm']],
    ['an error is an answer', [PAGE, loads('http://cdn.example/a.png', { status: 404 })], ['medium certain']],
    [
      'many are one',
      [PAGE, loads('http://cdn.example/a.png'), loads('http://cdn.example/b.png')],
      ['medium certain'],
    ],
    ['a form', [PAGE, form()], ['medium certain']],
    ['both are two', [PAGE, loads('http://cdn.example/a.png'), form()], ['medium certain', 'medium certain']],
    ['HTTPS', [PAGE, loads('https://cdn.example/a.png')], []],
    [
      'a page of HTTP',
      [
        { url: 'http://shop.example/' },
        loads('http://cdn.example/a.png', { initiator: 'http://shop.example' }),
      ],
      [],
    ],
    [
      'loopback',
      [PAGE, loads('http://localhost:9000/'), loads('http://127.0.0.1/'), loads('http://[::1]/')],
      [],
    ],
    [
      'an extension’s',
      [PAGE, loads('http://cdn.example/a.png', { initiator: 'chrome-extension://abc' })],
      [],
    ],
    ['the browser’s own', [PAGE, { url: 'http://ocsp.example/', type: 'other' }], []],
    ['a link', [PAGE, { url: 'http://shop.example/', initiator: SHOP }], []],
    [
      'a form of an HTTP page',
      [{ url: 'http://shop.example/' }, form({ initiator: 'http://shop.example' })],
      [],
    ],
    ['a form that nobody’s page sent', [PAGE, { url: 'http://shop.example/f', method: 'POST' }], []],
    [
      'turned to HTTPS before it left',
      [
        PAGE,
        loads('http://cdn.example/a.png', {
          status: 307,
          responseHeaders: { 'non-authoritative-reason': 'HSTS' },
        }),
      ],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it('says nothing of what got no answer: it was blocked', () => {
    const fact = {
      kind: 'sent',
      at: 1_767_225_604_000,
      requestId: 'b',
      url: 'http://cdn.example/a.js',
      method: 'GET',
      type: 'script',
      frameId: 0,
      initiator: SHOP,
      cookie: null,
      headers: [],
    } as const;
    expect(verdictsOf(rule, PAGE, { fact })).toEqual([]);
  });

  it('names what was loaded, and the page', () => {
    const [finding] = findingsOf(rule, { url: `${SHOP}/list` }, loads('http://cdn.example/a.png?k=1'));
    expect(finding?.evidence).toEqual([
      'GET http://cdn.example/a.png?k= → 200, on https://shop.example/list',
    ]);
  });
});
