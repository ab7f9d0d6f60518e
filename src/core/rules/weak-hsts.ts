import { hstsHosts } from '../audit/hsts.ts';
import { seenOn } from '../audit/seen-on.ts';
import { duration, named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';
import { page } from './examples/pages.ts';

const YEAR = 31_536_000;

const sts = (value: string) => page('/', { 'strict-transport-security': value });

export default defineRule({
  id: 'weak-hsts',
  title: 'Strict-Transport-Security for less than a year',
  why: 'Who comes back after it ran out begins with plain HTTP again, and can be kept there by whoever owns the network.',
  fix: 'Set `max-age=31536000` (a year) or more, and `includeSubDomains` once every host of the site has HTTPS.',
  severity: { secret: 'low', rest: 'low' },
  confidence: 'certain',
  cwe: [319],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6797#section-6.1.1',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security',
  ],
  examples: {
    flagged: [
      { name: 'half a year', events: [sts('max-age=15768000; includeSubDomains')] },
      { name: 'max-age=0 takes it away', events: [sts('max-age=0')] },
    ],
    clean: [
      { name: 'a year', events: [sts('max-age=31536000')] },
      { name: 'in quotes and capitals', events: [sts('Max-Age="63072000" ; includeSubDomains; preload')] },
      { name: 'none at all is another rule’s', events: [page('/')] },
      {
        name: 'only the newest counts',
        events: [sts('max-age=300'), sts('max-age=31536000')],
      },
      {
        name: 'over HTTP browsers do not heed it',
        events: [
          { url: 'http://shop.example/', responseHeaders: { 'strict-transport-security': 'max-age=1' } },
        ],
      },
    ],
  },
  *check(subject) {
    const weak = subject
      .shared(hstsHosts)
      .flatMap(({ host, policy }) => (policy !== null && policy.maxAge < YEAR ? [{ host, ...policy }] : []))
      .sort((a, b) => a.maxAge - b.maxAge);
    const [first] = weak;
    if (first === undefined) return;
    const { maxAge, host } = first;
    yield {
      message:
        maxAge === 0
          ? `${named(host)} tells browsers to forget its Strict-Transport-Security: HTTP is tried first again.`
          : `${named(host)} asks for HTTPS for ${duration(maxAge * 1000)} only. A year is the least.`,
      // As good as none.
      ...(maxAge === 0 ? { severity: 'medium' as const } : {}),
      ...seenOn(
        subject,
        weak.map(({ request }) => request),
        () => `Strict-Transport-Security: max-age=${maxAge}`,
        'host',
      ),
    };
  },
});
