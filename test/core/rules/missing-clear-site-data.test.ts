import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { LOGOUT, SESSION_GONE } from '../../../src/core/rules/examples/logins.ts';
import { page, SIGN_IN } from '../../../src/core/rules/examples/pages.ts';
import rule from '../../../src/core/rules/missing-clear-site-data.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const clears = (value: string) => ({ responseHeaders: { location: '/', 'clear-site-data': value } });

describe('missing-clear-site-data', () => {
  it.each<[string, ExampleEvent[], string[]]>([
    ['a logout', [SIGN_IN, LOGOUT], ['info certain']],
    [
      'a logout by script',
      [
        SIGN_IN,
        {
          ...LOGOUT,
          type: 'xmlhttprequest',
          method: 'DELETE',
          url: 'https://shop.example/api/session',
          status: 204,
        },
      ],
      ['info certain'],
    ],
    [
      'a logout told by the cookie that went',
      [SIGN_IN, { ...LOGOUT, url: 'https://shop.example/bye-now', setCookie: [SESSION_GONE] }],
      ['info firm'],
    ],
    ['two logouts are one', [SIGN_IN, LOGOUT, page('/'), SIGN_IN, LOGOUT], ['info certain']],
    ['"cookies"', [SIGN_IN, { ...LOGOUT, ...clears('"cookies"') }], []],
    ['"*"', [SIGN_IN, { ...LOGOUT, ...clears('"*"') }], []],
    ['"storage" alone', [SIGN_IN, { ...LOGOUT, ...clears('"storage"') }], []],
    ['no logout', [SIGN_IN, page('/')], []],
    ['HTTP, where it is void', [{ ...LOGOUT, url: 'http://shop.example/logout' }], []],
    ['refused', [SIGN_IN, { ...LOGOUT, status: 403, responseHeaders: {} }], []],
    ['marked by hand', [SIGN_IN, { fact: { kind: 'mark', at: 1_767_225_609_000, mark: 'logout' } }], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it('names the logout', () => {
    expect(findingsOf(rule, SIGN_IN, LOGOUT)[0]?.evidence).toEqual([
      'POST https://shop.example/logout → 303, no Clear-Site-Data',
    ]);
  });
});
