import { cacheControlOf, shownCacheControl } from '../audit/cache-control.ts';
import { isExpired, wasTaken } from '../audit/line.ts';
import { listOf } from '../audit/response-headers.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';
import { SESSION_GONE, SESSION_LINE } from './examples/logins.ts';
import { page, SESSION_COOKIE } from './examples/pages.ts';

const sets = (cacheControl: string, headers: Readonly<Record<string, string>> = {}) => ({
  ...page('/', { 'cache-control': cacheControl, ...headers }),
  setCookie: [SESSION_LINE],
});

export default defineRule({
  id: 'cacheable-set-cookie',
  title: 'Shared caches may keep a session cookie',
  why: 'A CDN or proxy that keeps the response hands the same Set-Cookie line to everybody who asks next: strangers share one session, and see each other’s account.',
  fix: 'Send `Cache-Control: no-store` (or `private`) with every response that sets a session cookie, and set none on what caches should keep.',
  severity: { secret: 'high', rest: null },
  confidence: 'certain',
  cwe: [525],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc9111#section-7.3',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/04-Authentication_Testing/06-Testing_for_Browser_Cache_Weaknesses',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cache-Control',
  ],
  examples: {
    flagged: [
      { name: 'public', events: [sets('public')] },
      { name: 'an age', events: [sets('max-age=600')] },
      { name: 'an age for shared caches', events: [sets('max-age=0, s-maxage=60')] },
      {
        name: 'told apart by cookies, but whoever has none gets the same',
        events: [sets('public, max-age=60', { vary: 'Cookie' })],
      },
    ],
    clean: [
      { name: 'no-store', events: [sets('public, max-age=60, no-store')] },
      { name: 'private', events: [sets('private, max-age=600')] },
      { name: 'asked again each time', events: [sets('max-age=600, no-cache="set-cookie"')] },
      { name: 'stale at once', events: [sets('public, max-age=0, must-revalidate')] },
      { name: 'nothing said', events: [page('/'), SESSION_LINE] },
      { name: 'the answer to a form', events: [{ ...sets('max-age=600'), method: 'POST' }] },
      { name: 'never the same twice', events: [sets('max-age=600', { vary: '*' })] },
      {
        name: 'told apart by the cookie that was sent',
        events: [{ ...sets('public, max-age=60', { vary: 'Accept, Cookie' }), cookie: SESSION_COOKIE }],
      },
      { name: 'a deletion', events: [SESSION_LINE, { ...sets('max-age=600'), setCookie: [SESSION_GONE] }] },
      { name: 'a theme', events: [{ ...sets('public'), setCookie: ['theme=dark; Secure'] }] },
      {
        name: 'an Authorization header keeps it out of shared caches',
        events: [{ ...sets('max-age=600'), requestHeaders: { authorization: 'Basic' } }],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (!cookie.secret) continue;
      const open = cookie.lines.filter(
        (line) => wasTaken(line) && !isExpired(line) && mayBeShared(line.request),
      );
      const newest = open.at(-1);
      if (newest === undefined) continue;
      yield {
        message: `${named(cookie.ref.name)} is set by a response that shared caches may keep and give to others. Add \`no-store\`.`,
        cookie,
        url: newest.request.url,
        evidence: [...subject.show.answers(open), shownCacheControl(cacheControlOf(newest.request))],
      };
    }
  },
});

/** RFC 9111 sections 3 and 3.5, for what caches do without being configured to do more. */
function mayBeShared(request: RequestEntry): boolean {
  const { method, status, fromCache, requestHeaders, sent } = request;
  if (method !== 'GET' || fromCache || status === null || status === 304) return false;
  const directives = cacheControlOf(request);
  if (directives.has('no-store') || directives.has('private') || directives.has('no-cache')) return false;
  const vary = listOf(request, 'vary');
  if (vary.includes('*') || (vary.includes('cookie') && sent.length > 0)) return false;
  const age = directives.get('s-maxage') ?? directives.get('max-age');
  // `public, max-age=0` is asked for again each time.
  if (age !== undefined && !(Number(age) > 0)) return false;
  if (directives.has('public') || directives.has('s-maxage')) return true;
  return age !== undefined && !requestHeaders.some(({ name }) => name === 'authorization');
}
