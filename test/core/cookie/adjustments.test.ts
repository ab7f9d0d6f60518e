import { expect, it } from 'vitest';
import { judgeSet } from '../../../src/core/cookie/store.ts';
import type { Adjustment, Browser } from '../../../src/core/cookie/types.ts';

const now = Date.UTC(2026, 10, 21);

function adjustments(line: string, browser: Browser = 'chromium'): readonly Adjustment[] {
  const result = judgeSet(line, { url: 'https://shop.example/dir/page', now }, [], browser);
  if (!result.stored) throw new Error(`refused: ${result.reasons.join()}`);
  return result.adjustments;
}

const plain = 'a=b; Path=/; SameSite=Lax';

it.each([
  [plain, [], 'nothing to say'],
  ['a=b; Path=/', [{ kind: 'same-site-defaulted', attribute: 'SameSite', to: 'Lax' }], 'no SameSite'],
  [
    'a=b; Path=/; SameSite=Foo',
    [
      { kind: 'same-site-defaulted', attribute: 'SameSite', from: 'Foo', to: 'Lax' },
      { kind: 'attribute-ignored', attribute: 'SameSite', from: 'Foo' },
    ],
    'a SameSite that means nothing',
  ],
  [
    `${plain}; Max-Age=99999999`,
    [{ kind: 'lifetime-clamped', attribute: 'Max-Age', from: '99999999', to: '2027-12-26T00:00:00.000Z' }],
    'more than 400 days',
  ],
  [
    `${plain}; Domain=.shop.example`,
    [{ kind: 'domain-widened', attribute: 'Domain', from: '.shop.example', to: '.shop.example' }],
    'Domain takes the subdomains in',
  ],
  [
    `${plain}; Domain=shop.example`,
    [{ kind: 'domain-widened', attribute: 'Domain', from: 'shop.example', to: '.shop.example' }],
    'with or without its dot',
  ],
  ['a=b; SameSite=Lax', [{ kind: 'path-defaulted', attribute: 'Path', to: '/dir' }], 'no Path'],
  [
    'a=b; SameSite=Lax; Path=x',
    [{ kind: 'path-defaulted', attribute: 'Path', from: 'x', to: '/dir' }],
    'a Path without its slash',
  ],
  [
    `${plain}; Max-Age=60; Expires=Sun, 22 Nov 2026 00:00:00 GMT`,
    [
      {
        kind: 'expires-overridden-by-max-age',
        attribute: 'Expires',
        from: 'Sun, 22 Nov 2026 00:00:00 GMT',
        to: '60',
      },
    ],
    'both lifetimes',
  ],
  [
    `${plain}; Foo=bar`,
    [{ kind: 'attribute-ignored', attribute: 'Foo', from: 'bar' }],
    'an unknown attribute',
  ],
  [
    `${plain}; Max-Age=soon`,
    [{ kind: 'attribute-ignored', attribute: 'Max-Age', from: 'soon' }],
    'a bad Max-Age',
  ],
  [
    `${plain}; Expires=soon`,
    [{ kind: 'attribute-ignored', attribute: 'Expires', from: 'soon' }],
    'a bad date',
  ],
  [`${plain}; Secure; secure; SECURE`, [{ kind: 'duplicate-attribute', attribute: 'secure' }], 'said once'],
])('%s: %3$s', (line, expected, _why) => {
  expect(adjustments(line)).toEqual(expected);
});

it('names an attribute that was too long', () => {
  const value = `/${'p'.repeat(1024)}`;
  expect(adjustments(`${plain}; Path=${value}`)).toContainEqual({
    kind: 'attribute-ignored',
    attribute: 'Path',
    from: value,
  });
});

it('says nothing of a SameSite default in Firefox, which has none', () => {
  expect(adjustments('a=b; Path=/', 'firefox')).toEqual([]);
  expect(adjustments(`${plain}; Priority=High`)).toEqual([]);
  expect(adjustments(`${plain}; Priority=High`, 'firefox')).toHaveLength(1);
});
