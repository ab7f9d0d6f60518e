import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { flowEvidence, flowUrl } from '../session/flow-evidence.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN, LOGOUT, REMEMBER_LINE, SESSION_GONE, SESSION_LINE } from './examples/logins.ts';

const SIGNED_IN = { ...LOGIN, setCookie: [SESSION_LINE, REMEMBER_LINE] };
const REMEMBER_GONE = 'remember_me=; Path=/; Secure; Max-Age=0';

export default defineRule({
  id: 'remember-me-survives-logout',
  title: 'Remember-me cookie survives the logout',
  why: 'Whoever logs out means to be logged out. The token that is left behind logs in by itself at the next visit, on a shared computer for the next person.',
  fix: 'Delete the remember-me cookie at logout, and forget its token on the server.',
  severity: { secret: 'medium', rest: null },
  confidence: 'certain',
  cwe: [613],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/06-Testing_for_Logout_Functionality',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#session-expiration',
  ],
  needs: 'logout-clearing',
  examples: {
    flagged: [
      { name: 'only the session is deleted', events: [SIGNED_IN, { ...LOGOUT, setCookie: [SESSION_GONE] }] },
      { name: 'nothing is deleted', events: [SIGNED_IN, LOGOUT] },
    ],
    clean: [
      {
        name: 'both are deleted',
        events: [SIGNED_IN, { ...LOGOUT, setCookie: [SESSION_GONE, REMEMBER_GONE] }],
      },
      { name: 'there is none', events: [{ ...LOGIN, setCookie: [SESSION_LINE] }, LOGOUT] },
      { name: 'nobody logged out', events: [SIGNED_IN, {}] },
    ],
  },
  *check(subject) {
    for (const { flow, clearings } of subject.shared(analyseSessions).flows) {
      for (const { life, verdict, before } of clearings) {
        const { cookie } = life;
        if (verdict !== 'not-cleared' || cookie.role !== 'remember-me') continue;
        yield {
          message: `${named(cookie.ref.name)} is still there after the logout, and logs in again. Delete it.`,
          cookie,
          ...flowUrl(flow),
          evidence: flowEvidence(subject, flow, life, 'still stored after the logout', before),
        };
      }
    }
  },
});
