import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { SNAPSHOT_LIMITS } from '../../../../src/core/snapshot/bounds.ts';
import type { Snapshot } from '../../../../src/core/snapshot/snapshot.ts';
import { createShelf, type Shelf } from '../../../../src/panel/features/snapshots/shelf.ts';
import { kept, snapshot, T0 } from '../../../core/snapshot/cookies.ts';
import { memoryArea } from './area.ts';

const NO = signal(false);
const of = (id: string, at = T0, over: Partial<Snapshot> = {}) =>
  snapshot([kept('sid')], { id, at, ...over });
const ids = (shelf: Shelf) => shelf.snapshots.value.map(({ id }) => id).join(' ');

describe('snapshots', () => {
  it('stand newest first, are renamed and removed', async () => {
    const shelf = createShelf(memoryArea(), NO);
    shelf.add(of('a', T0));
    shelf.add(of('c', T0 + 2), of('b', T0 + 1));
    expect(ids(shelf)).toBe('c b a');
    shelf.rename('b', 'mine');
    shelf.remove('c');
    await shelf.settled();
    expect(shelf.snapshots.value.map(({ id, label }) => [id, label])).toEqual([
      ['b', 'mine'],
      ['a', ''],
    ]);
  });

  it('are there for the next panel', async () => {
    const area = memoryArea();
    const first = createShelf(area, NO);
    first.add(of('a'));
    await first.settled();
    const next = createShelf(area, NO);
    await next.settled();
    expect(next.snapshots.value).toEqual([of('a')]);
  });

  it('of two panels stand on both, none overwrites the other', async () => {
    const area = memoryArea();
    const [one, two] = [createShelf(area, NO), createShelf(area, NO)];
    one.add(of('a', T0));
    two.add(of('b', T0 + 1));
    await one.settled();
    await two.settled();
    expect([ids(one), ids(two)]).toEqual(['b a', 'b a']);
    two.remove('a');
    await two.settled();
    expect(ids(one)).toBe('b');
  });

  it('of one login, seen by two panels, are one', async () => {
    const area = memoryArea();
    const [one, two] = [createShelf(area, NO), createShelf(area, NO)];
    one.add(of('login-5'));
    two.add(of('login-5'));
    await two.settled();
    expect([ids(one), ids(two)]).toEqual(['login-5', 'login-5']);
  });

  it('taken before storage was read stand beside what was there', async () => {
    const shelf = createShelf(memoryArea([of('old', T0 - 1)]), NO);
    shelf.add(of('new'));
    await shelf.settled();
    expect(ids(shelf)).toBe('new old');
  });

  it('of another version of ours are as good as none', async () => {
    const shelf = createShelf(memoryArea([{ id: 'old', cookies: 'other' }]), NO);
    await shelf.settled();
    expect(ids(shelf)).toBe('');
  });
});

describe('room', () => {
  it('is bounded, and it is said how many went', async () => {
    const shelf = createShelf(memoryArea(), NO);
    for (let index = 0; index < SNAPSHOT_LIMITS.count + 3; index += 1) shelf.add(of(`${index}`, T0 + index));
    await shelf.settled();
    expect(shelf.snapshots.value).toHaveLength(SNAPSHOT_LIMITS.count);
    expect(shelf.dropped.value).toBe(3);
    expect(shelf.keptBy.value).toBe('browser');
  });

  it('that storage has not is the panel’s own', async () => {
    const area = memoryArea();
    area.room = false;
    const shelf = createShelf(area, NO);
    shelf.add(of('a'));
    await shelf.settled();
    expect([ids(shelf), shelf.keptBy.value, area.held]).toEqual(['a', 'panel', undefined]);
  });

  it('of a private window is the panel’s own: nothing outlives it, nothing is read', async () => {
    const area = memoryArea([of('other')]);
    const shelf = createShelf(area, signal(true));
    shelf.add(of('private'));
    await shelf.settled();
    expect([ids(shelf), shelf.keptBy.value]).toEqual(['private', 'panel']);
    expect(area.held).toEqual([of('other')]);
  });
});
