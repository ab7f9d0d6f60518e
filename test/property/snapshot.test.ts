/** Laws of comparing: nothing differs from itself, back is forth turned round, and a difference is all that is between two. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BrowserCookie } from '../../src/core/recording/fact.ts';
import { keyOf } from '../../src/core/recording/keys.ts';
import { withinBounds } from '../../src/core/snapshot/bounds.ts';
import { type Comparison, compareSnapshots, isEqual, thatMatter } from '../../src/core/snapshot/compare.ts';
import { isSnapshots, type KeptCookie, type Snapshot } from '../../src/core/snapshot/snapshot.ts';

const T0 = 1_790_000_000_000;
const time = fc.integer({ min: T0, max: T0 + 60_000 });
const cookie: fc.Arbitrary<BrowserCookie> = fc.record({
  name: fc.constantFrom('sid', 'theme', '__Host-id', '', '__proto__'),
  value: fc.oneof(fc.constantFrom('1', '2', ''), fc.string({ unit: 'binary', maxLength: 6 })),
  domain: fc.constantFrom('shop.example', 'www.shop.example', 'ads.example', '127.0.0.1'),
  hostOnly: fc.boolean(),
  path: fc.constantFrom('/', '/a'),
  secure: fc.boolean(),
  httpOnly: fc.boolean(),
  sameSite: fc.constantFrom('unspecified' as const, 'lax' as const),
  expires: fc.option(time),
  partitionKey: fc.option(fc.constant('https://shop.example')),
});
const kept: fc.Arbitrary<KeptCookie> = fc.record({ cookie, writtenAt: fc.option(time) });

/** As a recording is: no two cookies of one identity, and the sites of all. */
const snapshot: fc.Arbitrary<Snapshot> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  at: time,
  why: fc.constantFrom('by-hand' as const, 'login' as const),
  label: fc.string({ maxLength: 5 }),
  sites: fc.constant(['127.0.0.1', 'ads.example', 'shop.example']),
  cookies: fc.uniqueArray(kept, { selector: (each) => keyOf(each.cookie), maxLength: 12 }),
});
const narrow = snapshot.chain((whole) =>
  fc.subarray([...whole.sites]).map((sites): Snapshot => {
    const isOf = ({ cookie: { domain } }: KeptCookie) => sites.some((site) => domain.endsWith(site));
    return { ...whole, sites, cookies: whole.cookies.filter(isOf) };
  }),
);

const turned = ({ added, removed, changed, same, apart }: Comparison) => ({
  added: removed,
  removed: added,
  changed: changed.map(({ key, before, after, differences, renewed }) => ({
    key,
    before: after,
    after: before,
    differences: differences.map(({ attribute, from, to }) => ({ attribute, from: to, to: from })),
    renewed,
  })),
  same,
  apart,
});

/** What the second would be, made of the first and what differs. */
function applied(a: Snapshot, { added, removed, changed }: Comparison): ReadonlyMap<string, BrowserCookie> {
  const state = new Map<string, BrowserCookie>(a.cookies.map((each) => [keyOf(each.cookie), each.cookie]));
  for (const { key } of removed) state.delete(key);
  for (const each of added) state.set(each.key, each.cookie);
  for (const { key, differences } of changed) {
    const old = state.get(key);
    if (old === undefined) throw new Error('changed from nothing');
    const changes = Object.fromEntries(differences.map(({ attribute, to }) => [attribute, to]));
    state.set(key, { ...old, ...changes });
  }
  return state;
}

it('a snapshot does not differ from itself', () => {
  fc.assert(
    fc.property(narrow, (a) => {
      const result = compareSnapshots(a, a);
      expect(isEqual(result)).toBe(true);
      expect(result).toMatchObject({ same: a.cookies.length, apart: 0 });
    }),
  );
});

it('compared the other way round, what was added is removed and what changed changes back', () => {
  fc.assert(
    fc.property(narrow, narrow, (a, b) => {
      // Two of one moment have no direction that a renewal could go.
      fc.pre(a.at !== b.at);
      expect(compareSnapshots(b, a)).toEqual(turned(compareSnapshots(a, b)));
    }),
  );
});

it('applied to the first it makes the second', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (a, b) => {
      const made = applied(a, compareSnapshots(a, b));
      expect([...made.keys()].sort()).toEqual(b.cookies.map((each) => keyOf(each.cookie) as string).sort());
      for (const { cookie: wanted } of b.cookies) {
        const found = made.get(keyOf(wanted));
        // Expiry that a store rounds is no difference.
        expect({ ...found, expires: null }).toEqual({ ...wanted, expires: null });
        expect(found?.expires === null).toBe(wanted.expires === null);
        expect(Math.abs((found?.expires ?? 0) - (wanted.expires ?? 0))).toBeLessThan(2_000);
      }
    }),
  );
});

it('each cookie is counted once, also where only what matters is asked for', () => {
  fc.assert(
    fc.property(narrow, narrow, (a, b) => {
      for (const result of [compareSnapshots(a, b), thatMatter(compareSnapshots(a, b))]) {
        const { added, removed, changed, same, apart } = result;
        const inBoth = changed.length + same;
        expect(added.length + removed.length + apart + 2 * inBoth).toBe(a.cookies.length + b.cookies.length);
      }
    }),
  );
});

it('bounds are kept, order too, and what is kept can be read again', () => {
  fc.assert(
    fc.property(fc.array(snapshot, { maxLength: 8 }), fc.nat(4), fc.nat(8_000), (all, count, bytes) => {
      const { kept: left, dropped } = withinBounds(all, { count, bytes });
      expect(left.length).toBeLessThanOrEqual(count);
      expect(left.length + dropped).toBe(all.length);
      expect(all.filter((each) => left.includes(each))).toEqual(left);
      expect(isSnapshots(JSON.parse(JSON.stringify(left)))).toBe(true);
    }),
  );
});
