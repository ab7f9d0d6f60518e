import { describe, expect, it } from 'vitest';
import type { ExampleEvent, Exchange } from '../../../src/core/rules/example.ts';
import { SESSION_COOKIE, SIGN_IN } from '../../../src/core/rules/examples/pages.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

const change = (path: string, fields: readonly string[]): Exchange => ({
  url: `https://shop.example${path}`,
  method: 'POST',
  cookie: SESSION_COOKIE,
  fields,
  status: 303,
  responseHeaders: { location: '/account' },
});

describe('missing-reauthentication', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'a password by PUT',
      [SIGN_IN, { ...change('/api/password', ['newPassword']), method: 'PUT', type: 'xmlhttprequest' }],
      ['medium tentative'],
    ],
    [
      'both, each once',
      [
        SIGN_IN,
        change('/account/password', ['new_password']),
        change('/account/password', ['new_password']),
        change('/account/email', ['new_email']),
      ],
      ['medium tentative', 'medium tentative'],
    ],
    ['with the old password', [SIGN_IN, change('/account/password', ['old_password', 'new_password'])], []],
    ['refused', [SIGN_IN, { ...change('/account/password', ['new_password']), status: 422 }], []],
    ['nobody is logged in', [{ ...change('/account/password', ['new_password']), cookie: 'theme=dark' }], []],
    ['a message to support', [SIGN_IN, change('/contact', ['email', 'message'])], []],
    ['fields that were not seen', [SIGN_IN, { ...change('/account/email', []), fields: [] }], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('missing-reauthentication', events)).toEqual(verdicts);
  });
});
