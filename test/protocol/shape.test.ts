import { describe, expect, it } from 'vitest';
import {
  anyOf,
  boolean,
  finite,
  integer,
  list,
  object,
  oneOf,
  orNull,
  type Shape,
  text,
} from '../../src/protocol/shape.ts';

const point = object({ x: integer, y: integer });

describe('a shape', () => {
  it.each<[string, Shape<unknown>, unknown, unknown]>([
    ['true', boolean, true, true],
    ['false', boolean, false, false],
    ['0 for false', boolean, 0, undefined],
    ['a number', finite, 0.5, 0.5],
    ['no number', finite, Number.NaN, undefined],
    ['without end', finite, Number.POSITIVE_INFINITY, undefined],
    ['a whole number', integer, -3, -3],
    ['a part', integer, 0.5, undefined],
    ['a number as text', integer, '3', undefined],
    ['text', text(3), 'abc', 'abc'],
    ['empty text', text(3), '', ''],
    ['longer text', text(3), 'abcd', undefined],
    ['text of a pattern', text(3, /^a/), 'abc', 'abc'],
    ['text of another', text(3, /^b/), 'abc', undefined],
    ['one of several', oneOf('a', 'b'), 'b', 'b'],
    ['none of them', oneOf('a', 'b'), 'c', undefined],
    ['null', orNull(integer), null, null],
    ['not null', orNull(integer), 1, 1],
    ['undefined', orNull(integer), undefined, undefined],
    ['a list', list(integer, 2), [1, 2], [1, 2]],
    ['an empty list', list(integer, 2), [], []],
    ['a longer list', list(integer, 2), [1, 2, 3], undefined],
    ['a list with something else', list(integer, 2), [1, 'b'], undefined],
    ['a list with a hole', list(integer, 2), new Array(1), undefined],
    ['what is like a list', list(integer, 2), { length: 0 }, undefined],
    ['an object', point, { x: 1, y: 2 }, { x: 1, y: 2 }],
    ['an object with more', point, { x: 1, y: 2, z: 3 }, { x: 1, y: 2 }],
    ['an object with less', point, { x: 1 }, undefined],
    ['an inherited property', point, Object.assign(Object.create({ y: 2 }), { x: 1 }), undefined],
    [
      'an object without a prototype',
      point,
      Object.assign(Object.create(null), { x: 1, y: 2 }),
      { x: 1, y: 2 },
    ],
    ['null for an object', point, null, undefined],
    ['a function', point, () => 1, undefined],
    ['the second of two', anyOf(integer, point), { x: 1, y: 2 }, { x: 1, y: 2 }],
    ['neither', anyOf(integer, point), 'x', undefined],
  ])('%s', (_, shape, value, expected) => {
    expect(shape(value)).toEqual(expected);
  });

  it('gives a copy', () => {
    const given = { x: 1, y: 2 };
    expect(point(given)).not.toBe(given);
  });
});
