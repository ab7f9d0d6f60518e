import { pagesOf, signedInPages } from '../audit/pages.ts';
import { isPolicyCut, policiesOf } from '../audit/policies.ts';
import { openWays, type Way } from '../audit/script-ways.ts';
import { seenOn } from '../audit/seen-on.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { defineRule } from './define-rule.ts';
import { ownPage, page, SIGN_IN } from './examples/pages.ts';

const csp = (policy: string) => ({ 'content-security-policy': policy });
const signedIn = (policy: string) => [SIGN_IN, ownPage('/account', csp(policy))];
const NONCE = "'nonce-4AEemGb0xJptoIGFP3Nd'";

export default defineRule({
  id: 'weak-csp',
  title: 'Content Security Policy that lets injected script run',
  why: 'The policy looks like a lock, but the usual injection passes it: inline script, a script from any host, or a `base` element that turns the page’s own scripts to another host. The login is as open as without one.',
  fix: "Take out `'unsafe-inline'`, `*`, `https:` and `data:` for scripts: `script-src 'nonce-…' 'strict-dynamic'; base-uri 'none'; object-src 'none'`, a new nonce in each response.",
  severity: { secret: 'low', rest: 'low' },
  confidence: 'certain',
  cwe: [693],
  references: [
    'https://csp-evaluator.withgoogle.com/',
    'https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html',
    'https://www.w3.org/TR/CSP3/#strict-csp',
  ],
  examples: {
    flagged: [
      { name: 'inline script', events: signedIn("script-src 'self' 'unsafe-inline'") },
      { name: 'scripts from anywhere', events: signedIn("default-src * data:; object-src 'none'") },
      { name: 'a whole scheme', events: signedIn("default-src 'self'; script-src https:") },
      { name: 'nothing about scripts', events: signedIn("frame-ancestors 'self'; img-src *") },
      { name: 'a nonce, but base may be changed', events: signedIn(`script-src ${NONCE}`) },
      {
        name: 'two policies that both allow it',
        events: signedIn("script-src 'unsafe-inline', default-src 'self' 'unsafe-inline'"),
      },
    ],
    clean: [
      { name: 'the site alone', events: signedIn("default-src 'self'; object-src 'none'") },
      {
        name: 'a strict policy with what older browsers need',
        events: signedIn(`script-src ${NONCE} 'strict-dynamic' 'unsafe-inline' https:; base-uri 'none'`),
      },
      {
        name: 'a hash makes browsers ignore unsafe-inline',
        events: signedIn("script-src 'unsafe-inline' 'sha256-V2kaaafImTjn8RQTWZmF4IfGfQ7Qsqsw9GWaFjzFNPg='"),
      },
      {
        name: 'inline styles are no scripts',
        events: signedIn("default-src 'self'; style-src 'unsafe-inline'; img-src *"),
      },
      {
        name: 'a second policy that allows it not',
        events: signedIn("script-src 'unsafe-inline', default-src 'self'"),
      },
      { name: 'none at all is another rule’s', events: [SIGN_IN, ownPage('/account')] },
      { name: 'an error page’s', events: [{ ...page('/x', csp('script-src *')), status: 404 }] },
      {
        name: 'a picture’s',
        events: [
          {},
          { ...page('/a.svg', { 'content-type': 'image/svg+xml', ...csp('script-src *') }), type: 'image' },
        ],
      },
    ],
  },
  *check(subject) {
    const judge = judgeOf();
    const own = new Set(subject.shared(signedInPages).map(({ request }) => request));
    const weak: RequestEntry[] = [];
    for (const request of subject.shared(pagesOf)) if (judge(request) !== null) weak.push(request);
    const ofOwn = weak.filter((request) => own.has(request));
    const requests = ofOwn.length > 0 ? ofOwn : weak;
    const [first] = requests;
    const ways = first === undefined ? null : judge(first);
    if (ways === null) return;
    yield {
      message: `The Content-Security-Policy lets injected script run: ${WORDS[ways[0]?.way ?? 'none']}.`,
      // Where nobody is logged in there is less to take.
      ...(ofOwn.length > 0 ? {} : { severity: 'info' as const }),
      ...seenOn(subject, requests, () => shownWays(ways)),
    };
  },
});

const WORDS: Readonly<Record<Way['way'] | 'none', string>> = {
  inline: 'inline script is allowed',
  anywhere: 'scripts of any host are allowed',
  data: 'scripts in `data:` addresses are allowed',
  base: 'a `base` element can send its scripts elsewhere',
  none: 'it says nothing about scripts',
};

function shownWays(ways: readonly Way[]): string {
  const shown = ways.length === 0 ? 'no script-src, no default-src' : ways.map((way) => way.shown).join('; ');
  return `Content-Security-Policy: ${shown}`;
}

/** Ways through a response's policies, none named where they do not limit scripts; null: it has none, or they hold. */
function judgeOf(): (request: RequestEntry) => readonly Way[] | null {
  const judged = new Map<string, readonly Way[] | null>();
  return (request) => {
    const policies = policiesOf(request);
    if (policies.length === 0 || isPolicyCut(request)) return null;
    // A nonce is new in each response; what is judged is that there is one.
    const text = policies.join().replaceAll(/'nonce-[\w+/=-]{8,}'/g, "'nonce-00000000'");
    let ways = judged.get(text);
    if (ways === undefined) {
      if (judged.size >= MOST_POLICIES) return null;
      const open = openWays(text.split(','));
      ways = open === null ? [] : open.length === 0 ? null : open;
      judged.set(text, ways);
    }
    return ways;
  };
}

/** A bound for sites that nobody's browsing finds. */
const MOST_POLICIES = 100;
