import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/core/report/fingerprint.ts';
import { compareSnapshots } from '../../../src/core/snapshot/compare.ts';
import { comparisonJson, comparisonMarkdown, type ExportOptions } from '../../../src/core/snapshot/export.ts';
import { kept, snapshot, T0 } from './cookies.ts';

const KEY = '0'.repeat(32);
const print = (value: string) => fingerprint(KEY, value);
const options: ExportOptions = {
  before: { label: 'First | one', at: T0, cookies: 2 },
  after: { label: 'now', at: T0 + 1_000, cookies: 1 },
  fingerprint: print,
};
const comparison = compareSnapshots(
  snapshot([kept('left', { value: 'secret-1' }), kept('sid', { value: 'secret-2', expires: T0 })]),
  snapshot(
    [
      kept('sid', { value: 'secret-3', sameSite: 'none', secure: false }),
      kept('new|<b>`x`', { value: 'secret-4', hostOnly: false, partitionKey: 'https://top.example' }),
    ],
    { id: 'b', at: T0 + 1_000 },
  ),
);

describe('Markdown', () => {
  const text = comparisonMarkdown(comparison, options);

  it('has the counts, the groups, and fingerprints for values', () => {
    expect(text).toContain('1 added, 1 removed, 1 changed, 0 the same.');
    expect(text).toContain(
      `| \`left\` | \`shop.example/\` | Secure, HttpOnly, SameSite lax, until the browser ends, value \`${print('secret-1')}\` |`,
    );
    expect(text).toContain(
      `| \`sid\` | \`shop.example/\` | Value | \`${print('secret-2')}\` | \`${print('secret-3')}\` |`,
    );
    expect(text).toContain(
      '| `sid` | `shop.example/` | Expires | 2026-01-15T12:00:00.000Z | until the browser ends |',
    );
    expect(text).toContain('| `sid` | `shop.example/` | Secure | yes | no |');
    expect(text).toContain('| `sid` | `shop.example/` | SameSite | lax | none |');
  });

  it('shows hostile names as text, within their cell', () => {
    expect(text).toContain(
      '| `` new\\|<b>`x` `` | `.shop.example/` in the partition of `https://top.example` |',
    );
    expect(text).toContain('- Before: First \\| one, 2026-01-15T12:00:00.000Z, 2 cookies');
  });

  it('says nothing of groups that are empty', () => {
    const empty = comparisonMarkdown(compareSnapshots(snapshot([]), snapshot([])), options);
    expect(empty).toContain('0 added, 0 removed, 0 changed, 0 the same.');
    expect(empty).not.toContain('##');
  });
});

it('JSON has the same, with times as numbers', () => {
  const report = JSON.parse(comparisonJson(comparison, options));
  expect(report).toMatchObject({
    schema: 'crumbtrail/comparison@1',
    before: { label: 'First | one', cookies: 2 },
    removed: [{ name: 'left', domain: 'shop.example', value: print('secret-1'), expires: null }],
    changed: [
      {
        name: 'sid',
        renewed: false,
        differences: [
          { attribute: 'value', from: print('secret-2'), to: print('secret-3') },
          { attribute: 'expires', from: T0, to: null },
          { attribute: 'secure', from: true, to: false },
          { attribute: 'sameSite', from: 'lax', to: 'none' },
        ],
      },
    ],
  });
});

it.each([
  ['Markdown', comparisonMarkdown],
  ['JSON', comparisonJson],
])('%s has no value, whatever a store holds as a time', (_, write) => {
  const odd = compareSnapshots(
    snapshot([kept('sid', { value: 'secret-5', expires: 1e300 })]),
    snapshot([kept('sid', { value: 'secret-6', expires: -1e300 })]),
  );
  for (const each of [comparison, odd]) expect(write(each, options)).not.toContain('secret');
});
