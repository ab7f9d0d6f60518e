import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const file = (name: string): ExampleEvent => ({
  url: `https://shop.example/${name}`,
  type: 'image',
  initiator: 'https://shop.example',
  cookie: `sid=${STRONG}`,
  setCookie: [`sid=${STRONG}; ${FLAGS}`],
});
const quiet = (name: string): ExampleEvent => ({
  url: `https://shop.example/${name}`,
  type: 'image',
  initiator: 'https://shop.example',
  cookie: `sid=${STRONG}`,
});

describe('session-reset-everywhere', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'by files and pages',
      [`sid=${STRONG}; ${FLAGS}`, file('a.css'), file('b.js'), file('c.png'), file('d.png')],
      ['low certain'],
    ],
    [
      'by one file of many',
      [
        `sid=${STRONG}; ${FLAGS}`,
        file('a.css'),
        ...['b', 'c', 'd', 'e', 'f'].map((name) => quiet(`${name}.png`)),
      ],
      [],
    ],
    [
      'by no file',
      [`sid=${STRONG}; ${FLAGS}`, ...['b', 'c', 'd', 'e', 'f'].map((name) => quiet(`${name}.png`))],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('session-reset-everywhere', events)).toEqual(verdicts);
  });
});
