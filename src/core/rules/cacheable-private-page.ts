import { cacheControlOf, shownCacheControl } from '../audit/cache-control.ts';
import { signedInPages } from '../audit/pages.ts';
import { seenOn, surestFirst } from '../audit/seen-on.ts';
import { defineRule } from './define-rule.ts';
import { ownPage, page, SIGN_IN } from './examples/pages.ts';

const cache = (value: string) => ({ 'cache-control': value });

export default defineRule({
  id: 'cacheable-private-page',
  title: 'Signed-in page that caches may keep',
  why: 'After the logout the page is still in the browser’s cache, for whoever sits down next and presses Back. A shared cache that keeps it gives it to others.',
  fix: 'Send `Cache-Control: no-store` with every page that shows something of the account.',
  severity: { secret: 'low', rest: 'low' },
  confidence: 'firm',
  cwe: [525],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/04-Authentication_Testing/06-Testing_for_Browser_Cache_Weaknesses',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x23-V14-Data-Protection.md',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cache-Control',
  ],
  examples: {
    flagged: [
      { name: 'nothing said', events: [SIGN_IN, ownPage('/account')] },
      { name: 'public', events: [SIGN_IN, ownPage('/account', cache('public, max-age=600'))] },
      { name: 'the browser keeps what is private', events: [SIGN_IN, ownPage('/account', cache('private'))] },
    ],
    clean: [
      { name: 'no-store', events: [SIGN_IN, ownPage('/account', cache('private, no-store'))] },
      {
        name: 'a visitor’s session shows nothing private',
        events: [
          { ...SIGN_IN, url: 'https://shop.example/', method: 'GET', fields: [] },
          ownPage('/products'),
        ],
      },
      { name: 'nobody is signed in', events: [page('/')] },
      { name: 'a redirect', events: [SIGN_IN, { ...ownPage('/account'), status: 302 }] },
      {
        name: 'styles',
        events: [SIGN_IN, { ...ownPage('/a.css', { 'content-type': 'text/css' }), type: 'stylesheet' }],
      },
    ],
  },
  *check(subject) {
    const open = subject.shared(signedInPages).flatMap(({ request, confidence }) => {
      const directives = cacheControlOf(request);
      // A session cookie alone may stand for a visit, and the page be everybody's.
      if (confidence === 'tentative' || directives.has('no-store')) return [];
      return [{ request, confidence, isOwn: directives.has('private') || directives.has('no-cache') }];
    });
    const shared = open.filter(({ isOwn }) => !isOwn);
    const pages = surestFirst(shared.length > 0 ? shared : open);
    if (pages === null) return;
    const isOwn = shared.length === 0;
    yield {
      message: isOwn
        ? 'The browser may keep signed-in pages after the logout. Add `no-store`.'
        : 'Caches may keep signed-in pages. Add `Cache-Control: no-store`.',
      ...(isOwn ? { severity: 'info' as const } : {}),
      confidence: pages.confidence,
      ...seenOn(subject, pages.requests, (request) => shownCacheControl(cacheControlOf(request))),
    };
  },
});
