import { lostBy } from '../audit/weaker.ts';
import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { flowEvidence, flowUrl } from '../session/flow-evidence.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN, OTHER_LINE, SESSION_LINE, VISIT } from './examples/logins.ts';

export default defineRule({
  id: 'weaker-after-login',
  title: 'Session cookie is weaker after login',
  why: 'The visit’s cookie was protected, the one that carries the login is not: an attribute was forgotten in the one place where it matters, and script, plain HTTP or other hosts get the login.',
  fix: 'Set the cookie by one function with the same `HttpOnly`, `Secure`, `SameSite`, `Domain` and `Path` before and after the login.',
  severity: { secret: 'high', rest: null },
  confidence: 'certain',
  cwe: [1004, 614, 1275],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#cookies',
  ],
  needs: 'login-rotation',
  examples: {
    flagged: [
      {
        name: 'HttpOnly is lost',
        events: [VISIT, { ...LOGIN, setCookie: ['sid=9f02b6c1d4e87a35c0b4; Path=/; Secure; SameSite=Lax'] }],
      },
      {
        name: 'Secure and SameSite are lost',
        events: [VISIT, { ...LOGIN, setCookie: ['sid=9f02b6c1d4e87a35c0b4; Path=/; HttpOnly'] }],
      },
    ],
    clean: [
      { name: 'the same attributes', events: [VISIT, { ...LOGIN, setCookie: [OTHER_LINE] }] },
      {
        name: 'stronger ones',
        events: ['sid=31d4d96e407aad42a7c1; Path=/', { ...LOGIN, setCookie: [OTHER_LINE] }],
      },
      { name: 'no cookie before', events: [{ ...LOGIN, setCookie: ['sid=9f02b6c1d4e87a35c0b4; Path=/'] }] },
      { name: 'not set by the login', events: [{ setCookie: [SESSION_LINE] }, LOGIN] },
    ],
  },
  *check(subject) {
    for (const { flow, changes } of subject.shared(analyseSessions).flows) {
      if (flow.kind !== 'login') continue;
      for (const { life, stateBefore, stateAfter, verdict, after } of changes) {
        if (verdict === 'failed' || verdict === 'unobserved') continue;
        const old = stateBefore?.cookie;
        const now = stateAfter?.cookie;
        const lost = old == null || now == null || old.assumed || now.assumed ? [] : lostBy(old, now);
        if (lost.length === 0) continue;
        const { cookie } = life;
        yield {
          message: `${named(cookie.ref.name)} is weaker after the login: ${lost.join(', ')}.`,
          cookie,
          ...flowUrl(flow),
          evidence: flowEvidence(subject, flow, life, lost.join(', '), after),
        };
      }
    }
  },
});
