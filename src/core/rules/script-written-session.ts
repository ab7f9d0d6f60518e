import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';
import { STRONG, STRONG_LINE } from './examples/tokens.ts';

export default defineRule({
  id: 'script-written-session',
  title: 'Script writes the session cookie',
  why: 'What script can write, script can read: such a cookie cannot be HttpOnly, so any injected script takes the login with it. And the server does not know what was written.',
  fix: 'Let the server set it in its response to the login, with `HttpOnly`, `Secure` and `SameSite`; the page needs no token in its hands.',
  severity: { secret: 'high', rest: null },
  confidence: 'firm',
  cwe: [1004],
  references: [
    'https://cwe.mitre.org/data/definitions/1004.html',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html#local-storage',
  ],
  examples: {
    flagged: [
      { name: 'a session', events: [{ script: { name: 'session_id', value: STRONG } }] },
      { name: 'a token', events: [{ script: { name: 'auth_token', value: STRONG, secure: true } }] },
    ],
    clean: [
      { name: 'a response sets it', events: [STRONG_LINE] },
      { name: 'script writes a theme', events: [{ script: { name: 'theme', value: 'dark' } }] },
      {
        name: 'script writes an analytics ID',
        events: [{ script: { name: '_ga', value: 'GA1.2.1042.1767225600' } }],
      },
      { name: 'it was there before', events: [{ before: { name: 'session_id', value: STRONG } }] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (!cookie.secret || !cookie.writtenByScript) continue;
      const value = cookie.entry?.cookie.value ?? '';
      yield {
        message: `${named(cookie.ref.name)} is written by script, so script can read it. Let the server set it, with \`HttpOnly\`.`,
        cookie,
        evidence: [
          `No response set it; script (or an extension) wrote ${value.length} characters, ${subject.show.fingerprint(value)}`,
        ],
      };
    }
  },
});
