import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { flowEvidence, replayEvidence } from '../session/flow-evidence.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN, LOGOUT, SESSION_GONE, SESSION_LINE } from './examples/logins.ts';
import { replayOf } from './examples/replays.ts';

const SIGNED_IN = { ...LOGIN, setCookie: [SESSION_LINE] };
const ACCOUNT = { url: 'https://shop.example/account' };
const OLD = { ...ACCOUNT, cookie: 'sid=31d4d96e407aad42a7c1' };
const CLEARED = { ...LOGOUT, setCookie: [SESSION_GONE] };
const OLD_ID = '31d4d96e407aad42a7c1';
const CLOSED = { ...ACCOUNT, status: 302, responseHeaders: { location: '/login' } };

export default defineRule({
  id: 'session-alive-after-logout',
  title: 'Session works after the logout',
  why: 'The server did not forget the session. A copied, leaked or left-over ID goes on opening the account, although its owner logged out to end just that.',
  fix: 'End the session on the server at logout (`req.session.destroy()`, `session_destroy()`, `flush()`); of self-contained tokens keep a list of those that were logged out, and let them live minutes.',
  severity: { secret: 'high', rest: null },
  confidence: 'certain',
  cwe: [613],
  references: [
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/06-Testing_for_Logout_Functionality',
  ],
  needs: 'logout-invalidation',
  examples: {
    flagged: [
      { name: 'the old ID opens what is closed without', events: [CLOSED, SIGNED_IN, OLD, LOGOUT, OLD] },
      {
        name: 'sent again although the cookie was deleted',
        events: [CLOSED, SIGNED_IN, OLD, { ...LOGOUT, setCookie: [SESSION_GONE] }, OLD],
      },
      {
        name: 'a replay with the old ID opens the account',
        events: [SIGNED_IN, OLD, CLEARED, replayOf('pre-logout', 2, OLD_ID, 'alive')],
      },
    ],
    clean: [
      { name: 'the old ID is refused', events: [CLOSED, SIGNED_IN, OLD, LOGOUT, { ...OLD, ...CLOSED }] },
      {
        name: 'an open page proves nothing',
        events: [CLOSED, SIGNED_IN, OLD, LOGOUT, { ...OLD, url: 'https://shop.example/' }],
      },
      {
        name: 'a replay with the old ID is refused',
        events: [SIGNED_IN, OLD, CLEARED, replayOf('pre-logout', 2, OLD_ID, 'dead')],
      },
      { name: 'logged in again', events: [CLOSED, SIGNED_IN, OLD, LOGOUT, SIGNED_IN, OLD] },
    ],
  },
  *check(subject) {
    for (const { flow, clearings } of subject.shared(analyseSessions).flows) {
      for (const { life, server, before } of clearings) {
        if (server?.verdict !== 'alive-after-logout') continue;
        const { cookie } = life;
        const { request, replay } = server;
        const url = replay?.url ?? request?.url;
        const which = server.renewed === undefined ? 'The old ID of' : 'Without a login, the next ID of';
        yield {
          message: `${which} ${named(cookie.ref.name)} opens the account after the logout. End the session on the server.`,
          cookie,
          ...(url === undefined ? {} : { url }),
          confidence: server.certain ? 'certain' : replay === null ? 'tentative' : 'firm',
          evidence: [
            ...flowEvidence(subject, flow, life, 'sent again after the logout', before),
            ...(request === null ? [] : [`${subject.show.request(request)} → ${request.status}`]),
            ...(replay === null ? [] : replayEvidence(subject, replay)),
          ],
        };
      }
    }
  },
});
