import { cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { SubjectCookie } from '../audit/subject.ts';
import { unreadLines } from '../audit/unread-lines.ts';
import { maxNameValueOctets } from '../cookie/limits.ts';
import { utf8Length } from '../cookie/octets.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { bytes, named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

const LARGE = 1024;

export default defineRule({
  id: 'oversized-cookie',
  title: 'Cookie is too large, or nearly so',
  why: 'Browsers refuse a cookie whose name and value are longer than 4,096 bytes: the login or the cart that is in it is gone, often only for those whose data grew. A large one that is taken goes with every request.',
  fix: 'Keep the data on the server under a short ID. Where it must stay in cookies, split it as your framework does, and give it the narrowest `Path`.',
  severity: { secret: 'high', rest: 'medium' },
  confidence: 'certain',
  cwe: [770],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie',
  ],
  examples: {
    flagged: [
      { name: 'a session of 4,097 bytes is refused', events: [`sid=${'x'.repeat(4094)}; HttpOnly; Secure`] },
      { name: 'another cookie', events: [`wizard=${'x'.repeat(5000)}; Secure`] },
      { name: 'over 1 KiB, for information', events: [`wizard=${'x'.repeat(1100)}; Secure; SameSite=Lax`] },
      { name: 'written by script', events: [{ script: { name: 'draft', value: 'x'.repeat(2000) } }] },
    ],
    clean: [
      { name: 'exactly 1 KiB', events: [`wizard=${'x'.repeat(1018)}; Secure; SameSite=Lax`] },
      {
        name: 'attributes do not count',
        events: [`sid=31d4d96e407aad42a7c1; Secure; Comment=${'x'.repeat(3000)}`],
      },
      {
        name: 'an embedded site’s size is its own',
        events: [
          {},
          {
            url: 'https://widget.example/f',
            type: 'sub_frame',
            initiator: 'https://shop.example',
            setCookie: [`wizard=${'x'.repeat(2000)}; Secure; SameSite=None`],
          },
        ],
      },
      { name: 'a deletion', events: [`wizard=${'x'.repeat(2000)}; Max-Age=0`] },
    ],
  },
  *check(subject) {
    yield* unreadLines(subject, (reason) => reason === 'NameValuePairExceedsMaxSize');
    for (const cookie of subject.cookies) {
      if (cookie.party === 'third') continue;
      const large = liveLines(subject, cookie).filter((line) => sizeOf(line) > LARGE);
      const newest = large.at(-1);
      const size = newest === undefined ? storedSize(cookie) : sizeOf(newest);
      if (size <= LARGE) continue;
      yield {
        message: `${named(cookie.ref.name)} takes ${bytes(size)} of the ${bytes(maxNameValueOctets)} that browsers allow, with every request.`,
        cookie,
        severity: 'info',
        ...(newest === undefined
          ? { evidence: [`The cookie store shows it with ${bytes(size)}`] }
          : { url: newest.request.url, evidence: subject.show.answers(large) }),
      };
    }
  },
});

function sizeOf(line: SetCookieEntry): number {
  const cookie = cookieOf(line);
  // A character has three octets at most: most lines need no counting.
  if (cookie === null || (cookie.name.length + cookie.value.length) * 3 <= LARGE) return 0;
  return utf8Length(cookie.name) + utf8Length(cookie.value);
}

function storedSize({ entry }: SubjectCookie): number {
  return entry?.present ? utf8Length(entry.cookie.name) + utf8Length(entry.cookie.value) : 0;
}
