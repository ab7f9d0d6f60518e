import { cookieOf, requestedLifetime } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import { EXPIRY_TOLERANCE_MS } from '../recording/cookies.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'conflicting-set-cookie',
  title: 'One response sets the same cookie twice, differently',
  why: 'The last line counts in browsers; proxies and other clients may take the first. Two parts of the server do not know of each other, so which value and which attributes hold is luck, and changes with the order of the code.',
  fix: 'Set the cookie once in a response: let the last change replace the line, not add one (`setHeader` for `appendHeader`, `header(…, true)` in PHP).',
  severity: { secret: 'low', rest: 'low' },
  confidence: 'certain',
  cwe: [694],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6265#section-4.1.1',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.1',
  ],
  examples: {
    flagged: [
      {
        name: 'two values',
        events: [
          {
            setCookie: [
              'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure',
              'sid=9f02b6c1d4e87a35c0b4; Path=/; HttpOnly; Secure',
            ],
          },
        ],
      },
      {
        name: 'one value, other attributes',
        events: [{ setCookie: ['theme=dark; Path=/', 'theme=dark; Path=/; Secure'] }],
      },
      {
        name: 'one value, another lifetime',
        events: [{ setCookie: ['theme=dark; Path=/; Max-Age=60', 'theme=dark; Path=/'] }],
      },
    ],
    clean: [
      {
        name: 'the same line twice',
        events: [
          {
            setCookie: [
              'sid=31d4d96e407aad42a7c1; Path=/; Secure',
              'sid=31d4d96e407aad42a7c1; secure; path=/',
            ],
          },
        ],
      },
      {
        name: 'a deletion first',
        events: [
          { setCookie: ['sid=; Path=/; Max-Age=0', 'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure'] },
        ],
      },
      {
        name: 'another path, and another domain, are other cookies',
        events: [
          {
            setCookie: [
              'sid=31d4d96e407aad42a7c1; Path=/',
              'sid=9f02b6c1d4e8; Path=/a',
              'sid=5b0c77a1e2d9; Path=/; Domain=shop.example',
            ],
          },
        ],
      },
      { name: 'one after the other', events: ['theme=dark; Path=/', 'theme=light; Path=/'] },
      {
        name: 'one of them is refused',
        events: [{ setCookie: ['theme=dark; Path=/; SameSite=None', 'theme=dark; Path=/; SameSite=Lax'] }],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const pairs = pairsOf(liveLines(subject, cookie));
      const newest = pairs.at(-1);
      if (newest === undefined) continue;
      const [first, last] = newest;
      yield {
        message: `${named(cookie.ref.name)} is set twice by one response, with ${pairValue(first) === pairValue(last) ? 'other attributes' : 'two values'}. Browsers keep the last.`,
        cookie,
        url: last.request.url,
        evidence: [
          subject.show.answer(first),
          subject.show.line(last),
          ...(pairs.length > 1 ? [`and ${pairs.length - 1} more such pairs`] : []),
        ],
      };
    }
  },
});

type Pair = readonly [SetCookieEntry, SetCookieEntry];

function pairsOf(lines: readonly SetCookieEntry[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let previous: SetCookieEntry | undefined;
  for (const line of lines) {
    if (previous?.request === line.request && previous.cookie === line.cookie && differ(previous, line))
      pairs.push([previous, line]);
    previous = line;
  }
  return pairs;
}

function pairValue(line: SetCookieEntry): string {
  return cookieOf(line)?.value ?? '';
}

function differ(first: SetCookieEntry, last: SetCookieEntry): boolean {
  const a = cookieOf(first);
  const b = cookieOf(last);
  if (a === null || b === null) return false;
  if (a.value !== b.value || a.secure !== b.secure || a.httpOnly !== b.httpOnly || a.sameSite !== b.sameSite)
    return true;
  const [was, is] = [requestedLifetime(first), requestedLifetime(last)];
  if (was === null || is === null) return was !== is;
  return Math.abs(was - is) > EXPIRY_TOLERANCE_MS;
}
