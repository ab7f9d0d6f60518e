import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import type { Flow } from '../session/flow.ts';
import { flowEvidence, flowUrl, replayEvidence } from '../session/flow-evidence.ts';
import { lookOfRequest } from '../session/url-look.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN, LOGIN_FIELDS, OTHER_LINE, SESSION_LINE, VISIT } from './examples/logins.ts';
import { replayOf } from './examples/replays.ts';

const ROTATED = { ...LOGIN, setCookie: [OTHER_LINE] };

/** That the page went on, or home, is all that says the login worked. */
function isDoubtful({ outcome, attempts }: Flow): boolean {
  const { kind } = outcome.because;
  if (kind === 'went-on' || kind === 'private-open') return true;
  const landing = attempts.at(-1)?.landing ?? null;
  return kind === 'led-away' && (landing === null || lookOfRequest(landing)?.personal !== true);
}

export default defineRule({
  id: 'session-fixation',
  title: 'Login keeps the session ID',
  why: 'Whoever knows or plants the ID before the login, by a link, a shared computer or another host of the site, is logged in as the person afterwards. Nothing else has to be broken into.',
  fix: 'Make a new session ID when somebody logs in, and forget the old one: `req.session.regenerate()`, `session_regenerate_id(true)`, `cycle_key()`.',
  severity: { secret: 'high', rest: null },
  confidence: 'certain',
  cwe: [384],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/03-Testing_for_Session_Fixation',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#renew-the-session-id-after-any-privilege-level-change',
  ],
  needs: 'login-rotation',
  examples: {
    flagged: [
      { name: 'the same ID before and after', events: [VISIT, LOGIN] },
      { name: 'the same ID, set again', events: [VISIT, { ...LOGIN, setCookie: [SESSION_LINE] }] },
      {
        name: 'a session that began before the recording',
        events: [
          { before: { name: 'PHPSESSID', value: 'q7k2l9x4v8b1n6m3c5z0a8s7d2', httpOnly: true } },
          LOGIN,
        ],
      },
      {
        name: 'another ID, but the old one opens the account as well',
        events: [VISIT, ROTATED, replayOf('pre-login', 1, '31d4d96e407aad42a7c1', 'alive')],
      },
    ],
    clean: [
      { name: 'another ID', events: [VISIT, { ...LOGIN, setCookie: [OTHER_LINE] }] },
      {
        name: 'another ID, and the old one is refused',
        events: [VISIT, ROTATED, replayOf('pre-login', 1, '31d4d96e407aad42a7c1', 'dead')],
      },
      { name: 'no session before', events: [{ ...LOGIN, setCookie: [SESSION_LINE] }] },
      { name: 'the login failed', events: [VISIT, { ...LOGIN, status: 401, responseHeaders: {} }] },
      {
        name: 'a search form is no login',
        events: [VISIT, { ...LOGIN, url: 'https://shop.example/search', fields: ['query'] }],
      },
      {
        name: 'a registration',
        events: [
          VISIT,
          { ...LOGIN, url: 'https://shop.example/register', fields: [...LOGIN_FIELDS, 'confirm'] },
        ],
      },
    ],
  },
  *check(subject) {
    for (const { flow, verdict, changes } of subject.shared(analyseSessions).flows) {
      if (flow.kind !== 'login') continue;
      for (const { life, verdict: own, oldId, before } of changes) {
        const { cookie } = life;
        if (oldId?.judgement.result === 'alive' && own !== 'kept') {
          yield {
            message: `The ID that ${named(cookie.ref.name)} had before the login opens the account: whoever planted it is logged in, too.`,
            cookie,
            ...flowUrl(flow),
            confidence: oldId.judgement.certain ? 'certain' : 'firm',
            evidence: [
              ...flowEvidence(subject, flow, life, 'its old ID works after the login', before),
              ...replayEvidence(subject, oldId),
            ],
          };
        }
        if (verdict !== 'kept' || own !== 'kept') continue;
        yield {
          message: `${named(cookie.ref.name)} keeps its ID through the login: whoever planted that ID is now logged in, too.`,
          cookie,
          ...flowUrl(flow),
          ...(isDoubtful(flow) ? { confidence: 'firm' as const } : {}),
          evidence: flowEvidence(subject, flow, life, 'the same ID before and after'),
        };
      }
    }
  },
});
