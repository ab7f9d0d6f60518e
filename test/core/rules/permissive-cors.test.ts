import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { SESSION_LINE } from '../../../src/core/rules/examples/logins.ts';
import { SESSION_COOKIE } from '../../../src/core/rules/examples/pages.ts';
import rule from '../../../src/core/rules/permissive-cors.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

interface Answer {
  readonly allow?: string;
  readonly credentials?: string;
  readonly url?: string;
  readonly cookie?: string;
}

/** The site's data, asked for by a page of another origin, and as a rule repeated to it. */
const asked = (
  origin: string,
  { allow = origin, credentials = 'true', url, cookie }: Answer = {},
): ExampleEvent[] => [
  { url: `${origin === 'null' ? 'https://frame.example' : origin}/` },
  {
    url: url ?? 'https://api.shop.example/me',
    type: 'xmlhttprequest',
    initiator: origin,
    ...(cookie === undefined ? {} : { cookie }),
    requestHeaders: { origin },
    responseHeaders: {
      'access-control-allow-origin': allow,
      'access-control-allow-credentials': credentials,
    },
  },
];
const SHOP: ExampleEvent = { url: 'https://shop.example/' };
const domainLine = `${SESSION_LINE}; Domain=shop.example`;

describe('permissive-cors', () => {
  it.each<[string, ExampleEvent[], string[]]>([
    ['null', [SHOP, ...asked('null')], ['high firm']],
    ['null, with the session', [domainLine, ...asked('null', { cookie: SESSION_COOKIE })], ['high certain']],
    ['null, whoever asks', [SHOP, ...asked('https://one.example', { allow: 'null' })], ['high firm']],
    [
      'two that are strangers',
      [SHOP, ...asked('https://one.example'), ...asked('https://two.example')],
      ['high tentative'],
    ],
    [
      'three that are strangers',
      [
        SHOP,
        ...asked('https://one.example'),
        ...asked('https://two.example'),
        ...asked('http://three.example'),
      ],
      ['high firm'],
    ],
    [
      'null and strangers are two findings',
      [SHOP, ...asked('null'), ...asked('https://one.example'), ...asked('https://two.example')],
      ['high firm', 'high tentative'],
    ],
    ['one partner', [SHOP, ...asked('https://one.example')], []],
    [
      'one partner of many hosts',
      [SHOP, ...asked('https://a.one.example'), ...asked('https://b.one.example')],
      [],
    ],
    [
      'one partner in many countries',
      [SHOP, ...asked('https://one.co.uk'), ...asked('https://www.one.de'), ...asked('https://one.com')],
      [],
    ],
    [
      'its own hosts',
      [
        SHOP,
        ...asked('https://shop.example'),
        ...asked('https://www.shop.example'),
        ...asked('https://m.shop.example'),
      ],
      [],
    ],
    [
      'each host one partner',
      [
        SHOP,
        ...asked('https://one.example'),
        ...asked('https://two.example', { url: 'https://b.shop.example/' }),
      ],
      [],
    ],
    [
      '*',
      [
        SHOP,
        ...asked('https://one.example', { allow: '*' }),
        ...asked('https://two.example', { allow: '*' }),
      ],
      [],
    ],
    ['no cookies', [SHOP, ...asked('null', { credentials: 'false' })], []],
    ['True, which browsers do not take', [SHOP, ...asked('null', { credentials: 'True' })], []],
    [
      'another origin than asked: browsers refuse',
      [
        SHOP,
        ...asked('https://one.example', { allow: 'https://x.example' }),
        ...asked('https://two.example', { allow: 'https://y.example' }),
      ],
      [],
    ],
    ['an embedded site’s', [SHOP, ...asked('null', { url: 'https://cdn.example/' })], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it('shows each stranger’s request and answer', () => {
    const [finding] = findingsOf(
      rule,
      SHOP,
      ...asked('https://one.example'),
      ...asked('https://two.example'),
    );
    expect(finding?.evidence).toEqual(
      ['one', 'two'].map(
        (name) =>
          `GET https://api.shop.example/me → 200, Access-Control-Allow-Origin: https://${name}.example/, Access-Control-Allow-Credentials: true`,
      ),
    );
  });
});
