import { describe, expect, it } from 'vitest';
import { type ColumnSize, fitColumns } from '../../src/ui/grid-columns.ts';

const column = (id: string, min: number, grow = 0, yields = 0, max?: number): ColumnSize => ({
  id,
  min,
  grow,
  yields,
  ...(max === undefined ? {} : { max }),
});
const widths = (...args: Parameters<typeof fitColumns>) =>
  Object.fromEntries(fitColumns(...args).map(({ id, width }) => [id, width]));

describe('fitColumns', () => {
  const three = [column('name', 100, 1, 0), column('domain', 80, 1, 1), column('size', 50, 0, 2)];

  it('gives what is left to those that grow', () => {
    expect(widths(three, 430)).toEqual({ name: 200, domain: 180, size: 50 });
  });

  it.each([
    [230, ['name', 'domain', 'size']],
    [229, ['name', 'domain']],
    [180, ['name', 'domain']],
    [179, ['name']],
    [10, ['name']],
  ])('in %i px shows %o', (available, ids) => {
    expect(fitColumns(three, available).map(({ id }) => id)).toEqual(ids);
  });

  it('keeps a dragged width and lets the others grow', () => {
    expect(widths(three, 430, { name: 120 })).toEqual({ name: 120, domain: 260, size: 50 });
  });

  it('takes from dragged columns rather than from the least width of others', () => {
    expect(widths(three, 250, { name: 400 })).toEqual({ name: 120, domain: 80, size: 50 });
  });

  it('never grows beyond a maximum while somebody else can', () => {
    const sized = [column('name', 100, 1, 0, 150), column('value', 50, 1, 1)];
    expect(widths(sized, 1_000)).toEqual({ name: 150, value: 850 });
  });

  it.each([[317], [800], [1_399], [2_201]])('fills %i px exactly', (available) => {
    const sized = [
      column('a', 90, 3, 0, 200),
      column('b', 80, 2, 1, 210),
      column('c', 40, 1, 2, 100),
      column('d', 60),
    ];
    const sum = fitColumns(sized, available).reduce((all, { width }) => all + width, 0);
    expect(sum).toBe(available);
  });

  it('gives the rest to the last where nothing grows', () => {
    expect(widths([column('a', 50), column('b', 50)], 300)).toEqual({ a: 50, b: 250 });
  });

  it('of no columns is none', () => {
    expect(fitColumns([], 300)).toEqual([]);
  });
});
