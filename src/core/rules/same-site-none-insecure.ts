import { cookieOf, isExpired, toldRefusal, wasTaken } from '../audit/line.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'same-site-none-insecure',
  title: 'SameSite=None without Secure',
  why: 'Browsers refuse such a cookie: it is not stored, and what depends on it, often the login, does not work. Those that take it send it to any site’s requests in clear.',
  fix: 'Add `Secure`, or choose `SameSite=Lax` where no other site needs the cookie.',
  severity: { secret: 'high', rest: 'medium' },
  confidence: 'certain',
  cwe: [614, 1275],
  references: [
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#none',
    'https://www.chromium.org/updates/same-site/',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
  ],
  examples: {
    flagged: [
      { name: 'a session cookie', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; SameSite=None; Path=/'] },
      { name: 'another cookie', events: ['widget=left; samesite=none'] },
      {
        name: 'on loopback too: being local does not stand in for the attribute',
        events: [
          { url: 'http://localhost/', setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; SameSite=None'] },
        ],
      },
    ],
    clean: [
      { name: 'with Secure', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=None'] },
      { name: 'Lax', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; SameSite=Lax'] },
      {
        name: 'a broken prefix is the first reason, and another rule’s',
        events: ['__Host-sid=31d4d96e407aad42a7c1; SameSite=None; Path=/'],
      },
      { name: 'deleting what is not there does no harm', events: ['sid=; Max-Age=0; SameSite=None'] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const { ref, entry, lines } = cookie;
      const loose = lines.filter((line) => {
        const read = cookieOf(line);
        if (read === null || read.sameSite !== 'none' || read.secure) return false;
        if (toldRefusal(line) === 'SameSiteNoneInsecure') return !isExpired(line) || entry !== null;
        // The store may show what we take for refused: then it is open to all.
        return wasTaken(line) && !isExpired(line);
      });
      const newest = loose.at(-1);
      if (newest === undefined) continue;
      const what = isExpired(newest)
        ? 'cannot be deleted so'
        : wasTaken(newest)
          ? 'is sent to every site in clear'
          : 'is refused';
      yield {
        message: `${named(ref.name)} says SameSite=None without Secure and ${what}. Add \`Secure\`.`,
        cookie,
        url: newest.request.url,
        evidence: subject.show.answers(loose),
      };
    }
  },
});
