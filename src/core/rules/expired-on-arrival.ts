import { cookieOf, isDeletion, isExpired, nameOf, wasTaken } from '../audit/line.ts';
import type { Subject } from '../audit/subject.ts';
import type { CookieKey, RequestEntry, SetCookieEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'expired-on-arrival',
  title: 'Cookie with a value is expired when it arrives',
  why: 'The browser throws the cookie away at once: the login does not hold, or the setting is forgotten. Mostly a wrong clock, a lifetime in the wrong unit, or `Max-Age=0` where “until the browser closes” was meant.',
  fix: 'Leave `Expires` and `Max-Age` out for a cookie of the browser session; else use `Max-Age` in seconds, which needs no clock.',
  severity: { secret: 'low', rest: 'low' },
  confidence: 'certain',
  cwe: [672],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#max-agenumber',
  ],
  examples: {
    flagged: [
      { name: 'Max-Age=0', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Max-Age=0'] },
      {
        name: 'seconds taken for milliseconds',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; Expires=Wed, 21 Jan 1970 10:53:45 GMT'],
      },
    ],
    clean: [
      { name: 'an empty value is a deletion', events: ['sid=; Max-Age=0; Path=/'] },
      {
        name: 'a word for a deletion, as PHP, WordPress and Shiro send it',
        events: ['sid=deleted; Max-Age=0', 'wp_session=%20; Max-Age=0', 'rememberMe=deleteMe; Max-Age=0'],
      },
      {
        name: 'with that cookie stored it is a deletion, whatever the value',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/',
          'sid=31d4d96e407aad42a7c1; Max-Age=0; Path=/',
        ],
      },
      {
        name: 'the request brought one of that name',
        events: [
          { cookie: 'sid=31d4d96e407aad42a7c1', setCookie: ['sid=31d4d96e407aad42a7c1; Max-Age=0; Path=/a'] },
        ],
      },
      {
        name: 'an old variant goes as the new one comes',
        events: [
          {
            setCookie: [
              'sid=31d4d96e407aad42a7c1; Max-Age=0; Path=/old',
              'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/',
            ],
          },
        ],
      },
      { name: 'a date that cannot be read is none', events: ['sid=31d4d96e407aad42a7c1; Secure; Expires=0'] },
    ],
  },
  *check(subject) {
    const byCookie = new Map<CookieKey, SetCookieEntry[]>();
    for (const line of subject.setCookies) {
      if (line.cookie === null || !isOver(line) || !wasTaken(line) || isDeletion(line)) continue;
      if (meetsItsName(subject, line)) continue;
      const known = byCookie.get(line.cookie);
      if (known === undefined) byCookie.set(line.cookie, [line]);
      else known.push(line);
    }
    const asked = new Map<RequestEntry, ReadonlySet<string>>();
    for (const lines of byCookie.values()) {
      const dead = lines.slice(-SHOWN).filter((line) => !keptBeside(asked, line));
      const newest = dead.at(-1);
      if (!newest?.predicted.stored) continue;
      const { name, domain, path, partitionKey } = newest.predicted.cookie;
      const by = cookieOf(newest)?.maxAge === undefined ? 'Expires' : 'Max-Age';
      yield {
        message: `${named(name)} has a value, but its \`${by}\` is over when it arrives: nothing is stored.`,
        ref: { name, domain, path, partitionKey },
        secret: false,
        ...(newest.request.party === 'third' ? { severity: 'info' } : {}),
        // Without the request's own headers nobody knows whether there was one to delete.
        ...(newest.request.headersSeen ? {} : { confidence: 'tentative' }),
        url: newest.request.url,
        evidence: subject.show.answers(dead),
      };
    }
  },
});

function isOver({ predicted }: SetCookieEntry): boolean {
  return predicted.stored && predicted.expired === true;
}

/** Of one cookie’s lines the newest few say it all. */
const SHOWN = 3;

/** Whether the same response keeps one of that name: beside that it tidies up. */
function keptBeside(asked: Map<RequestEntry, ReadonlySet<string>>, line: SetCookieEntry): boolean {
  const { request } = line;
  const known =
    asked.get(request) ?? new Set(request.setCookies.filter((each) => !isExpired(each)).map(nameOf));
  asked.set(request, known);
  return known.has(nameOf(line));
}

/** Whether one of that name was there to be deleted. */
function meetsItsName({ recording }: Subject, line: SetCookieEntry): boolean {
  const { request, at } = line;
  const name = nameOf(line);
  if (request.sent.some((pair) => pair.name === name)) return true;
  for (const entry of recording.index.cookiesByName.get(name) ?? [])
    if (entry.site === request.site && entry.firstSeen <= at) return true;
  return false;
}
