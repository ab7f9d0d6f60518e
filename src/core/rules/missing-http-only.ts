import { cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { isByScript } from '../recording/writer.ts';
import { named } from '../report/words.ts';
import { defineRule, type Flaw } from './define-rule.ts';

export default defineRule({
  id: 'missing-http-only',
  title: 'Cookie can be read by script',
  why: 'One injected script, or one compromised library, reads the cookie and sends it away. Whoever has a session cookie is logged in as its owner.',
  fix: 'Add `HttpOnly`: the server still gets the cookie, script in the page does not.',
  severity: { secret: 'high', rest: 'info' },
  confidence: 'certain',
  cwe: [1004],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#httponly',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
  ],
  examples: {
    flagged: [
      {
        name: 'a session cookie without it',
        events: ['sid=31d4d96e407aad42a7c1; Secure; SameSite=Lax; Path=/'],
      },
      {
        name: 'a session cookie that was there before the recording',
        events: [{ before: { name: 'PHPSESSID', value: 'q7k2l9x4v8b1n6m3c5z0a8s7d2', secure: true } }],
      },
      { name: 'a cookie of unknown use, for information', events: ['region=north; Secure; SameSite=Lax'] },
    ],
    clean: [
      { name: 'HttpOnly, in any case', events: ['sid=31d4d96e407aad42a7c1; httponly; Secure; SameSite=Lax'] },
      {
        name: 'a double-submit CSRF cookie is meant to be read',
        events: ['XSRF-TOKEN=81bd5a8d9f2c41; Secure; SameSite=Lax'],
      },
      { name: 'a theme needs none', events: ['theme=dark; Secure; SameSite=Lax'] },
      {
        name: 'a cookie that script itself writes',
        events: [{ script: { name: 'last-tab', value: 'orders' } }],
      },
      {
        name: 'nor one that script began and a response renews',
        events: [
          { script: { name: 'sid', value: '31d4d96e407aad42a7c1' } },
          'sid=31d4d96e407aad42a7c1; Path=/; Secure',
        ],
      },
      { name: 'a deletion leaves no cookie', events: ['sid=; Max-Age=0; Path=/'] },
      { name: 'a refused line leaves no cookie', events: ['sid=31d4d96e407aad42a7c1; Domain=other.example'] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (cookie.role === 'csrf' || cookie.role === 'preference') continue;
      const flaw = flawOf(subject, cookie);
      if (flaw !== null) yield flaw;
    }
  },
});

function flawOf(subject: Subject, cookie: SubjectCookie): Flaw | null {
  const { ref, entry, lines, secret } = cookie;
  const open = liveLines(subject, cookie).filter((line) => cookieOf(line)?.httpOnly === false);
  const newest = open.at(-1);
  const message = `${named(ref.name)} can be read by script. Add \`HttpOnly\`.`;
  if (newest !== undefined) {
    if (cookie.writtenByScript && (!secret || isScriptsOwn(cookie))) return null;
    return { message, cookie, url: newest.request.url, evidence: subject.show.answers(open) };
  }
  // Without a line nobody knows whether script wrote it: only a session cookie is worth the word.
  const seenOnly = lines.length === 0 && entry !== null && !entry.cookie.httpOnly;
  if (!seenOnly || !secret || cookie.writtenByScript) return null;
  return { message, cookie, confidence: 'firm', evidence: ['The cookie store shows it without HttpOnly'] };
}

/** Script wrote it before any response did: it could not with HttpOnly, and `script-written-session` tells of a session. */
function isScriptsOwn({ entry, lines }: SubjectCookie): boolean {
  const written = entry?.history.find((event) => 'after' in event && isByScript(event.by));
  return written !== undefined && written.at <= (lines[0]?.at ?? Number.POSITIVE_INFINITY);
}
