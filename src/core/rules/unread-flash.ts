import { cookieOf, requestedLifetime } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry, SetCookieEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'unread-flash',
  title: 'Flash message is not cleared when it was shown',
  why: 'A flash cookie carries one message to the next page, which shows and deletes it. Where that page does not, the message comes up again later, in another tab or for the next person, and is sent with every request.',
  fix: 'Delete it where it is read, with the same `Path` and `Domain`; give it a short life besides (`Max-Age=60`).',
  severity: { secret: null, rest: 'info' },
  confidence: 'firm',
  cwe: [459],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Cookies',
  ],
  examples: {
    flagged: [
      {
        name: 'the page after the next one gets it as well',
        events: [
          {
            url: 'https://shop.example/save',
            method: 'POST',
            status: 303,
            setCookie: ['flash=saved; Path=/; Secure; SameSite=Lax'],
          },
          { url: 'https://shop.example/list', cookie: 'flash=saved' },
          { url: 'https://shop.example/other', cookie: 'flash=saved' },
        ],
      },
      {
        name: 'it is still there at the end',
        events: ['flash=saved; Path=/; Secure; SameSite=Lax', { cookie: 'flash=saved' }, ...quiet(6)],
      },
    ],
    clean: [
      {
        name: 'the next page deletes it',
        events: [
          'flash=saved; Path=/; Secure; SameSite=Lax',
          { cookie: 'flash=saved', setCookie: ['flash=; Path=/; Max-Age=0'] },
          ...quiet(6),
        ],
      },
      {
        name: 'each page has another message',
        events: [
          'flash=saved; Path=/; Secure; SameSite=Lax',
          { cookie: 'flash=saved', setCookie: ['flash=deleted; Path=/; Secure; SameSite=Lax'] },
        ],
      },
      { name: 'no page came after it', events: ['flash=saved; Path=/; Secure; SameSite=Lax', ...quiet(6)] },
      {
        name: 'a redirect and a picture are no page',
        events: [
          'flash=saved; Path=/; Secure; SameSite=Lax',
          { url: 'https://shop.example/go', status: 302, cookie: 'flash=saved' },
          { url: 'https://shop.example/a.png', type: 'image', cookie: 'flash=saved' },
          ...quiet(6),
        ],
      },
      {
        name: 'it ends by itself',
        events: [
          'flash=saved; Path=/; Secure; Max-Age=30',
          { cookie: 'flash=saved' },
          { cookie: 'flash=saved' },
        ],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (cookie.role !== 'flash' || cookie.party === 'third') continue;
      const set = liveLines(subject, cookie).at(-1);
      if (set === undefined || endsSoon(set)) continue;
      const [page, next] = pagesWith(subject, cookie, set);
      if (page === undefined || (next === undefined && !isLeft(subject, cookie, set, page))) continue;
      yield {
        message: `${named(cookie.ref.name)} is not deleted by the page that gets it.`,
        cookie,
        // The page's script may have been about to.
        ...(next === undefined ? { confidence: 'tentative' } : {}),
        url: page.url,
        evidence: [
          subject.show.answer(set),
          ...[page, next].flatMap((each) =>
            each === undefined ? [] : [`${subject.show.request(each)} → Cookie: ${named(cookie.ref.name)}`],
          ),
        ],
      };
    }
  },
});

const SOON_MS = 120_000;
const SETTLED_MS = 5000;

function endsSoon(line: SetCookieEntry): boolean {
  const lifetime = requestedLifetime(line);
  return lifetime !== null && lifetime <= SOON_MS;
}

/** Pages that were asked for with it after it was set, with that value. */
function pagesWith(
  { recording }: Subject,
  { entry, ref }: SubjectCookie,
  set: SetCookieEntry,
): readonly RequestEntry[] {
  const value = cookieOf(set)?.value;
  const pages: RequestEntry[] = [];
  for (const key of entry?.sentBy ?? []) {
    const request = recording.requests.get(key);
    if (request?.type !== 'main_frame' || request.at < set.at || request.status !== 200) continue;
    if (request.sent.some((pair) => pair.name === ref.name && pair.value === value)) pages.push(request);
  }
  return pages;
}

function isLeft(
  { recording }: Subject,
  { entry }: SubjectCookie,
  set: SetCookieEntry,
  page: RequestEntry,
): boolean {
  if (entry === null || !entry.present || entry.cookie.value !== cookieOf(set)?.value) return false;
  return recording.lastAt - page.at > SETTLED_MS;
}

/** Other requests, for time to pass. */
function quiet(seconds: number) {
  return Array.from({ length: seconds }, () => ({
    url: 'https://cdn.example/a.png',
    type: 'image' as const,
  }));
}
