import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { flowEvidence, flowUrl } from '../session/flow-evidence.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN, OTHER_LINE, REMEMBER_LINE, SESSION_LINE, VISIT } from './examples/logins.ts';

const AUTH_LINE = 'auth_token=5b0c77a1e2d94f3806aa; Path=/; HttpOnly; Secure; SameSite=Lax';

export default defineRule({
  id: 'partial-rotation',
  title: 'Old session ID lives on after login',
  why: 'The login sets a new cookie, but what the server keeps under the old session ID, such as a cart, a form in progress or a CSRF token, is still shared with whoever planted or knows that ID.',
  fix: 'Give the old session a new ID at login as well, or make the server take nothing from it that matters to the account.',
  severity: { secret: 'medium', rest: null },
  confidence: 'firm',
  cwe: [384],
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#renew-the-session-id-after-any-privilege-level-change',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/03-Testing_for_Session_Fixation',
  ],
  needs: 'login-rotation',
  examples: {
    flagged: [
      { name: 'an auth cookie beside the old ID', events: [VISIT, { ...LOGIN, setCookie: [AUTH_LINE] }] },
      {
        name: 'the old ID set again beside it',
        events: [VISIT, { ...LOGIN, setCookie: [SESSION_LINE, AUTH_LINE] }],
      },
    ],
    clean: [
      { name: 'both are new', events: [VISIT, { ...LOGIN, setCookie: [OTHER_LINE, AUTH_LINE] }] },
      { name: 'no session before', events: [{ ...LOGIN, setCookie: [AUTH_LINE] }] },
      {
        name: 'a remember-me cookie is no login of its own',
        events: [VISIT, { ...LOGIN, setCookie: [REMEMBER_LINE] }],
      },
    ],
  },
  *check(subject) {
    for (const { flow, changes } of subject.shared(analyseSessions).flows) {
      if (flow.kind !== 'login') continue;
      const issued = changes
        .filter(({ verdict }) => verdict === 'issued')
        .map(({ life }) => named(life.cookie.ref.name));
      for (const { life, verdict, after } of changes) {
        if (verdict !== 'added') continue;
        const { cookie } = life;
        yield {
          message: `${named(cookie.ref.name)} keeps its ID through the login, beside the new ${issued.slice(0, 3).join(', ')}.`,
          cookie,
          ...flowUrl(flow),
          evidence: flowEvidence(subject, flow, life, 'the same ID before and after', after),
        };
      }
    }
  },
});
