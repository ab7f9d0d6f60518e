import { type SharedWith, sharedWithOthers } from '../audit/shared-with.ts';
import type { Subject } from '../audit/subject.ts';
import { named } from '../report/words.ts';
import { defineRule, type Flaw } from './define-rule.ts';

const api = (origin: string, allowed: string | null = origin, credentials = 'true') => ({
  url: 'https://shop.example/api/me',
  type: 'xmlhttprequest' as const,
  initiator: origin,
  requestHeaders: { origin },
  responseHeaders: {
    'content-type': 'application/json',
    ...(allowed === null ? {} : { 'access-control-allow-origin': allowed }),
    'access-control-allow-credentials': credentials,
  },
});
const at = (site: string) => ({ url: `https://${site}/` });

export default defineRule({
  id: 'permissive-cors',
  title: 'Any site may read answers with the login',
  why: 'A page of any other site can ask with the person’s cookies and read the answer: their data, their CSRF token. `null` is the origin of every sandboxed frame, so anybody can have it.',
  fix: 'Compare the Origin header with a list of partners, whole and exact; answer others without `Access-Control-Allow-Credentials`. Never allow `null`.',
  severity: { secret: 'high', rest: 'high' },
  confidence: 'certain',
  cwe: [942],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/11-Client-side_Testing/07-Testing_Cross_Origin_Resource_Sharing',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  ],
  examples: {
    flagged: [
      { name: 'null', events: [{}, api('null')] },
      {
        name: 'two origins that have nothing to do with each other',
        events: [
          {},
          at('one.example'),
          api('https://one.example'),
          at('two.example'),
          api('https://two.example'),
        ],
      },
    ],
    clean: [
      {
        name: 'one partner',
        events: [{}, at('one.example'), api('https://one.example'), api('https://one.example')],
      },
      {
        name: 'the same partner in two countries',
        events: [{}, at('one.co.uk'), api('https://one.co.uk'), at('one.de'), api('https://one.de')],
      },
      {
        name: 'the site’s own hosts',
        events: [
          {},
          at('www.shop.example'),
          api('https://www.shop.example'),
          at('app.shop.example'),
          api('https://app.shop.example'),
        ],
      },
      {
        name: 'no credentials',
        events: [
          {},
          at('one.example'),
          api('https://one.example', '*', 'false'),
          at('two.example'),
          api('https://two.example', 'https://two.example', 'false'),
        ],
      },
      {
        name: '* with credentials is refused by browsers',
        events: [
          {},
          at('one.example'),
          api('https://one.example', '*'),
          at('two.example'),
          api('https://two.example', '*'),
        ],
      },
      {
        name: 'another origin than the one that asked',
        events: [
          {},
          at('one.example'),
          api('https://one.example', 'https://shop.example'),
          at('two.example'),
          api('https://two.example', 'https://partner.example'),
        ],
      },
    ],
  },
  *check(subject) {
    const hosts = [...sharedWithOthers(subject.recording).values()].filter(
      ({ site }) => site === subject.site,
    );
    const ofNull = hosts.find((host) => host.withNull !== null);
    if (ofNull?.withNull) {
      const { withNull: request } = ofNull;
      yield {
        message: `${named(request.host)} lets every sandboxed frame read its answers with your cookies.`,
        url: request.url,
        secret: true,
        confidence: request.sent.length > 0 ? 'certain' : 'firm',
        evidence: [
          `${subject.show.request(request)} → ${request.status}, Access-Control-Allow-Origin: null, Access-Control-Allow-Credentials: true`,
          ...more(hosts.filter((host) => host.withNull !== null).length),
        ],
      };
    }
    const reflecting = hosts.filter(({ withSites }) => withSites.size > 1);
    const [first] = reflecting;
    if (first !== undefined) yield { ...reflected(subject, first), secret: true };
  },
});

function reflected({ show }: Subject, host: SharedWith): Flaw {
  const origins = [...host.withSites.values()].slice(0, 3);
  return {
    message: `${named(host.request.host)} lets sites that have nothing to do with each other read its answers with your cookies.`,
    url: host.request.url,
    // Two may both be partners.
    confidence: host.withSites.size > 2 ? 'firm' : 'tentative',
    evidence: origins.map(
      ({ request, origin }) =>
        `${show.request(request)} → ${request.status}, Access-Control-Allow-Origin: ${show.url(origin)}, Access-Control-Allow-Credentials: true`,
    ),
  };
}

function more(hosts: number): readonly string[] {
  return hosts > 1 ? [`and ${hosts - 1} more host${hosts === 2 ? '' : 's'}`] : [];
}
