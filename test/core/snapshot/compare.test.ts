import { describe, expect, it } from 'vitest';
import { compareSnapshots, isEqual, thatMatter } from '../../../src/core/snapshot/compare.ts';
import type { KeptCookie } from '../../../src/core/snapshot/snapshot.ts';
import { kept, MINUTE, snapshot, T0 } from './cookies.ts';

const names = (cookies: readonly { readonly cookie: { readonly name: string } }[]) =>
  cookies.map(({ cookie }) => cookie.name);

/** Two snapshots, the second ten minutes later. */
const compare = (before: readonly KeptCookie[], after: readonly KeptCookie[]) =>
  compareSnapshots(snapshot(before), snapshot(after, { id: 'b', at: T0 + 10 * MINUTE }));

describe('cookies of two snapshots', () => {
  it('are added, removed and the same, by name', () => {
    const result = compare([kept('gone'), kept('both')], [kept('both'), kept('z'), kept('a')]);
    expect(names(result.added)).toEqual(['a', 'z']);
    expect(names(result.removed)).toEqual(['gone']);
    expect(result).toMatchObject({ changed: [], same: 1, apart: 0 });
  });

  it.each([
    ['Path', { path: '/app' }],
    ['Domain', { domain: 'www.shop.example' }],
    ['host-only', { hostOnly: false }],
    ['partition', { partitionKey: 'https://other.example' }],
    ['partition with an ancestor', { partitionKey: 'https://shop.example', hasCrossSiteAncestor: true }],
  ])('of another %s are two cookies: the browser keeps both', (_, over) => {
    const result = compare([kept('sid')], [kept('sid', over)]);
    expect([names(result.added), names(result.removed), result.changed]).toEqual([['sid'], ['sid'], []]);
  });

  it.each([
    ['value', { value: 'new' }, { attribute: 'value', from: 'value of sid', to: 'new' }],
    ['Secure', { secure: false }, { attribute: 'secure', from: true, to: false }],
    ['HttpOnly', { httpOnly: false }, { attribute: 'httpOnly', from: true, to: false }],
    ['SameSite', { sameSite: 'none' as const }, { attribute: 'sameSite', from: 'lax', to: 'none' }],
    ['Expires', { expires: T0 }, { attribute: 'expires', from: null, to: T0 }],
  ])('of another %s are one that changed', (_, over, difference) => {
    const result = compare([kept('sid')], [kept('sid', over)]);
    expect(result.changed.map(({ differences }) => differences)).toEqual([[difference]]);
    expect(names(result.added)).toEqual([]);
  });

  it('name every attribute that differs, the value first', () => {
    const { changed } = compare(
      [kept('sid')],
      [kept('sid', { value: 'x', secure: false, httpOnly: false, sameSite: 'strict', expires: T0 })],
    );
    expect(changed[0]?.differences.map(({ attribute }) => attribute)).toEqual([
      'value',
      'expires',
      'secure',
      'httpOnly',
      'sameSite',
    ]);
  });

  it('of a site that one did not look at are neither added nor removed', () => {
    const elsewhere = kept('theirs', { domain: 'www.other.example' });
    const a = snapshot([kept('sid')]);
    const b = snapshot([kept('sid'), elsewhere], { id: 'b', sites: ['other.example', 'shop.example'] });
    expect(compareSnapshots(a, b)).toMatchObject({ added: [], removed: [], same: 1, apart: 1 });
    expect(compareSnapshots(b, a)).toMatchObject({ added: [], removed: [], same: 1, apart: 1 });
  });

  it('are equal where the expiry differs by what the store rounds', () => {
    const at = T0 + 60 * MINUTE;
    expect(isEqual(compare([kept('a', { expires: at })], [kept('a', { expires: at + 900 })]))).toBe(true);
  });
});

describe('a cookie whose expiry alone differs', () => {
  const LIFE = 30 * MINUTE;
  const at = (written: number, life = LIFE) => kept('sid', { expires: written + life }, written);
  const unknown = (expires: number | null) => kept('sid', { expires });

  it.each<[string, boolean, KeptCookie, KeptCookie]>([
    ['was written again for as long', true, at(T0 - MINUTE), at(T0 + MINUTE)],
    ['was written again, a second off by rounding', true, at(T0 - MINUTE), at(T0 + MINUTE, LIFE + 1_000)],
    ['lives longer than before', false, at(T0 - MINUTE), at(T0 + MINUTE, 2 * LIFE)],
    ['lives shorter than before', false, at(T0 - MINUTE), at(T0 + MINUTE, LIFE / 2)],
    ['ends later, written nobody knows when', true, unknown(T0 + LIFE), at(T0 + MINUTE)],
    ['ends sooner, written nobody knows when', false, unknown(T0 + 2 * LIFE), at(T0 + MINUTE)],
    ['now ends with the browser', false, unknown(T0 + LIFE), unknown(null)],
    ['no longer ends with the browser', false, unknown(null), unknown(T0 + LIFE)],
  ])('%s: renewed %s', (_, renewed, before, after) => {
    const forth = compare([before], [after]);
    expect(forth.changed[0]?.renewed).toBe(renewed);
    const back = compareSnapshots(snapshot([after], { at: T0 + 10 * MINUTE }), snapshot([before]));
    expect(back.changed[0]?.renewed).toBe(renewed);
    expect(isEqual(thatMatter(forth))).toBe(renewed);
  });

  it('is more than renewed where the value changed with it', () => {
    const result = compare([at(T0)], [kept('sid', { value: 'x', expires: T0 + MINUTE + LIFE }, T0 + MINUTE)]);
    expect(result.changed[0]?.renewed).toBe(false);
    expect(thatMatter(result).changed).toHaveLength(1);
  });

  it('counts as the same where only differences that matter are asked for', () => {
    const result = thatMatter(compare([at(T0), kept('x')], [at(T0 + MINUTE), kept('x')]));
    expect(result).toMatchObject({ changed: [], same: 2 });
  });
});
