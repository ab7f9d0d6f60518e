import { hstsHosts } from '../audit/hsts.ts';
import { seenOn } from '../audit/seen-on.ts';
import { named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';
import { HTML, page } from './examples/pages.ts';

const STS = { ...HTML, 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

export default defineRule({
  id: 'missing-hsts',
  title: 'HTTPS without Strict-Transport-Security',
  why: 'The first request of a visit, typed or from an old link, goes out by http://. Whoever owns the network can answer it in the site’s place, keep the person on HTTP, and read the cookies that are not Secure.',
  fix: 'Answer every HTTPS request with `Strict-Transport-Security: max-age=31536000; includeSubDomains`. Begin with a short max-age where some host of the site has no HTTPS yet.',
  severity: { secret: 'medium', rest: 'medium' },
  confidence: 'certain',
  cwe: [319],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc6797',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security',
  ],
  examples: {
    flagged: [
      { name: 'a page without it', events: [page('/')] },
      {
        name: 'without a max-age browsers do not heed it',
        events: [page('/', { 'strict-transport-security': 'includeSubDomains' })],
      },
      {
        name: 'the parent’s holds for the parent alone',
        events: [
          page('/', { 'strict-transport-security': 'max-age=63072000' }),
          { url: 'https://www.shop.example/', responseHeaders: HTML },
        ],
      },
    ],
    clean: [
      { name: 'a page with it', events: [{ responseHeaders: STS }] },
      {
        name: 'another answer of the host has it',
        events: [
          page('/'),
          { url: 'https://shop.example/api', type: 'xmlhttprequest', responseHeaders: STS },
        ],
      },
      {
        name: 'the parent’s holds for its subdomains',
        events: [{ responseHeaders: STS }, { url: 'https://www.shop.example/', responseHeaders: HTML }],
      },
      {
        name: 'a host that only redirects',
        events: [
          { url: 'https://old.shop.example/', status: 301, responseHeaders: { location: '/x' } },
          { responseHeaders: STS },
        ],
      },
      { name: 'over HTTP it says nothing', events: [{ url: 'http://shop.example/', responseHeaders: HTML }] },
      { name: 'loopback', events: [{ url: 'https://localhost:3000/', responseHeaders: HTML }] },
      {
        name: 'an address has no name to hold it for',
        events: [{ url: 'https://192.0.2.7/', responseHeaders: HTML }],
      },
      { name: 'an error page', events: [{ status: 502, responseHeaders: HTML }] },
      {
        name: 'a top-level domain that browsers know as HTTPS only',
        events: [{ url: 'https://shop.dev/', responseHeaders: HTML }],
      },
      { name: 'an answer whose headers are not known', events: [{}] },
    ],
  },
  *check(subject) {
    const bare = subject.shared(hstsHosts).filter(({ policy }) => policy === null);
    const [first] = bare;
    if (first === undefined) return;
    yield {
      message: `${named(first.host)} answers over HTTPS without Strict-Transport-Security: browsers go on trying HTTP first. Add it.`,
      // A parent that was not visited may hold for this host as well.
      confidence: first.host === subject.site ? 'certain' : 'firm',
      ...seenOn(
        subject,
        bare.map(({ page }) => page),
        () => `${first.isBroken ? 'no valid' : 'no'} Strict-Transport-Security`,
        'host',
      ),
    };
  },
});
