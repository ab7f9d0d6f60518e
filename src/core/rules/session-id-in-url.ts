import { hasSessionInUrl } from '../audit/session-in-url.ts';
import type { Subject } from '../audit/subject.ts';
import { valuesOf } from '../audit/values-of.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { formatOf } from '../session/strength/token-format.ts';
import { defineRule } from './define-rule.ts';
import { HTML } from './examples/pages.ts';
import { jwt, NOW, STRONG, STRONG_LINE } from './examples/tokens.ts';

export default defineRule({
  id: 'session-id-in-url',
  title: 'Session ID in a URL',
  why: 'URLs are written down everywhere: in the history, in logs of servers and proxies, in bookmarks, in what people send each other, and in the Referer of links to other sites. Whoever reads one is logged in.',
  fix: 'Carry the ID in a cookie alone: `session.use_only_cookies = 1` in PHP, `tracking-modes=cookie` in Spring. Send tokens in a header or a POST body.',
  severity: { secret: 'high', rest: 'high' },
  confidence: 'firm',
  cwe: [598],
  references: [
    'https://cwe.mitre.org/data/definitions/598.html',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/04-Testing_for_Exposed_Session_Variables',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#session-id-exposure',
  ],
  examples: {
    flagged: [
      {
        name: 'Java puts it behind the path',
        events: [{ url: `https://shop.example/cart;jsessionid=${STRONG}` }],
      },
      { name: 'in the query', events: [{ url: `https://shop.example/cart?PHPSESSID=${STRONG}` }] },
      {
        name: 'a JWT in the query',
        events: [{ url: `https://shop.example/file?t=${jwt({ sub: '1', exp: NOW })}` }],
      },
      {
        name: 'in a redirect',
        events: [{ status: 302, responseHeaders: { location: `/cart?sid=${STRONG}` } }],
      },
      {
        name: 'the cookie’s own value under another name',
        events: [STRONG_LINE, { url: `https://shop.example/export?s=${STRONG}`, responseHeaders: HTML }],
      },
    ],
    clean: [
      { name: 'in a cookie', events: [STRONG_LINE] },
      {
        name: 'the answer of an identity provider',
        events: [
          { url: 'https://shop.example/callback?code=SplxlOBeZQQYbYS6WxSbIA81&state=af0ifjsldkj9182' },
        ],
      },
      {
        name: 'a CSRF token',
        events: [{ url: 'https://shop.example/save?csrf_token=8f14e45fceea167a5a36dedd' }],
      },
      { name: 'a word', events: [{ url: 'https://shop.example/docs?sid=introduction' }] },
      {
        name: 'the number of a websocket’s connection',
        events: [
          {
            url: 'https://shop.example/socket.io/?EIO=4&transport=polling&sid=lv_VI97HAXpY6yYWAAAC',
            type: 'xmlhttprequest',
          },
        ],
      },
      { name: 'an article', events: [{ url: 'https://shop.example/item/1234567890123' }] },
    ],
  },
  *check(subject) {
    const seen = new Map<string, { readonly request: RequestEntry; readonly where: string; count: number }>();
    const secrets = secretValues(subject);
    for (const request of subject.requests) {
      if (request.party !== 'first') continue;
      const where = whereIn(request, secrets);
      if (where === null) continue;
      const known = seen.get(where);
      if (known === undefined) seen.set(where, { request, where, count: 1 });
      else known.count += 1;
    }
    for (const { request, where, count } of seen.values()) {
      yield {
        message: `A session ID stands in the ${where}${count > 1 ? ` of ${count} requests` : ''}. Carry it in a cookie alone.`,
        url: request.url,
        secret: true,
        evidence: [subject.show.request(request), `In the ${where}, cut off here`],
      };
    }
  },
});

/** IDs of ten characters or more: shorter ones stand in URLs by chance. */
function secretValues({ cookies }: Subject): readonly string[] {
  const ids = cookies
    .filter(({ secret }) => secret)
    .flatMap((cookie) => valuesOf(cookie).flatMap(({ value }) => [value, formatOf(value).id]));
  return [...new Set(ids)].filter((id) => id.length >= 16 && /\d/.test(id)).slice(-40);
}

const JWT = /[?&#/=]ey[\w-]{10,}\.ey[\w-]{10,}\.[\w-]+/;
/** Engine.IO numbers its connections so; the login hangs on the cookie. */
const SOCKET = /[?&]EIO=\d/;
const LONGEST = 4096;

function whereIn({ url, responseHeaders }: RequestEntry, secrets: readonly string[]): string | null {
  const location = responseHeaders.find(({ name }) => name === 'location')?.value ?? '';
  for (const [text, place] of [
    [url, 'URL'],
    [location, 'redirect'],
  ] as const) {
    const short = text.slice(0, LONGEST);
    if (short.length < 16 || SOCKET.test(short)) continue;
    if (/;jsessionid=/i.test(short) && hasSessionInUrl(short)) return place === 'URL' ? 'path' : 'redirect';
    if (hasSessionInUrl(short) || secrets.some((secret) => short.includes(secret)))
      return place === 'URL' ? 'query' : 'redirect';
    if (JWT.test(short) && !/[?&#](?:id_token|SAMLResponse|state|code)=/i.test(short))
      return place === 'URL' ? 'URL (a JWT)' : 'redirect (a JWT)';
  }
  return null;
}
