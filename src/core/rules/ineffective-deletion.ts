import { isExpired } from '../audit/line.ts';
import { missedDeletions } from '../audit/missed-deletions.ts';
import type { CookieEntry, SetCookieEntry } from '../recording/recording.ts';
import { fitsRequest } from '../recording/sent.ts';
import { named } from '../report/words.ts';
import { urlParts } from '../site/site.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'ineffective-deletion',
  title: 'Deletion misses the cookie, which stays',
  why: 'A cookie is deleted by its name, Domain and Path together. Where one of them differs, the browser deletes nothing: after such a logout the session is still there, for the next person or for the next request.',
  fix: 'Delete with the very `Domain`, `Path` and `Partitioned` that the cookie was set with, by the same function where you can: `res.clearCookie(name, sameOptions)`.',
  severity: { secret: 'high', rest: 'low' },
  confidence: 'certain',
  cwe: [613],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/06-Testing_for_Logout_Functionality',
  ],
  examples: {
    flagged: [
      {
        name: 'without the Domain it was set with',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/; Domain=shop.example',
          { url: 'https://shop.example/logout', setCookie: ['sid=; Path=/; Max-Age=0'] },
        ],
      },
      {
        name: 'with another Path',
        events: [
          'theme=dark; Secure; SameSite=Lax; Path=/',
          {
            url: 'https://shop.example/settings/reset',
            setCookie: ['theme=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
          },
        ],
      },
      {
        name: 'a logout that renews what it means to delete',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=3600',
          {
            url: 'https://shop.example/user/logout',
            method: 'POST',
            cookie: 'sid=31d4d96e407aad42a7c1',
            setCookie: [
              'sid=; Path=/user; Max-Age=0',
              'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=3600',
            ],
          },
        ],
      },
    ],
    clean: [
      {
        name: 'it fits, and needs no Secure',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/; Domain=shop.example',
          'sid=; Path=/; Domain=shop.example; Max-Age=0',
        ],
      },
      {
        name: 'several are tried, and one fits',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/; Domain=shop.example',
          { setCookie: ['sid=; Path=/; Max-Age=0', 'sid=; Path=/; Domain=shop.example; Max-Age=0'] },
        ],
      },
      {
        name: 'an old variant is tidied away as the cookie is set',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/; Domain=shop.example',
          {
            setCookie: [
              'sid=; Path=/; Max-Age=0',
              'sid=9f02b6c1d4e87a35c0b4; HttpOnly; Secure; SameSite=Lax; Path=/; Domain=shop.example',
            ],
          },
        ],
      },
      {
        name: 'or is kept on by a later response',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/; Domain=shop.example',
          'sid=; Path=/; Max-Age=0',
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/; Domain=shop.example',
        ],
      },
      { name: 'nothing is there', events: ['sid=; Path=/; Max-Age=0'] },
      {
        name: 'another host’s cookie is not meant',
        events: [
          'sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/',
          { url: 'https://www.shop.example/logout', setCookie: ['sid=; Path=/; Max-Age=0'] },
        ],
      },
    ],
  },
  *check(subject) {
    const misses = missedDeletions(subject);
    for (const cookie of subject.cookies) {
      const miss = cookie.entry === null ? undefined : misses.get(cookie.entry.key);
      if (miss === undefined) continue;
      const { deletion, missed } = miss;
      const { differs, entry } = missed;
      const where = subject.show.ref(cookie.ref);
      const setter = cookie.lines.findLast((line) => !isExpired(line) && line.at <= deletion.at);
      yield {
        message: `${named(cookie.ref.name)} is not deleted: the deletion has another ${differs.map((what) => NAMES[what]).join(' and ')}.`,
        cookie,
        // On another path the same name may as well be another application’s.
        ...(reaches(entry, deletion) ? {} : { confidence: 'tentative' }),
        url: deletion.request.url,
        evidence: [
          subject.show.answer(deletion),
          `Stays: ${named(where.name)} of ${entry.cookie.hostOnly ? '' : '.'}${where.domain}${where.path}`,
          ...(setter === undefined ? [] : [`Set by: ${subject.show.answer(setter)}`]),
        ],
      };
    }
  },
});

const NAMES = { domain: '`Domain`', path: '`Path`', partition: 'partition' } as const;

function reaches(entry: CookieEntry, { request }: SetCookieEntry): boolean {
  return fitsRequest(entry, request.host, urlParts(request.url)?.path ?? '/');
}
