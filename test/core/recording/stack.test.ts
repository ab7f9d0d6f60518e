import { describe, expect, it } from 'vitest';
import { parseStack } from '../../../src/core/recording/stack.ts';

const OWN = 'chrome-extension://abc/';
const at = (url: string, line: number, column: number, name = '') => ({ url, line, column, function: name });

describe('parseStack', () => {
  it.each([
    [
      'Chromium, a named function',
      'Error\n    at login (https://shop.example/app.js:12:5)',
      [at('https://shop.example/app.js', 12, 5, 'login')],
    ],
    [
      'Chromium, the top of a script',
      'Error\n    at https://shop.example/app.js:1:9',
      [at('https://shop.example/app.js', 1, 9)],
    ],
    [
      'Chromium, a method, a constructor and an async function',
      'Error\n at Store.save [as set] (https://a.example/s.js:1:2)\n at new Shop (https://a.example/s.js:3:4)\n at async run (https://a.example/s.js:5:6)',
      [
        at('https://a.example/s.js', 1, 2, 'Store.save [as set]'),
        at('https://a.example/s.js', 3, 4, 'new Shop'),
        at('https://a.example/s.js', 5, 6, 'run'),
      ],
    ],
    [
      'Chromium, eval: where it was called',
      'Error\n    at eval (eval at go (https://a.example/s.js:7:8), <anonymous>:1:10)',
      [at('https://a.example/s.js', 7, 8, 'eval')],
    ],
    ['Chromium, the console', 'Error\n    at <anonymous>:1:17', [at('', 1, 17)]],
    [
      'Chromium, native frames left out',
      'Error\n    at Array.forEach (<anonymous>)\n    at f (https://a.example/s.js:1:1)',
      [at('https://a.example/s.js', 1, 1, 'f')],
    ],
    [
      'Chromium, parentheses in the address',
      'Error\n    at f (https://a.example/s(1).js:1:1)',
      [at('https://a.example/s(1).js', 1, 1, 'f')],
    ],
    [
      'Firefox',
      'login@https://shop.example/app.js:12:5\nwrite/<@https://shop.example/app.js:3:4\n@https://shop.example/:9:1\n',
      [
        at('https://shop.example/app.js', 12, 5, 'login'),
        at('https://shop.example/app.js', 3, 4, 'write/<'),
        at('https://shop.example/', 9, 1),
      ],
    ],
    ['Firefox, eval', '@https://a.example/s.js line 3 > eval:1:1', [at('https://a.example/s.js', 1, 1)]],
    [
      'frames of our own left out',
      `Error\n at Object.apply (${OWN}page.js:1:1)\n at f (https://a.example/s.js:1:1)`,
      [at('https://a.example/s.js', 1, 1, 'f')],
    ],
    [
      'a password in the address left out, another @ not',
      'f@https://u:p@a.example/preact@11.js:1:1',
      [at('https://a.example/preact@11.js', 1, 1, 'f')],
    ],
    ['nothing that reads as a frame', 'x\ny:1\nat \n@\n at (:::)\n<b>', []],
    ['empty', '', []],
  ])('%s', (_, text, frames) => {
    expect(parseStack(text, OWN)).toEqual(frames);
  });

  it('keeps eight frames, and bounds what is in each', () => {
    const line = `    at ${'f'.repeat(300)} (https://a.example/${'p'.repeat(900)}.js:1:2)`;
    const frames = parseStack(`Error\n${`${line}\n`.repeat(40)}`, OWN);
    expect(frames).toHaveLength(8);
    for (const frame of frames) {
      expect(frame.url.length).toBe(500);
      expect(frame.function.length).toBe(100);
    }
  });

  it.each([
    ['colons', ':1'.repeat(200_000)],
    ['parentheses', `at ${'('.repeat(200_000)})`],
    ['at signs', '@'.repeat(200_000)],
    ['lines', 'at f (a:1:1)\n'.repeat(100_000)],
    ['eval', `at f ${'(eval at '.repeat(200)})`],
  ])('is not slow on %s', (_, text) => {
    const begin = performance.now();
    parseStack(text, OWN);
    expect(performance.now() - begin).toBeLessThan(200);
  });
});
