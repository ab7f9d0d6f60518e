import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const STRONG = 'c3a9174e60bd52f8a17e9d04b6f2385c';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

describe('session-over-http', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'set and sent',
      [
        { url: 'http://shop.example/', setCookie: [`sid=${STRONG}; Path=/`] },
        { url: 'http://shop.example/a', cookie: `sid=${STRONG}` },
      ],
      ['high certain'],
    ],
    [
      'an image by HTTP sends it',
      [
        `sid=${STRONG}; Path=/; HttpOnly`,
        {
          url: 'http://shop.example/a.png',
          type: 'image',
          initiator: 'https://shop.example',
          cookie: `sid=${STRONG}`,
        },
      ],
      ['high certain'],
    ],
    ['HTTPS alone', [`sid=${STRONG}; ${FLAGS}`, { cookie: `sid=${STRONG}` }], []],
    ['127.0.0.1', [{ url: 'http://127.0.0.1/', setCookie: [`sid=${STRONG}; Path=/`] }], []],
    ['a refused line', [{ url: 'http://shop.example/', setCookie: [`sid=${STRONG}; Path=/; Secure`] }], []],
    ['a preference', [{ url: 'http://shop.example/', setCookie: ['lang=de'], cookie: 'lang=de' }], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('session-over-http', events)).toEqual(verdicts);
  });
});
