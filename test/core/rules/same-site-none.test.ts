import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { asked, embedded, ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('same-site-none', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'a session in first-party use',
      [`sid=${ID}; HttpOnly; Secure; SameSite=None`, asked('/', `sid=${ID}`)],
      ['medium firm'],
    ],
    ['a session not seen in use yet', [`sid=${ID}; HttpOnly; Secure; SameSite=None`], ['medium tentative']],
    ['another cookie', ['x=1; Secure; SameSite=None', asked('/', 'x=1')], ['info firm']],
    [
      'set again as Lax in the end: the first line was wrong',
      [`sid=${ID}; Secure; SameSite=None`, `sid=${ID}; ${SOUND}`],
      ['medium tentative'],
    ],
    ['without Secure it is refused', [`sid=${ID}; SameSite=None`], []],
    [
      'another site’s link does not need it',
      [
        `sid=${ID}; HttpOnly; Secure; SameSite=None`,
        { initiator: 'https://news.example', cookie: `sid=${ID}` },
      ],
      ['medium firm'],
    ],
    [
      'another site’s POST does',
      [
        `sid=${ID}; HttpOnly; Secure; SameSite=None`,
        { method: 'POST', initiator: 'https://idp.example', cookie: `sid=${ID}` },
      ],
      [],
    ],
    [
      'set inside another site’s page',
      [page('shop.example'), embedded(`sid=${ID}; HttpOnly; Secure; SameSite=None`)],
      [],
    ],
    ['partitioned', [`sid=${ID}; HttpOnly; Secure; SameSite=None; Partitioned`], []],
    [
      'advertising',
      ['_fbp=fb.1.1767225600000.1184; Secure; SameSite=None', asked('/', '_fbp=fb.1.1767225600000.1184')],
      [],
    ],
    [
      'a session there before',
      [{ before: { name: 'sid', value: ID, secure: true, sameSite: 'none' } }],
      ['medium tentative'],
    ],
    [
      'another cookie there before',
      [{ before: { name: 'x', value: '1', secure: true, sameSite: 'none' } }],
      [],
    ],
    [
      'known from a request alone: its attributes are not',
      [{ before: { name: 'sid', value: ID, secure: true, sameSite: 'none', assumed: true } }],
      [],
    ],
    ['a deletion', ['sid=; Max-Age=0; Secure; SameSite=None'], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('same-site-none', events)).toEqual(verdicts);
  });
});
