import { changesState, isForgeable } from '../audit/csrf.ts';
import { signedInTimes } from '../audit/pages.ts';
import type { Severity } from '../audit/report.ts';
import { secretsSent } from '../audit/secrets-sent.ts';
import { seenOn } from '../audit/seen-on.ts';
import { SEVERITIES } from '../audit/severity.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN_FIELDS, SESSION_LINE } from './examples/logins.ts';
import { ownPage, SESSION_COOKIE, SIGN_IN } from './examples/pages.ts';

const BARE_LINE = 'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure';
const NONE_LINE = `${BARE_LINE}; SameSite=None`;
const UNREAD = {
  url: 'https://shop.example/transfer',
  method: 'POST',
  cookie: SESSION_COOKIE,
  initiator: 'https://shop.example',
  status: 303,
  responseHeaders: { location: '/account' },
} as const;
const TRANSFER = { ...UNREAD, fields: ['amount', 'to'] } as const;
const header = (name: string, value = '') => ({ ...TRANSFER, requestHeaders: { [name]: value } });

export default defineRule({
  id: 'missing-csrf-token',
  title: 'Form without a token against request forgery',
  why: 'A page of any other site can send the same form, and the browser adds the person’s cookies: money is sent, an address is changed, with nobody noticing. SameSite stops most of it, a token the rest.',
  fix: 'Put a random token of the session into each form and check it, or refuse what comes with `Sec-Fetch-Site: cross-site` or a foreign `Origin`; and set `SameSite=Lax` or `Strict`.',
  severity: { secret: 'medium', rest: null },
  confidence: 'tentative',
  cwe: [352],
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/05-Testing_for_Cross_Site_Request_Forgery',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
  ],
  needs: 'csrf',
  examples: {
    flagged: [
      { name: 'SameSite=None', events: [{ ...SIGN_IN, setCookie: [NONE_LINE] }, TRANSFER] },
      { name: 'no SameSite', events: [{ ...SIGN_IN, setCookie: [BARE_LINE] }, TRANSFER] },
      { name: 'Lax stops it, a token would too', events: [SIGN_IN, TRANSFER] },
    ],
    clean: [
      {
        name: 'a token in a field',
        events: [SIGN_IN, { ...TRANSFER, fields: ['amount', 'authenticity_token'] }],
      },
      { name: 'a token in the address', events: [SIGN_IN, { ...TRANSFER, url: `${TRANSFER.url}?_csrf=1` }] },
      { name: 'double submit: the cookie’s token in a header', events: [SIGN_IN, header('x-xsrf-token')] },
      {
        name: 'an Authorization header is not the browser’s to add',
        events: [SIGN_IN, header('authorization', 'Bearer')],
      },
      { name: 'a header that other sites cannot add', events: [SIGN_IN, header('x-requested-with')] },
      {
        name: 'JSON needs a preflight',
        events: [SIGN_IN, { ...header('content-type', 'application/json'), type: 'xmlhttprequest' }],
      },
      ...['PUT', 'PATCH', 'DELETE'].map((method) => ({
        name: `${method} needs a preflight`,
        events: [SIGN_IN, { ...TRANSFER, type: 'xmlhttprequest' as const, method }],
      })),
      { name: 'the login itself', events: [{ ...SIGN_IN, cookie: SESSION_COOKIE, fields: LOGIN_FIELDS }] },
      { name: 'no session was sent', events: [SESSION_LINE, { ...TRANSFER, cookie: 'theme=dark' }] },
      { name: 'it was refused', events: [SIGN_IN, { ...TRANSFER, status: 403 }] },
      {
        name: 'the current password is as good',
        events: [SIGN_IN, { ...TRANSFER, fields: ['email', 'current_password'] }],
      },
      {
        name: 'a search changes nothing',
        events: [SIGN_IN, { ...TRANSFER, url: 'https://shop.example/search', fields: ['q'] }],
      },
      {
        name: 'another site sends it: a payment’s return',
        events: [SIGN_IN, { ...TRANSFER, initiator: 'https://pay.example' }],
      },
      { name: 'a count of visits', events: [SIGN_IN, { ...TRANSFER, type: 'ping' }] },
      {
        name: 'what was sent is not known',
        events: [
          SIGN_IN,
          { ...header('content-type', 'multipart/form-data; boundary=x'), fields: undefined } as never,
        ],
      },
      { name: 'a page view', events: [SIGN_IN, ownPage('/account')] },
      {
        name: 'an upload whose token may be past what was read',
        events: [SIGN_IN, { ...TRANSFER, fields: Array.from({ length: 100 }, (_, i) => `row${i}`) }],
      },
    ],
  },
  *check(subject) {
    const bare: Forgery[] = subject.requests.flatMap((request) => {
      if (!isForgeable(request)) return [];
      const cookie = loginOf(subject, request);
      return cookie === undefined ? [] : [{ request, cookie, severity: severityOf(request, cookie) }];
    });
    const worst = SEVERITIES.find((severity) => bare.some((forgery) => forgery.severity === severity));
    const found = bare.filter(({ severity }) => severity === worst);
    const [first] = found;
    if (first === undefined || worst === undefined) return;
    const { request, cookie } = first;
    const isSignedIn = subject.shared(signedInTimes);
    yield {
      message: `Other sites can send this form with ${named(cookie.ref.name)}: it carries no token.${HELP[sameSiteOf(cookie)]}`,
      cookie,
      severity: worst,
      // Origin or Sec-Fetch-Site may be checked, which nothing shows; forms of script are often sent to servers that do.
      confidence: request.type === 'main_frame' && isSignedIn(request.at) ? 'firm' : 'tentative',
      ...seenOn(
        subject,
        found.map((forgery) => forgery.request),
        evidence,
        'address',
      ),
    };
  },
});

interface Forgery {
  readonly request: RequestEntry;
  readonly cookie: SubjectCookie;
  readonly severity: Severity;
}

function evidence({ fields }: RequestEntry): string {
  const count = fields?.names.length ?? 0;
  return `no token in its ${count === 1 ? 'one field' : `${count} fields`}, address or headers`;
}

/** The cookie by which the server knows who asks: the likeliest of those that were sent. */
function loginOf(subject: Subject, request: RequestEntry): SubjectCookie | undefined {
  return secretsSent(subject, request).toSorted(
    (a, b) =>
      Number(a.role === 'remember-me') - Number(b.role === 'remember-me') || b.likelihood - a.likelihood,
  )[0];
}

type SameSiteSeen = 'none' | 'unspecified' | 'lax' | 'strict' | 'unknown';

function sameSiteOf({ entry }: SubjectCookie): SameSiteSeen {
  return entry === null || entry.cookie.assumed ? 'unknown' : entry.cookie.sameSite;
}

const BY_SAME_SITE: Readonly<Record<SameSiteSeen, Severity>> = {
  none: 'high',
  unspecified: 'medium',
  lax: 'info',
  strict: 'info',
  unknown: 'info',
};

const HELP: Readonly<Record<SameSiteSeen, string>> = {
  none: ' SameSite=None lets them.',
  unspecified: ' Without SameSite Firefox and Safari let them, Chrome for two minutes.',
  lax: ' SameSite=Lax stops them for now.',
  strict: ' SameSite=Strict stops them for now.',
  unknown: '',
};

function severityOf(request: RequestEntry, cookie: SubjectCookie): Severity {
  // To be logged out is a nuisance.
  return changesState(request) ? BY_SAME_SITE[sameSiteOf(cookie)] : 'info';
}
