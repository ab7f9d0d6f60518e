import { usesOf } from '../audit/hosts.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { named } from '../report/words.ts';
import { urlParts } from '../site/site.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'broad-path',
  title: 'Cookie goes to paths that do not use it',
  why: 'Only one part of the host sets and uses it, and every request to the rest carries it along. `Path` keeps cookies of two applications apart and requests small. It is no security boundary: a page elsewhere on the host can frame that part, and script there can read it.',
  fix: 'Set `Path` to the part that uses it. To keep applications from each other give each a host of its own: `Path` does not. `__Host-` in the name, which needs `Path=/`, is worth more.',
  severity: { secret: 'info', rest: null },
  confidence: 'tentative',
  cwe: [668],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-8.5',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#pathpath-value',
  ],
  examples: {
    flagged: [
      {
        name: 'set and used below /admin alone',
        events: [
          {
            url: 'https://shop.example/admin/login',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
          },
          { url: 'https://shop.example/admin/orders', cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
      {
        name: 'a picture elsewhere carries it, and does not use it',
        events: [
          {
            url: 'https://shop.example/admin/login',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
          },
          { url: 'https://shop.example/admin/orders', cookie: 'sid=31d4d96e407aad42a7c1' },
          { url: 'https://shop.example/logo.png', type: 'image', cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
    ],
    clean: [
      {
        name: '__Host- must have Path=/',
        events: [
          {
            url: 'https://shop.example/admin/login',
            setCookie: ['__Host-sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
          },
          { url: 'https://shop.example/admin/orders', cookie: '__Host-sid=31d4d96e407aad42a7c1' },
        ],
      },
      {
        name: 'used elsewhere too',
        events: [
          {
            url: 'https://shop.example/auth/login',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
          },
          { url: 'https://shop.example/auth/done', cookie: 'sid=31d4d96e407aad42a7c1' },
          { url: 'https://shop.example/account', cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
      {
        name: 'its Path is that part',
        events: [
          {
            url: 'https://shop.example/admin/login',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/admin'],
          },
          { url: 'https://shop.example/admin/orders', cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
      {
        name: 'a language is not a part',
        events: [
          {
            url: 'https://shop.example/en/login',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
          },
          { url: 'https://shop.example/en/account', cookie: 'sid=31d4d96e407aad42a7c1' },
        ],
      },
      {
        name: 'not seen in use',
        events: [
          {
            url: 'https://shop.example/admin/login',
            setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Path=/'],
          },
        ],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const { ref } = cookie;
      if (!cookie.secret || ref.path !== '/' || /^__host-/i.test(ref.name)) continue;
      const newest = liveLines(subject, cookie).at(-1);
      const part = newest === undefined ? null : onlyPart(subject, cookie);
      if (newest === undefined || part === null) continue;
      const path = subject.show.ref({ ...ref, path: part }).path;
      yield {
        message: `${named(ref.name)} is set and used below ${path} alone, and sent with all requests to the host. \`Path\` could say so, though it protects nothing.`,
        cookie,
        url: newest.request.url,
        evidence: [
          subject.show.answer(newest),
          `Pages and calls that carried it, all below ${path}: ${usesOf(subject, cookie).length}`,
        ],
      };
    }
  },
});

/** A language or a version says nothing of who uses a cookie. */
const NO_PART = /^(?:[a-z]{2}(?:[-_][a-z]{2,4})?|v\d+|api|index\.\w+)$/i;

/** The first folder that all responses which set it and all uses have in common; null: there is none, or no use was seen. */
function onlyPart(subject: Subject, cookie: SubjectCookie): string | null {
  const uses = usesOf(subject, cookie);
  if (uses.length === 0) return null;
  let part: string | null = null;
  for (const { url } of [...liveLines(subject, cookie).map(({ request }) => request), ...uses]) {
    const [, first = '', ...rest] = urlParts(url)?.path.split('/') ?? [];
    if (first === '' || rest.length === 0 || (part !== null && part !== first) || NO_PART.test(first))
      return null;
    part = first;
  }
  return part === null ? null : `/${part}`;
}
