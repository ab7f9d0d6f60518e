import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { tossedCookies } from '../audit/tossed.ts';
import { compareForHeader } from '../cookie/send.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { toStored } from '../recording/set-cookies.ts';
import { named } from '../report/words.ts';
import { appliesTo } from '../session/sends.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'duplicate-cookie',
  title: 'Two cookies of one name in one request',
  why: 'The server sees two values under one name and no Domain or Path with them. Most read the first, some the last: logins that come and go, a logout that only ends one of two sessions, settings that never change.',
  fix: 'Set the cookie with one `Domain` and one `Path` everywhere, and delete the other once with the attributes it was set with. Applications that share a host need names of their own.',
  severity: { secret: 'medium', rest: 'low' },
  confidence: 'certain',
  cwe: [694],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.8.3',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.2.2',
  ],
  examples: {
    flagged: [
      {
        name: 'on two paths: the longer goes first',
        events: [
          'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; SameSite=Lax',
          {
            url: 'https://shop.example/account/',
            setCookie: ['sid=9f02b6c1d4e87a35c0b4; HttpOnly; Secure; SameSite=Lax'],
          },
          {
            url: 'https://shop.example/account/',
            cookie: 'sid=9f02b6c1d4e87a35c0b4; sid=31d4d96e407aad42a7c1',
          },
        ],
      },
      {
        name: 'with and without Domain: the older goes first',
        events: [
          'theme=dark; Path=/; Secure; SameSite=Lax',
          'theme=light; Path=/; Secure; SameSite=Lax; Domain=shop.example',
          { cookie: 'theme=dark; theme=light' },
        ],
      },
    ],
    clean: [
      {
        name: 'the same name on another path that the request is not on',
        events: [
          'sid=31d4d96e407aad42a7c1; Path=/a; HttpOnly; Secure; SameSite=Lax',
          'sid=9f02b6c1d4e87a35c0b4; Path=/b; HttpOnly; Secure; SameSite=Lax',
          { url: 'https://shop.example/a', cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
      {
        name: 'one of each name',
        events: [{ cookie: 'sid=31d4d96e407aad42a7c1; SID=9f02b6c1d4e87a35c0b4' }],
      },
      {
        name: 'another host of the site set the second: cookie-tossing tells',
        events: [
          {
            url: 'https://www.shop.example/',
            setCookie: ['sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure'],
          },
          {
            url: 'https://blog.shop.example/',
            setCookie: ['sid=9f02b6c1d4e8; Path=/; Domain=shop.example; Secure'],
          },
          { url: 'https://www.shop.example/', cookie: 'sid=31d4d96e407aad42a7c1; sid=9f02b6c1d4e8' },
        ],
      },
    ],
  },
  *check(subject) {
    const tossed = subject.shared(tossedCookies);
    for (const [name, request] of doubledNames(subject)) {
      if (tossed.has(name)) continue;
      const order = inOrder(subject, name, request);
      const cookie = order.find(({ secret }) => secret) ?? order[0];
      if (cookie === undefined) continue;
      const pairs = request.sent.filter((pair) => pair.name === name);
      yield {
        message: `${named(name)} is sent ${pairs.length === 2 ? 'twice' : `${pairs.length} times`} in one request. ${orderWords(subject, order)}`,
        cookie,
        url: request.url,
        evidence: [
          `${subject.show.request(request)} → Cookie: ${pairs
            .slice(0, 4)
            .map(({ value }) => `${name}=<${value.length} characters, ${subject.show.fingerprint(value)}>`)
            .join('; ')}`,
        ],
      };
    }
  },
});

/** Names that stand twice in a Cookie header, and the newest request of which that was seen; equal headers are read once. */
function doubledNames({ requests }: Subject): ReadonlyMap<string, RequestEntry> {
  const doubled = new Map<string, RequestEntry>();
  const read = new Set<string | null>();
  for (const request of requests) {
    if (request.sent.length < 2 || read.has(request.cookieHeader)) continue;
    read.add(request.cookieHeader);
    const names = new Set<string>();
    for (const { name } of request.sent) {
      if (names.has(name) && name !== '') doubled.set(name, request);
      names.add(name);
    }
  }
  return doubled;
}

/** The cookies it can have been, as a header names them. */
function inOrder({ cookies }: Subject, name: string, request: RequestEntry): readonly SubjectCookie[] {
  return cookies
    .flatMap((cookie) => {
      const { entry, ref } = cookie;
      return entry !== null && ref.name === name && appliesTo(cookie, request.url)
        ? [{ cookie, stored: toStored(entry) }]
        : [];
    })
    .sort((a, b) => compareForHeader(a.stored, b.stored))
    .map(({ cookie }) => cookie);
}

function orderWords({ show }: Subject, [first, second]: readonly SubjectCookie[]): string {
  if (first === undefined || second === undefined)
    return 'The one with the longer Path stands first, else the older.';
  const { domain, path } = show.ref(first.ref);
  const isWide = first.entry?.cookie.hostOnly === false;
  const why = first.ref.path.length === second.ref.path.length ? 'is older' : 'has the longer Path';
  return `First stands that of ${isWide ? '.' : ''}${domain}${path}: it ${why}.`;
}
