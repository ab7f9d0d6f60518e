import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { flowEvidence, flowUrl } from '../session/flow-evidence.ts';
import { isNamedSession } from '../session/names.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN, LOGOUT, OTHER_LINE, SESSION_GONE, SESSION_LINE, VISIT } from './examples/logins.ts';

const SIGNED_IN = { ...LOGIN, setCookie: [SESSION_LINE] };

export default defineRule({
  id: 'session-not-cleared',
  title: 'Logout leaves the session cookie',
  why: 'The browser goes on sending the ID after the logout. Where the server does not forget it, the next person at the computer is logged in; where it does, a stale ID is sent with every request.',
  fix: 'Delete the cookie with the very `Domain` and `Path` it was set with and `Max-Age=0`, or send `Clear-Site-Data: "cookies"`; and end the session on the server.',
  severity: { secret: 'medium', rest: null },
  confidence: 'certain',
  cwe: [613],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/06-Testing_for_Logout_Functionality',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Clear-Site-Data',
  ],
  needs: 'logout-clearing',
  examples: {
    flagged: [
      { name: 'nothing is deleted', events: [SIGNED_IN, LOGOUT] },
      {
        name: 'a deletion for another path deletes another cookie',
        events: [SIGNED_IN, { ...LOGOUT, setCookie: ['sid=; Path=/account; Max-Age=0'] }],
      },
    ],
    clean: [
      { name: 'deleted', events: [SIGNED_IN, { ...LOGOUT, setCookie: [SESSION_GONE] }] },
      { name: 'replaced by an anonymous ID', events: [SIGNED_IN, { ...LOGOUT, setCookie: [OTHER_LINE] }] },
      {
        name: 'Clear-Site-Data',
        events: [
          SIGNED_IN,
          { ...LOGOUT, responseHeaders: { ...LOGOUT.responseHeaders, 'clear-site-data': '"cookies"' } },
        ],
      },
      {
        name: 'what carries the login is deleted, the visit’s ID stays',
        events: [
          VISIT,
          {
            ...LOGIN,
            setCookie: ['auth_token=5b0c77a1e2d94f3806aa; Path=/; HttpOnly; Secure; SameSite=Lax'],
          },
          { ...LOGOUT, setCookie: ['auth_token=; Path=/; Secure; Max-Age=0'] },
        ],
      },
      {
        name: 'a search is no logout',
        events: [SIGNED_IN, { ...LOGOUT, url: 'https://shop.example/search' }],
      },
    ],
  },
  *check(subject) {
    const visits = new Set<unknown>();
    for (const { flow, changes, clearings } of subject.shared(analyseSessions).flows) {
      // Beside an auth cookie the old ID is the visit's: `partial-rotation` tells of that.
      for (const { life, verdict } of changes) if (verdict === 'added') visits.add(life.cookie);
      const loginWent = clearings.some(
        ({ verdict, life }) => verdict === 'cleared' && life.cookie.role !== 'remember-me',
      );
      for (const { life, verdict, before } of clearings) {
        const { cookie } = life;
        if (verdict !== 'not-cleared' || cookie.role === 'remember-me') continue;
        if (loginWent && visits.has(cookie)) continue;
        yield {
          message: `${named(cookie.ref.name)} is still there with the same ID after the logout. Delete it.`,
          cookie,
          ...flowUrl(flow),
          // What let in is gone; whether this one does, nobody saw.
          ...(loginWent && !isNamedSession(cookie.ref.name) ? { confidence: 'tentative' as const } : {}),
          evidence: flowEvidence(subject, flow, life, 'still stored after the logout', before),
        };
      }
    }
  },
});
