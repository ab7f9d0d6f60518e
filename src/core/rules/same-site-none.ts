import { cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { named } from '../report/words.ts';
import type { Role } from '../session/roles.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'same-site-none',
  title: 'SameSite=None although no other site needs the cookie',
  why: 'The browser then sends the cookie with every request that any other site causes, forms and pictures included. Request forgery (CSRF) needs just that, and so do attacks that time or frame a page.',
  fix: 'Write `SameSite=Lax`. Only what works inside other sites’ pages needs `SameSite=None; Secure`, and `Partitioned` where each of them may have its own.',
  severity: { secret: 'medium', rest: 'info' },
  confidence: 'firm',
  cwe: [1275],
  references: [
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
    'https://www.zaproxy.org/docs/alerts/10054-2/',
  ],
  examples: {
    flagged: [
      {
        name: 'a session that only its own pages use',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None',
          { cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
      {
        name: 'a session that was there before the recording',
        events: [{ before: { name: 'sid', value: '31d4d96e407aad42a7c1', secure: true, sameSite: 'none' } }],
      },
      { name: 'another cookie, for information', events: ['view=list; Secure; SameSite=None'] },
    ],
    clean: [
      {
        name: 'one request from within another site’s page',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None',
          { url: 'https://blog.example/' },
          {
            url: 'https://shop.example/widget',
            type: 'sub_frame',
            initiator: 'https://blog.example',
            cookie: 'sid=31d4d96e407aad42a7c1',
          },
        ],
      },
      {
        name: 'an identity provider posts the person back',
        events: [
          'nonce_sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None',
          {
            url: 'https://shop.example/signin-oidc',
            method: 'POST',
            initiator: 'https://login.example',
            cookie: 'nonce_sid=31d4d96e407aad42a7c1',
          },
        ],
      },
      { name: 'Lax', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'] },
      {
        name: 'partitioned: no other site’s pages get this one',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None; Partitioned'],
      },
      { name: 'a deletion', events: ['sid=; Max-Age=0; Secure; SameSite=None'] },
      {
        name: 'a load balancer’s twin for other sites',
        events: ['AWSALBCORS=q7k2l9x4v8b1n6m3; Secure; SameSite=None'],
      },
    ],
  },
  *check(subject) {
    const elsewhere = subject.shared(crossSiteUse);
    for (const cookie of subject.cookies) {
      const { entry, ref } = cookie;
      if (entry === null || cookie.party === 'third' || MADE_FOR_OTHERS.includes(cookie.role)) continue;
      const loose = liveLines(subject, cookie).filter((line) => {
        const read = cookieOf(line);
        return read?.sameSite === 'none' && read.secure && !read.partitioned;
      });
      const newest = loose.at(-1);
      if (newest === undefined && !isSeenLoose(cookie)) continue;
      if (entry.parties.has('third') || elsewhere.has(entry.key) || elsewhere.has(ref.name)) continue;
      yield {
        message: `${named(ref.name)} is SameSite=None, and only this site’s own pages were seen to use it. Write \`SameSite=Lax\`.`,
        cookie,
        ...(entry.requests === 0 ? { confidence: 'tentative' } : {}),
        ...(newest === undefined
          ? { evidence: ['The cookie store shows it with SameSite=None'] }
          : {
              url: newest.request.url,
              evidence: [
                ...subject.show.answers(loose),
                `Sent by ${entry.requests} requests, all of this site`,
              ],
            }),
      };
    }
  },
});

/** Vendors make these for other sites’ pages, on purpose. */
const MADE_FOR_OTHERS: readonly Role[] = ['load-balancer', 'advertising'];

function isSeenLoose({ secret, entry, lines }: SubjectCookie): boolean {
  if (!secret || lines.length > 0 || entry === null || entry.cookie.assumed) return false;
  return entry.cookie.sameSite === 'none' && entry.cookie.secure && entry.cookie.partitionKey === null;
}

/** Cookies (their keys; names where a pair could be several) that went with a request which Lax would have kept them from. */
function crossSiteUse({ requests }: Subject): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { party, requestContext, sent } of requests) {
    const { schemeful } = requestContext;
    if (party === 'first' && (schemeful === 'same-site-strict' || schemeful === 'same-site-lax')) continue;
    for (const { cookie, name } of sent) used.add(cookie ?? name);
  }
  return used;
}
