import { describe, expect, it } from 'vitest';
import { countChosen, countFacets, type Facet, passes, toggleFacet } from '../../src/panel/facets.ts';

interface Fruit {
  readonly colour: string;
  readonly sizes: readonly string[];
}
const FRUIT: readonly Fruit[] = [
  { colour: 'red', sizes: ['small'] },
  { colour: 'red', sizes: ['small', 'big'] },
  { colour: 'green', sizes: [] },
];
const FACETS: readonly Facet<Fruit>[] = [
  { id: 'colour', values: ({ colour }) => [colour] },
  { id: 'size', values: ({ sizes }) => sizes },
];

describe('passes', () => {
  it.each([
    [{}, 3],
    [{ colour: [] }, 3],
    [{ colour: ['red'] }, 2],
    [{ colour: ['red', 'green'] }, 3],
    [{ colour: ['red'], size: ['big'] }, 1],
    [{ colour: ['green'], size: ['big'] }, 0],
    [{ unknown: ['x'] }, 3],
  ])('%o lets %i pass', (choice, count) => {
    expect(FRUIT.filter((fruit) => passes(fruit, FACETS, choice))).toHaveLength(count);
  });
});

describe('countFacets', () => {
  it('counts what each value would show with the other facets as they are', () => {
    const counts = countFacets(FRUIT, FACETS, { colour: ['red'] });
    expect(counts.get('colour')).toEqual([
      { value: 'red', count: 2 },
      { value: 'green', count: 1 },
    ]);
    expect(counts.get('size')).toEqual([
      { value: 'small', count: 2 },
      { value: 'big', count: 1 },
    ]);
  });

  it('keeps a chosen value that no row has any more', () => {
    expect(countFacets([], FACETS, { colour: ['blue'] }).get('colour')).toEqual([
      { value: 'blue', count: 0 },
    ]);
  });
});

describe('choosing', () => {
  it('switches one value and leaves the others', () => {
    const one = toggleFacet({ size: ['big'] }, 'colour', 'red');
    expect(one).toEqual({ size: ['big'], colour: ['red'] });
    expect(countChosen(one)).toBe(2);
    expect(toggleFacet(one, 'colour', 'red')).toEqual({ size: ['big'], colour: [] });
  });
});
