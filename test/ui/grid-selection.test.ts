import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridSelection, NO_ROWS, rangeTo, toggleRow } from '../../src/ui/grid-selection.ts';

const ALL = ['a', 'b', 'c', 'd', 'e'];
const of = (keys: string, anchor: string | null): GridSelection => ({ keys: new Set(keys), anchor });
const sorted = ({ keys, anchor }: GridSelection) => [[...keys].sort().join(''), anchor];

describe('toggleRow', () => {
  it.each([
    ['a first row, nothing else at hand', NO_ROWS, 'b', null, 'b'],
    ['the row of the cursor joins the first', NO_ROWS, 'c', 'a', 'ac'],
    ['the row of the cursor itself', NO_ROWS, 'a', 'a', 'a'],
    ['a further row', of('ab', 'b'), 'd', 'b', 'abd'],
    ['one less', of('ab', 'b'), 'b', 'b', 'a'],
    ['the last one', of('b', 'b'), 'b', 'b', ''],
  ] as const)('%s', (_, selection, key, cursor, expected) => {
    expect(sorted(toggleRow(selection, key, cursor))).toEqual([expected, key]);
  });
});

describe('rangeTo', () => {
  it.each([
    ['down from the cursor', NO_ROWS, 'd', 'b', 'bcd', 'b'],
    ['up from the cursor', NO_ROWS, 'a', 'c', 'abc', 'c'],
    ['from where it began, not from the cursor', of('bc', 'b'), 'e', 'c', 'bcde', 'b'],
    ['turned about', of('cd', 'c'), 'a', 'd', 'abc', 'c'],
    ['from nowhere', NO_ROWS, 'd', null, 'd', 'd'],
    ['from a row that has gone', of('x', 'x'), 'c', 'x', 'c', 'c'],
    ['to a row that has gone', of('bc', 'b'), 'x', 'c', 'bc', 'b'],
  ] as const)('%s', (_, selection, key, cursor, keys, anchor) => {
    expect(sorted(rangeTo(selection, key, cursor, ALL))).toEqual([keys, anchor]);
  });

  it('has both its ends and everything between, and its beginning stays', () => {
    const row = fc.constantFrom(...ALL);
    fc.assert(
      fc.property(row, fc.array(row, { minLength: 1 }), (start, way) => {
        let selection = NO_ROWS;
        let cursor = start;
        for (const key of way) {
          selection = rangeTo(selection, key, cursor, ALL);
          cursor = key;
        }
        const [from, to] = [ALL.indexOf(start), ALL.indexOf(cursor)].sort((a, b) => a - b);
        expect([...selection.keys].sort()).toEqual(ALL.slice(from, (to ?? 0) + 1));
        expect(selection.anchor).toBe(start);
      }),
    );
  });
});
