import { hasCsrfToken } from '../audit/csrf-token.ts';
import { wasTaken } from '../audit/line.ts';
import { seenOn } from '../audit/seen-on.ts';
import type { Subject } from '../audit/subject.ts';
import type { RequestEntry, SetCookieEntry } from '../recording/recording.ts';
import { namesAction } from '../session/action-words.ts';
import { analyseSessions, type SessionAnalysis } from '../session/analysis.ts';
import { isAsking } from '../session/chain.ts';
import { lookOfRequest } from '../session/url-look.ts';
import { defineRule } from './define-rule.ts';
import { LOGOUT, SESSION_GONE, SESSION_LINE } from './examples/logins.ts';
import { page, SIGN_IN } from './examples/pages.ts';

const BY_LINK = { ...LOGOUT, method: 'GET', setCookie: [SESSION_GONE] };
const adds = (url: string) => ({
  url,
  status: 302,
  responseHeaders: { location: '/cart' },
  setCookie: ['cart=3a1; Path=/'],
});

export default defineRule({
  id: 'state-change-by-get',
  title: 'A mere link changes something',
  why: 'Links are followed by more than people: previews, prefetching, an image on any other site. SameSite=Lax sends the cookies with them, and what stands in the address stays in logs and history.',
  fix: 'Log in, log out and change things by POST, with a token; let GET only show.',
  severity: { secret: 'low', rest: 'low' },
  confidence: 'certain',
  cwe: [650],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9110#section-9.2.1',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
  ],
  examples: {
    flagged: [
      { name: 'a logout by link', events: [SIGN_IN, BY_LINK] },
      {
        name: 'a login by link',
        events: [
          {
            url: 'https://shop.example/login?username=ann&password=x',
            status: 302,
            setCookie: [SESSION_LINE],
            responseHeaders: { location: '/account' },
          },
        ],
      },
      { name: 'a link that fills the cart', events: [adds('https://shop.example/cart/add?id=7')] },
    ],
    clean: [
      { name: 'a logout by POST', events: [SIGN_IN, { ...BY_LINK, method: 'POST' }] },
      {
        name: 'a link with a token',
        events: [SIGN_IN, { ...BY_LINK, url: 'https://shop.example/logout?_csrf=4f1' }],
      },
      {
        name: 'a page that asks first',
        events: [SIGN_IN, page('/logout'), { ...BY_LINK, method: 'POST' }],
      },
      {
        name: 'the way back from an identity provider',
        events: [
          {
            url: 'https://shop.example/callback?code=4f1c&state=9ab2',
            initiator: 'https://idp.example',
            status: 302,
            setCookie: [SESSION_LINE],
            responseHeaders: { location: '/account' },
          },
        ],
      },
      {
        name: 'an identity provider’s logout',
        events: [SIGN_IN, { ...BY_LINK, url: 'https://shop.example/oauth2/logout' }],
      },
      { name: 'a page view that issues a session and renews it', events: [SESSION_LINE, SESSION_LINE] },
      { name: 'a page of the cart', events: [{ ...page('/cart'), setCookie: ['cart=3a1; Path=/'] }] },
      {
        name: 'a theme',
        events: [{ ...adds('https://shop.example/set-theme?to=dark'), setCookie: ['theme=dark'] }],
      },
    ],
  },
  *check(subject) {
    const { flows } = subject.shared(analyseSessions);
    const logins = flows.flatMap(({ flow }) =>
      flow.kind === 'login' && flow.outcome.result === 'success'
        ? flow.attempts
            .filter(({ kind, request }) => kind === 'password' && request.method === 'GET')
            .slice(0, 1)
        : [],
    );
    if (logins.length > 0) {
      const requests = logins.map(({ request }) => request);
      const message = 'The login goes by GET: user name and password stand in the address.';
      yield { message, ...seenOn(subject, requests, () => 'credentials in the query', 'address') };
    }
    const logouts = flows.flatMap(logoutByLink);
    const [logout] = logouts.toSorted((a, b) => Number(b.isCleared) - Number(a.isCleared));
    if (logout !== undefined) {
      const requests = [logout, ...logouts].map(({ request }) => request);
      yield {
        message: 'The logout goes by GET: any link or image of another site logs people out.',
        confidence: logout.isCleared ? 'certain' : 'tentative',
        ...seenOn(
          subject,
          requests,
          () => (logout.isCleared ? 'the session cookie went' : 'a redirect'),
          'address',
        ),
      };
    }
    const actions = actionsByLink(subject);
    if (actions.length > 0) {
      yield {
        message: 'A link changes what a cookie holds: following it from another site does, too.',
        confidence: 'tentative',
        ...seenOn(
          subject,
          actions.map(({ request }) => request),
          (request) => {
            const line = actions.find((action) => action.request === request);
            return line === undefined ? '' : subject.show.line(line);
          },
          'address',
        ),
      };
    }
  },
});

function logoutByLink({ flow, clearings }: SessionAnalysis['flows'][number]) {
  const [request] = flow.requests;
  if (flow.kind !== 'logout' || flow.by !== 'path' || request?.method !== 'GET') return [];
  if (request.type !== 'main_frame' && request.type !== 'xmlhttprequest') return [];
  const look = lookOfRequest(request);
  if (look === null || look.provider || look.done || hasCsrfToken(request)) return [];
  const isCleared = clearings.some(({ verdict }) => verdict === 'cleared');
  const { status } = request;
  if (!isCleared && !(status !== null && status >= 300 && status < 400)) return [];
  return [{ request, isCleared }];
}

/** Lines of cookies that are no session's: one is issued and renewed by page views. */
function actionsByLink(subject: Subject): readonly SetCookieEntry[] {
  const lines = subject.cookies.flatMap(({ role, party, lines: own }) => {
    if (party !== 'first' || (role !== 'cart' && role !== 'unknown')) return [];
    return own.filter((line) => isAction(line.request) && wasTaken(line) && changes(line, role === 'cart'));
  });
  return lines.sort((a, b) => a.at - b.at);
}

function isAction(request: RequestEntry): boolean {
  const { method, status } = request;
  if (method !== 'GET' || status === null || status >= 400 || !isAsking(request)) return false;
  return namesAction(request.url) && !hasCsrfToken(request);
}

function changes({ predicted }: SetCookieEntry, isCart: boolean): boolean {
  if (!predicted.stored) return false;
  const { replaced, cookie } = predicted;
  return replaced === undefined ? isCart : replaced.value !== cookie.value;
}
