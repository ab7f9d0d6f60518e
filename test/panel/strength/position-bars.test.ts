import { describe, expect, it } from 'vitest';
import { barsOf, lengthOf, MOST_BARS } from '../../../src/panel/features/strength/position-bars.ts';
import { figureText } from '../../../src/panel/features/strength/tests-table.tsx';

const position = (at: number, more: object = {}) => ({
  position: at,
  characters: 16,
  entropy: 3.9,
  afterPrevious: null,
  bits: 4,
  isEven: true,
  followsLast: false,
  ...more,
});

describe('barsOf', () => {
  it('has a bar for every position, constant ones among them', () => {
    expect(barsOf([position(1), position(3)], 4).map(({ state, most }) => [state, most])).toEqual([
      ['constant', 0],
      ['even', 4],
      ['constant', 0],
      ['even', 4],
    ]);
  });

  it.each([
    [{ isEven: null, followsLast: null }, 'not-judged'],
    [{ isEven: false, followsLast: false }, 'uneven'],
    [{ isEven: false, followsLast: true }, 'uneven'],
    [{ isEven: true, followsLast: true }, 'follows'],
  ])('%j: %s', (more, state) => {
    expect(barsOf([position(0, more)], 1)[0]?.state).toBe(state);
  });

  it('is bounded, however long IDs are', () => {
    expect(barsOf([], 4096)).toHaveLength(MOST_BARS);
  });
});

it.each([
  ['up to the last that changes', [position(3), position(5)], 80, 6],
  ['no longer than the values', [position(3)], 2, 2],
  ['nothing', [], 32, 0],
])('lengthOf: %s', (_, positions, longest, expected) => {
  expect(lengthOf(positions, longest)).toBe(expected);
});

it.each([
  [0, '0'],
  [128, '128'],
  [0.123456, '0.1235'],
  [9988, '9988'],
  [1.2e-7, '1.2e-7'],
  [-0.00001, '-1.0e-5'],
])('figureText(%d): %s', (figure, expected) => {
  expect(figureText(figure)).toBe(expected);
});
