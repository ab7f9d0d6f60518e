import { cookieOf } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import { knownAttribute } from '../cookie/known-attribute.ts';
import type { Attribute } from '../cookie/types.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'opaque-attribute',
  title: 'Set-Cookie attribute that no browser knows',
  why: 'Browsers skip what they do not know without a word. A typing error in `HttpOnly` or `SameSite` leaves the cookie open, one in `Max-Age` makes it end with the browser; and a `;` in a value cuts it off, its rest standing there as an attribute.',
  fix: 'Spell it `HttpOnly`, `Secure`, `SameSite=Lax`, `Max-Age=3600`, `Path=/`, `Domain=…`, `Expires=…`, `Partitioned`; encode values (`encodeURIComponent`). Best let the framework write the line.',
  severity: { secret: 'medium', rest: 'low' },
  confidence: 'certain',
  cwe: [1004, 1275],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#attributes',
  ],
  examples: {
    flagged: [
      { name: 'htponly', events: ['sid=31d4d96e407aad42a7c1; htponly; Secure; SameSite=Lax'] },
      { name: 'a colon for the equals sign', events: ['theme=dark; Secure; samesite:lax'] },
      { name: 'max-age: 3', events: ['theme=dark; Secure; SameSite=Lax; max-age: 3'] },
      { name: 'an underscore', events: ['sid=31d4d96e407aad42a7c1; Http_Only; Secure; SameSite=Lax'] },
      { name: 'a value that a semicolon cut off', events: ['prefs=a=1;b=2; Secure; SameSite=Lax'] },
    ],
    clean: [
      {
        name: 'all that are known, in any case',
        events: ['sid=31d4d96e407aad42a7c1; httponly; SECURE; samesite=lax; path=/; max-age=60; partitioned'],
      },
      {
        name: 'with a value it does not need',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly=true; Secure=1; SameSite=Lax'],
      },
      {
        name: 'those of older standards, which Java still writes',
        events: ['JSESSIONID=31d4d96e407aad42a7c1; Version=1; Comment=x; Discard; Secure; HttpOnly'],
      },
      {
        name: 'Chromium’s own',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax; Priority=High; SameParty'],
        browser: 'firefox',
      },
      { name: 'a deletion', events: ['sid=; Max-Age=0; htponly'] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const odd = liveLines(subject, cookie).filter(hasOdd);
      const typed = odd.findLast((line) => oddOnes(line).some((piece) => meantBy(piece.name) !== null));
      const newest = typed ?? odd.at(-1);
      if (newest === undefined) continue;
      const piece = oddOnes(newest).find(({ name }) => meantBy(name) !== null);
      const meant = piece === undefined ? null : meantBy(piece.name);
      yield {
        message:
          piece === undefined || meant === null
            ? `${named(cookie.ref.name)} has an attribute that no browser knows, perhaps a piece of its value: it counts for nothing.`
            : `${named(cookie.ref.name)} has \`${startOf(piece.name)}\`, which no browser knows. \`${meant}\` is meant, and not in force.`,
        cookie,
        // A word that resembles no attribute takes away no protection.
        ...(meant === null ? { severity: cookie.secret ? 'low' : 'info', confidence: 'firm' } : {}),
        url: newest.request.url,
        evidence: subject.show.answers(odd),
      };
    }
  },
});

const ATTRIBUTES = [
  'HttpOnly',
  'SameSite',
  'Secure',
  'Max-Age',
  'Expires',
  'Domain',
  'Partitioned',
  'Path',
] as const;
/** RFC 2109 and RFC 2965, and what Chromium had for a while. */
const PAST = new Set(['version', 'comment', 'commenturl', 'discard', 'port', 'sameparty']);

function isOdd({ name }: Attribute): boolean {
  return knownAttribute(name, 'chromium') === undefined && !PAST.has(name.toLowerCase());
}

/** The parser has seen already which lines have something that it ignores. */
function hasOdd(line: SetCookieEntry): boolean {
  const { predicted } = line;
  if (!predicted.stored || !predicted.adjustments.some(({ kind }) => kind === 'attribute-ignored'))
    return false;
  return oddOnes(line).length > 0;
}

function oddOnes(line: SetCookieEntry): readonly Attribute[] {
  return cookieOf(line)?.attributes.filter(isOdd) ?? [];
}

/** Letters up to what cannot be a name's: the rest may be anything, a secret too. */
function startOf(name: string): string {
  return /^[a-z_-]{0,16}/i.exec(name)?.[0] ?? '';
}

function meantBy(name: string): string | null {
  const plain = startOf(name).toLowerCase().replace(/[_-]/g, '');
  return ATTRIBUTES.find((attribute) => isNear(plain, attribute.toLowerCase().replace('-', ''))) ?? null;
}

/** The same, or in the longer words one or two neighbouring letters wrong, missing or too many. */
function isNear(word: string, known: string): boolean {
  if (word === known) return true;
  if (known.length < 6 || Math.abs(word.length - known.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start += 1;
  let end = 0;
  const most = Math.min(word.length, known.length) - start;
  while (end < most && word.at(-1 - end) === known.at(-1 - end)) end += 1;
  const [other, middle] = [word.slice(start, word.length - end), known.slice(start, known.length - end)];
  return (
    (other.length < 2 && middle.length < 2) || (other.length === 2 && other === `${middle[1]}${middle[0]}`)
  );
}
