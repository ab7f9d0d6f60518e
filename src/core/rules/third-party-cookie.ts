import { liveLines } from '../audit/live-lines.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { CookieEntry, Recording, RequestEntry, Site } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { isSecretRole } from '../session/roles.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'third-party-cookie',
  title: 'Cookie is used inside another site’s page',
  why: 'Safari and Firefox keep such cookies back or apart, Chrome where people choose so: a payment, a login or a chat inside your page works for some and not for others. Unpartitioned ones also follow people from site to site, which needs their consent in many countries.',
  fix: 'Ask the embedded site for `Partitioned` cookies (CHIPS) or the Storage Access API, serve the part from your own site, or leave it out.',
  severity: { secret: 'low', rest: 'info' },
  confidence: 'certain',
  cwe: [359],
  references: [
    'https://developer.chrome.com/docs/lighthouse/best-practices/third-party-cookies',
    'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Third-party_cookies',
    'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies',
  ],
  examples: {
    flagged: [
      {
        name: 'a frame’s session',
        events: [
          {},
          {
            url: 'https://pay.example/frame',
            type: 'sub_frame',
            initiator: 'https://shop.example',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None'],
          },
        ],
      },
      {
        name: 'a picture that sends one',
        events: [
          {
            before: {
              name: 'uid',
              value: '9f02b6c1d4e8',
              domain: 'ads.example',
              secure: true,
              sameSite: 'none',
            },
          },
          {},
          {
            url: 'https://ads.example/p.gif',
            type: 'image',
            initiator: 'https://shop.example',
            cookie: 'uid=9f02b6c1d4e8',
          },
        ],
      },
      {
        name: 'the site’s own session inside another site’s page',
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
        name: 'a partitioned one, for information',
        events: [
          {},
          {
            url: 'https://chat.example/frame',
            type: 'sub_frame',
            initiator: 'https://shop.example',
            setCookie: [
              '__Host-sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None; Path=/; Partitioned',
            ],
          },
        ],
      },
    ],
    clean: [
      { name: 'the site’s own', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'] },
      {
        name: 'another host of the same site',
        events: [{}, { url: 'https://cdn.shop.example/a.png', type: 'image', setCookie: ['n=1; Secure'] }],
      },
      {
        name: 'only ever refused',
        events: [
          {},
          {
            url: 'https://ads.example/p.gif',
            type: 'image',
            initiator: 'https://shop.example',
            setCookie: ['uid=1; Secure; SameSite=Lax'],
          },
        ],
      },
      {
        name: 'deleted, not set',
        events: [
          {},
          {
            url: 'https://ads.example/p.gif',
            type: 'image',
            initiator: 'https://shop.example',
            setCookie: ['uid=; Max-Age=0; Secure; SameSite=None'],
          },
        ],
      },
      {
        name: 'a visit to the other site itself',
        events: [{}, { url: 'https://ads.example/', setCookie: ['uid=9f02b6c1d4e8; Secure; SameSite=None'] }],
      },
    ],
  },
  *check(subject) {
    const sites = new Map<Site, Use[]>();
    for (const cookie of subject.cookies) {
      const use = cookie.party === 'first' ? ownUse(subject, cookie) : embeddedUse(subject, cookie);
      if (use === null) continue;
      if (cookie.party === 'first') {
        const message = `${named(cookie.ref.name)} is used inside other sites’ pages, and fails where browsers block third-party cookies.`;
        yield { message, cookie, url: use.url, evidence: [use.how] };
        continue;
      }
      const known = sites.get(use.site);
      if (known === undefined) sites.set(use.site, [use]);
      else known.push(use);
    }
    for (const [site, uses] of sites) {
      const open = uses.filter(({ cookie }) => cookie.ref.partitionKey === null);
      const told = open.find(({ cookie }) => isSecretRole(cookie.role)) ?? open[0] ?? uses[0];
      if (told === undefined) continue;
      const names = uses.slice(0, 3).map(({ cookie }) => named(cookie.ref.name));
      const more = uses.length > names.length ? ` and ${uses.length - names.length} more` : '';
      const what =
        open.length === 0
          ? 'partitioned: each page’s site has its own'
          : 'third-party: some browsers block them';
      yield {
        message: `The embedded ${site} uses ${names.join(', ')}${more}, ${what}.`,
        cookie: told.cookie,
        url: told.url,
        evidence: [...new Set([told, ...uses])].slice(0, 5).map(({ how }) => how),
      };
    }
  },
});

interface Use {
  readonly cookie: SubjectCookie;
  readonly site: Site;
  readonly url: string;
  readonly how: string;
}

/** How a page of this site stored or sent an embedded site’s cookie; null: neither. */
function embeddedUse(subject: Subject, cookie: SubjectCookie): Use | null {
  const { recording, site, show } = subject;
  const { entry, ref } = cookie;
  if (entry === null) return null;
  const line = liveLines(subject, cookie).at(-1);
  if (line !== undefined) return { cookie, site: entry.site, url: line.request.url, how: show.answer(line) };
  const request = newestOf(recording, entry, ({ topLevelSite }) => topLevelSite === site);
  if (request === null) return null;
  const how = `${show.request(request)} → Cookie: ${named(ref.name)}`;
  return { cookie, site: entry.site, url: request.url, how };
}

/** How another site’s page sent a cookie of this one, which only this one can mend; null: none did. */
function ownUse({ recording, show }: Subject, cookie: SubjectCookie): Use | null {
  const { entry, ref } = cookie;
  if (entry === null || ref.partitionKey !== null || !entry.parties.has('third')) return null;
  const request = newestOf(recording, entry, ({ party }) => party === 'third');
  if (request === null) return null;
  const how = `${show.request(request)} inside ${request.topLevelSite} → Cookie: ${named(ref.name)}`;
  return { cookie, site: entry.site, url: request.url, how };
}

function newestOf(
  recording: Recording,
  entry: CookieEntry,
  isAsked: (request: RequestEntry) => boolean,
): RequestEntry | null {
  for (const key of entry.sentBy.toReversed()) {
    const request = recording.requests.get(key);
    if (request !== undefined && isAsked(request)) return request;
  }
  return null;
}
