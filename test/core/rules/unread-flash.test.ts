import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { asked, verdictsOf, wait } from '../../helpers/rule-table.ts';

const FLASH = 'flash=saved; Path=/; Secure; SameSite=Lax';
const SCRIPT_DELETES: ExampleEvent = {
  fact: {
    kind: 'cookie',
    at: 1_767_225_602_500,
    removed: true,
    cause: 'explicit',
    cookie: {
      name: 'flash',
      value: 'saved',
      domain: 'shop.example',
      hostOnly: true,
      path: '/',
      secure: true,
      httpOnly: false,
      sameSite: 'lax',
      expires: null,
      partitionKey: null,
    },
  },
};

describe('unread-flash', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['two pages get it', [FLASH, asked('/a', 'flash=saved'), asked('/b', 'flash=saved')], ['info firm']],
    [
      'one page got it, and it is still there',
      [FLASH, asked('/a', 'flash=saved'), ...wait(6)],
      ['info tentative'],
    ],
    ['one page got it just now', [FLASH, asked('/a', 'flash=saved')], []],
    [
      'the page deletes it',
      [FLASH, { cookie: 'flash=saved', setCookie: ['flash=; Path=/; Max-Age=0'] }, ...wait(6)],
      [],
    ],
    ['the page’s script deletes it', [FLASH, asked('/a', 'flash=saved'), SCRIPT_DELETES, ...wait(6)], []],
    ['another message', [FLASH, { cookie: 'flash=saved', setCookie: ['flash=sent; Path=/'] }], []],
    [
      'redirects carry it on',
      [
        FLASH,
        { url: 'https://shop.example/a', status: 302, cookie: 'flash=saved' },
        { url: 'https://shop.example/b', status: 302, cookie: 'flash=saved' },
      ],
      [],
    ],
    [
      'calls are no pages',
      [FLASH, ...[1, 2].map(() => ({ type: 'xmlhttprequest' as const, cookie: 'flash=saved' })), ...wait(6)],
      [],
    ],
    [
      'it ends by itself',
      ['flash=saved; Path=/; Max-Age=60', asked('/a', 'flash=saved'), asked('/b', 'flash=saved')],
      [],
    ],
    [
      'a notice that one dismissed is consent',
      ['notice_dismissed=1; Path=/', asked('/a', 'notice_dismissed=1'), asked('/b', 'notice_dismissed=1')],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('unread-flash', events)).toEqual(verdicts);
  });
});
