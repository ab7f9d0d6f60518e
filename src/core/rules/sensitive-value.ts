import { cookieOf, isExpired } from '../audit/line.ts';
import type { Confidence } from '../audit/report.ts';
import type { SubjectCookie } from '../audit/subject.ts';
import { named } from '../report/words.ts';
import { type PersonalKind, personalData } from '../value/personal-data.ts';
import { readingsOf } from '../value/readings.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'sensitive-value',
  title: 'Personal data or a secret in a cookie',
  why: 'Cookies lie in clear on the disk, go with every request, and end in logs, backups and proxies. Base64 and URL encoding hide nothing. What is in them can be read, and changed, by whoever has the device.',
  fix: 'Keep the data on the server, and only a random ID in the cookie. Where it must travel, encrypt and authenticate it.',
  severity: { secret: 'high', rest: 'high' },
  confidence: 'certain',
  cwe: [315],
  references: [
    'https://cwe.mitre.org/data/definitions/315.html',
    'https://pages.nist.gov/800-63-4/sp800-63b.html#sessionbindings',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/02-Testing_for_Cookies_Attributes',
  ],
  examples: {
    flagged: [
      {
        name: 'an e-mail address, URL-encoded',
        events: ['user=ann%40example.com; Secure; HttpOnly; SameSite=Lax'],
      },
      {
        name: 'an e-mail address in base64 of JSON',
        events: ['profile=eyJlbWFpbCI6ImFubkBleGFtcGxlLmNvbSJ9; Secure; HttpOnly'],
      },
      { name: 'a card number', events: ['pay=4111-1111-1111-1111; Secure; HttpOnly; SameSite=Strict'] },
      { name: 'a phone number', events: ['contact=%2B4915112345678; Secure; HttpOnly'] },
      {
        name: 'a password',
        events: ['login=%7B%22user%22%3A%22ann%22%2C%22password%22%3A%22hunter2%22%7D; Secure; HttpOnly'],
      },
      {
        name: 'a name and an address',
        events: [
          'ship=%7B%22name%22%3A%22Ann%20Lee%22%2C%22street%22%3A%22Main%20St%201%22%2C%22city%22%3A%22Kiel%22%7D; Secure',
        ],
      },
      { name: 'written by script', events: [{ script: { name: 'who', value: 'ann@example.com' } }] },
    ],
    clean: [
      { name: 'an opaque ID', events: ['sid=31d4d96e407aad42a7c1; Secure; HttpOnly'] },
      { name: 'a client ID of analytics', events: ['_ga=GA1.1.1804289383.1767225600; Secure'] },
      { name: 'a time in milliseconds', events: ['last=1767225600000; Secure'] },
      { name: 'a time and a long number', events: ['_fbp=fb.1.1767225600000.4111111111111111; Secure'] },
      { name: 'a file name with @', events: ['logo=logo%402x.png; Secure'] },
      {
        name: 'city and country are a setting',
        events: ['geo=%7B%22city%22%3A%22Kiel%22%2C%22country%22%3A%22DE%22%7D; Secure'],
      },
      { name: 'a flag is no password', events: ['login=%7B%22password%22%3Atrue%7D; Secure'] },
      {
        name: 'a JWT is another rule’s',
        events: ['token=eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImFubkBleGFtcGxlLmNvbSJ9.c2ln; Secure; HttpOnly'],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const found = new Map<PersonalKind, Hit>();
      for (const { value, url } of valuesOf(cookie)) {
        for (const hit of hitsIn(cookie, value))
          if (!found.has(hit.kind)) found.set(hit.kind, { ...hit, value, url });
      }
      const hits = [...found.values()].sort(
        (a, b) => SURENESS.indexOf(a.confidence) - SURENESS.indexOf(b.confidence),
      );
      const [surest] = hits;
      if (surest === undefined) continue;
      yield {
        message: `${named(cookie.ref.name)} holds ${hits.map(({ kind }) => WITH_ARTICLE[kind]).join(' and ')} that anyone can read.`,
        cookie,
        confidence: surest.confidence,
        ...(surest.url === undefined ? {} : { url: surest.url }),
        evidence: hits.map(
          ({ kind, through, value }) =>
            `${kind}${through.length === 0 ? ', in clear' : `, ${through.join(', then ')}`} (value ${subject.show.fingerprint(value)}, ${value.length} characters)`,
        ),
      };
    }
  },
});

interface Hit {
  readonly kind: PersonalKind;
  readonly confidence: Confidence;
  readonly through: readonly string[];
  readonly value: string;
  readonly url: string | undefined;
}

const SURENESS: readonly Confidence[] = ['certain', 'firm', 'tentative'];

const WITH_ARTICLE: Readonly<Record<PersonalKind, string>> = {
  'e-mail address': 'an e-mail address',
  'phone number': 'a phone number',
  'payment card number': 'a payment card number',
  password: 'a password or secret',
  'name and address': 'name or address data',
};

/** Distinct values of the newest lines, and the one in the store. */
function valuesOf({
  entry,
  lines,
}: SubjectCookie): Iterable<{ readonly value: string; readonly url?: string }> {
  const values = new Map<string, { readonly value: string; readonly url?: string }>();
  for (const line of lines.slice(-5)) {
    const value = cookieOf(line)?.value ?? '';
    if (!isExpired(line)) values.set(value, { value, url: line.request.url });
  }
  if (entry !== null && !values.has(entry.cookie.value))
    values.set(entry.cookie.value, { value: entry.cookie.value });
  return values.values();
}

/** IDs of analytics and the like are long numbers by nature: of those only what cannot be one counts. */
const NUMERIC_BY_NATURE: readonly string[] = ['analytics', 'advertising', 'consent', 'load-balancer', 'csrf'];

function* hitsIn(cookie: SubjectCookie, value: string): Generator<Omit<Hit, 'value' | 'url'>> {
  // An ID in hex says nothing in any reading; most are.
  if (/^[\da-f]{16,128}$/.test(value) && /[a-f]/.test(value)) return;
  for (const { text, through } of readingsOf(value)) {
    for (const data of personalData(text, cookie.ref.name)) {
      const isNumber = data.kind === 'phone number' || data.kind === 'payment card number';
      if (isNumber && NUMERIC_BY_NATURE.includes(cookie.role)) continue;
      yield { ...data, through };
    }
  }
}
