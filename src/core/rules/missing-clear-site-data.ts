import { seenOn } from '../audit/seen-on.ts';
import { analyseSessions } from '../session/analysis.ts';
import { isTrustworthy } from '../site/site.ts';
import { defineRule } from './define-rule.ts';
import { LOGOUT, SESSION_GONE } from './examples/logins.ts';
import { SIGN_IN } from './examples/pages.ts';

const clearing = (value: string) => ({ ...LOGOUT.responseHeaders, 'clear-site-data': value });

export default defineRule({
  id: 'missing-clear-site-data',
  title: 'Logout without Clear-Site-Data',
  why: 'Deleting one cookie leaves the rest: other cookies, storage and cached pages of the account stay in the browser for the next person at the computer.',
  fix: 'Answer the logout with `Clear-Site-Data: "cookies", "storage", "cache"`.',
  severity: { secret: 'info', rest: 'info' },
  confidence: 'certain',
  cwe: [613],
  references: [
    'https://www.w3.org/TR/clear-site-data/',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x23-V14-Data-Protection.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Clear-Site-Data',
  ],
  needs: 'logout-clearing',
  examples: {
    flagged: [
      { name: 'a logout', events: [SIGN_IN, LOGOUT] },
      {
        name: 'a logout that deletes the cookie',
        events: [SIGN_IN, { ...LOGOUT, setCookie: [SESSION_GONE] }],
      },
    ],
    clean: [
      {
        name: 'with it',
        events: [SIGN_IN, { ...LOGOUT, responseHeaders: clearing('"cookies", "storage"') }],
      },
      {
        name: 'with what the site chose of it',
        events: [SIGN_IN, { ...LOGOUT, responseHeaders: clearing('"cache"') }],
      },
      {
        name: 'the page it leads to has it',
        events: [
          SIGN_IN,
          LOGOUT,
          { url: 'https://shop.example/', responseHeaders: { 'clear-site-data': '"*"' } },
        ],
      },
      { name: 'nobody logged out', events: [SIGN_IN] },
      {
        name: 'a logout that was refused',
        events: [SIGN_IN, { ...LOGOUT, status: 403, responseHeaders: {} }],
      },
      {
        name: 'browsers do not heed it over HTTP',
        events: [{ ...LOGOUT, url: 'http://shop.example/logout' }],
      },
    ],
  },
  *check(subject) {
    const bare = subject.shared(analyseSessions).flows.flatMap(({ flow: { kind, by, requests } }) => {
      const [first] = requests;
      if (kind !== 'logout' || by === 'mark' || first === undefined || first.status === null) return [];
      const isTold = requests.some(
        ({ url, responseHeaders }) =>
          !isTrustworthy(url) || responseHeaders.some(({ name }) => name === 'clear-site-data'),
      );
      return isTold ? [] : [{ first, by }];
    });
    const [logout] = bare;
    if (logout === undefined) return;
    yield {
      message: 'The logout leaves storage and cached pages behind. Add `Clear-Site-Data`.',
      confidence: logout.by === 'path' ? 'certain' : 'firm',
      ...seenOn(
        subject,
        bare.map(({ first }) => first),
        () => 'no Clear-Site-Data',
        'logout',
      ),
    };
  },
});
