import { describe, expect, it } from 'vitest';
import { hasSessionInUrl } from '../../../src/core/audit/session-in-url.ts';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { page } from '../../../src/core/rules/examples/pages.ts';
import rule from '../../../src/core/rules/leaky-referrer-policy.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const ID = '31D4D96E407AAD42A7C1';
const policy = (value: string) => ({ 'referrer-policy': value });
const pixel = (referer: string): ExampleEvent => ({
  url: 'https://ads.example/p.gif',
  type: 'image',
  initiator: 'https://shop.example',
  requestHeaders: { referer },
});

describe('leaky-referrer-policy', () => {
  it.each<[string, ExampleEvent[], string[]]>([
    ['unsafe-url', [page('/', policy('unsafe-url'))], ['low certain']],
    ['in capitals', [page('/', policy('Unsafe-URL'))], ['low certain']],
    [
      'unsafe-url on an address with an ID is one finding',
      [page(`/?sid=${ID}`, policy('unsafe-url'))],
      ['low certain'],
    ],
    [
      'an ID and no-referrer-when-downgrade',
      [page(`/?sid=${ID}`, policy('no-referrer-when-downgrade'))],
      ['low certain'],
    ],
    ['an ID and nothing', [page(`/?sid=${ID}`)], ['low tentative']],
    ['an ID and a word browsers do not know', [page(`/?sid=${ID}`, policy('never'))], ['low tentative']],
    ['an ID that went out', [page(`/?sid=${ID}`), pixel(`https://shop.example/?sid=${ID}`)], ['low certain']],
    ['the ID stayed here', [page(`/?sid=${ID}`, policy('same-origin')), pixel('https://shop.example/')], []],
    ['another site’s ID', [page('/'), pixel(`https://other.example/?sid=${ID}`)], []],
    ['no-referrer-when-downgrade without an ID', [page('/', policy('no-referrer-when-downgrade'))], []],
    ['a stricter word after it', [page('/', policy('unsafe-url, same-origin'))], []],
    ['a redirect', [{ ...page(`/?sid=${ID}`, policy('unsafe-url')), status: 302 }], []],
    [
      'a frame of another site',
      [page('/'), { ...page('/', policy('unsafe-url')), url: 'https://ads.example/', type: 'sub_frame' }],
      [],
    ],
    ...[
      'no-referrer',
      'same-origin',
      'origin',
      'strict-origin',
      'origin-when-cross-origin',
      'strict-origin-when-cross-origin',
    ].map((value): [string, ExampleEvent[], string[]] => [
      `an ID and ${value}`,
      [page(`/?sid=${ID}`, policy(value))],
      [],
    ]),
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it('shows neither the ID nor the address it stood in', () => {
    const findings = findingsOf(
      rule,
      page(`/o;jsessionid=${ID}`),
      pixel(`https://shop.example/o;jsessionid=${ID}?sid=${ID}`),
    );
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain(ID);
    expect(findings[0]?.evidence).toEqual([
      'GET https://ads.example/p.gif → 200, Referer: https://shop.example/o?sid=',
    ]);
  });
});

describe('hasSessionInUrl', () => {
  it.each<[string, boolean]>([
    [`/;jsessionid=${ID}`, true],
    [`/?PHPSESSID=${ID}`, true],
    [`/?a=1&session_id=${ID}`, true],
    [`/?access_token=${ID}`, true],
    [`/#sid=${ID}`, false],
    ['/?sid=12345678', false],
    ['/?sid=123456789', true],
    ['/?session=introduction-to-http', false],
    [`/?code=${ID}&state=${ID}`, false],
    [`/?aside=${ID}`, false],
    [`/sid=${ID}`, false],
    ['/?sid=', false],
  ])('%s: %s', (path, is) => {
    expect(hasSessionInUrl(`https://shop.example${path}`)).toBe(is);
  });
});
