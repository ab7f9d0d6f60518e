import { describe, expect, it } from 'vitest';
import { sizeOfSnapshot, withinBounds } from '../../../src/core/snapshot/bounds.ts';
import type { Snapshot } from '../../../src/core/snapshot/snapshot.ts';
import { kept, snapshot } from './cookies.ts';

const of = (id: string, why: Snapshot['why'] = 'by-hand') => snapshot([kept('sid')], { id, why });
const ids = (snapshots: readonly Snapshot[]) => snapshots.map(({ id }) => id).join(' ');
const ONE = sizeOfSnapshot(of('a'));

describe('what is kept, newest first', () => {
  it.each<[string, readonly Snapshot[], string]>([
    ['all that fit', [of('c'), of('b'), of('a')], 'c b a'],
    ['the oldest automatic one goes first', [of('d'), of('c', 'login'), of('b', 'logout'), of('a')], 'd c a'],
    ['without automatic ones the oldest goes', [of('d'), of('c'), of('b'), of('a')], 'd c b'],
    [
      'the newest stays, though it is the only automatic one',
      [of('d', 'login'), of('c'), of('b'), of('a')],
      'd c b',
    ],
  ])('%s', (_, snapshots, expected) => {
    const { kept: left, dropped } = withinBounds(snapshots, { count: 3, bytes: 1e6 });
    expect(ids(left)).toBe(expected);
    expect(dropped).toBe(snapshots.length - left.length);
  });

  it('counts octets as well', () => {
    const limits = { count: 10, bytes: 2 * ONE };
    expect(ids(withinBounds([of('c'), of('b', 'login'), of('a')], limits).kept)).toBe('c a');
  });

  it('is nothing where the newest alone is too large', () => {
    expect(withinBounds([of('a')], { count: 10, bytes: ONE - 1 })).toEqual({ kept: [], dropped: 1 });
  });
});

it('counts no fewer octets than its JSON has, and not many more', () => {
  const full = snapshot(
    Array.from({ length: 50 }, (_, index) =>
      kept(`name-${index}`, { value: 'é'.repeat(90), expires: 1_790_000_000_000 }, 1_790_000_000_000),
    ),
    { label: 'Ünïcode' },
  );
  const real = new TextEncoder().encode(JSON.stringify(full)).length;
  expect(sizeOfSnapshot(full)).toBeGreaterThanOrEqual(real);
  expect(sizeOfSnapshot(full)).toBeLessThan(real * 1.3);
});
