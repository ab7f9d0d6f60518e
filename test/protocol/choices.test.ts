import { describe, expect, it } from 'vitest';
import { mutedIn, saidIn, withMuted, withWord } from '../../src/protocol/choices.ts';

describe('withWord', () => {
  it.each([
    ['a first word', {}, 'a.example', 'sid', true, { 'a.example': { sid: true } }],
    [
      'beside others',
      { 'a.example': { x: false }, 'b.example': { sid: true } },
      'a.example',
      'sid',
      true,
      { 'a.example': { x: false, sid: true }, 'b.example': { sid: true } },
    ],
    [
      'another word on the same',
      { 'a.example': { sid: true } },
      'a.example',
      'sid',
      false,
      { 'a.example': { sid: false } },
    ],
    [
      'forgotten',
      { 'a.example': { sid: true, x: true } },
      'a.example',
      'sid',
      null,
      { 'a.example': { x: true } },
    ],
    ['the last of a site forgotten', { 'a.example': { sid: true } }, 'a.example', 'sid', null, {}],
    ['forgotten without having been said', {}, 'a.example', 'sid', null, {}],
  ] as const)('%s', (_, saidOf, site, name, word, expected) => {
    expect(withWord(saidOf, site, name, word)).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'toString'])('a cookie and a site called %s', (name) => {
    const said = withWord({}, name, name, true);
    expect(saidIn(said, name, name)).toBe(true);
    expect(withWord(said, name, name, null)).toEqual({});
    expect(saidIn(withWord({}, 'a.example', 'sid', true), name, name)).toBeUndefined();
  });
});

describe('withMuted', () => {
  it.each([
    ['a first rule', {}, 'a.example', 'x', true, { 'a.example': ['x'] }],
    ['one more', { 'a.example': ['x'] }, 'a.example', 'y', true, { 'a.example': ['x', 'y'] }],
    ['the same again', { 'a.example': ['x'] }, 'a.example', 'x', true, { 'a.example': ['x'] }],
    [
      'taken back, others stay',
      { 'a.example': ['x', 'y'], 'b.example': ['x'] },
      'a.example',
      'x',
      false,
      { 'a.example': ['y'], 'b.example': ['x'] },
    ],
    ['the last of a site taken back', { 'a.example': ['x'] }, 'a.example', 'x', false, {}],
  ] as const)('%s', (_, muted, site, rule, on, expected) => {
    expect(withMuted(muted, site, rule, on)).toEqual(expected);
  });

  it('a site called __proto__', () => {
    const muted = withMuted({}, '__proto__', 'x', true);
    expect(mutedIn(muted, '__proto__')).toEqual(['x']);
    expect(mutedIn(muted, 'a.example')).toEqual([]);
  });
});
