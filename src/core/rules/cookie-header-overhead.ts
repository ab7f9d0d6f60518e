import type { Severity } from '../audit/report.ts';
import { utf8Length } from '../cookie/octets.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { bytes, named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

const KIB = 1024;
const LARGEST_SHOWN = 3;

export default defineRule({
  id: 'cookie-header-overhead',
  title: 'Cookies make every request heavy',
  why: 'Cookies go with every request, images included. Above 8 KiB most servers answer 431 or 400: the site is broken for that person until the cookies are deleted.',
  fix: 'Keep data on the server under one short ID, give cookies the narrowest `Path` and host that use them, serve static files from a host without cookies, and delete what nobody reads.',
  severity: { secret: 'low', rest: 'low' },
  confidence: 'certain',
  cwe: [770],
  references: [
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/431',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-6.1',
  ],
  examples: {
    flagged: [
      { name: 'over 1 KiB', events: [{ cookie: `wizard=${'x'.repeat(1100)}` }] },
      {
        name: 'over 8 KiB, in an image’s request',
        events: [
          {},
          {
            url: 'https://shop.example/logo.png',
            type: 'image',
            cookie: `a=${'x'.repeat(4000)}; b=${'y'.repeat(4300)}`,
          },
        ],
      },
    ],
    clean: [
      { name: 'a short header', events: [{ cookie: 'sid=31d4d96e407aad42a7c1; theme=dark' }] },
      { name: 'exactly 1 KiB', events: [{ cookie: `a=${'x'.repeat(1022)}` }] },
      {
        name: 'another site’s cookies are that site’s weight',
        events: [
          {},
          { url: 'https://tracker.example/p.gif', type: 'image', cookie: `id=${'x'.repeat(2000)}` },
        ],
      },
    ],
  },
  *check(subject) {
    const own = subject.requests.filter((request) => request.party === 'first');
    const heaviest = own.reduce<RequestEntry | null>(
      (worst, request) => (request.cookieBytes > (worst?.cookieBytes ?? 0) ? request : worst),
      null,
    );
    if (heaviest === null) return;
    const severity = severityOf(heaviest.cookieBytes);
    if (severity === null) return;
    const heavy = own.filter((request) => request.cookieBytes > KIB).length;
    yield {
      message: `Requests carry up to ${bytes(heaviest.cookieBytes)} of cookies.${severity === 'high' ? ' Many servers refuse that.' : ''}`,
      severity,
      secret: false,
      url: heaviest.url,
      evidence: [
        `${subject.show.request(heaviest)} → Cookie: ${heaviest.sent.length} cookies, ${bytes(heaviest.cookieBytes)}`,
        `Largest: ${largest(heaviest)}`,
        `${heavy} of ${own.length} requests carried more than ${bytes(KIB)}`,
      ],
    };
  },
});

function severityOf(size: number): Severity | null {
  if (size > 8 * KIB) return 'high';
  if (size > 4 * KIB) return 'medium';
  return size > KIB ? 'low' : null;
}

function largest({ sent }: RequestEntry): string {
  return sent
    .map(({ name, value }) => ({ name, size: utf8Length(name) + utf8Length(value) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, LARGEST_SHOWN)
    .map(({ name, size }) => `${named(name)} ${bytes(size)}`)
    .join(', ');
}
