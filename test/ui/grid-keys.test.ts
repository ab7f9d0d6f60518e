import { describe, expect, it } from 'vitest';
import { rowAfterKey } from '../../src/ui/grid-keys.ts';

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 99, 99],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowUp', -1, 99],
    ['PageDown', 3, 12],
    ['PageDown', 95, 99],
    ['PageUp', 12, 3],
    ['PageUp', 2, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['a', 50, null],
    ['Tab', 50, null],
  ])('%s from row %i leads to %s', (key, from, to) => {
    expect(rowAfterKey(key, from, 100, 10)).toBe(to);
  });

  it('leads nowhere in an empty list', () => {
    expect(rowAfterKey('ArrowDown', -1, 0, 10)).toBeNull();
  });
});
