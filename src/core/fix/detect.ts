/** Which frameworks a site shows: told from cookie names, headers and paths, never from a value. */
import type { Subject } from '../audit/subject.ts';
import type { Framework } from './framework.ts';

export interface SeenFramework {
  readonly framework: Framework;
  /** What told it, for a person: "cookie `connect.sid`". */
  readonly because: string;
}

const COOKIES: readonly (readonly [Framework, RegExp])[] = [
  ['express-session', /^(__Host-|__Secure-)?connect\.sid$/],
  ['koa', /^koa[.:]sess(\.sig)?$/],
  ['adonisjs', /^adonis-session$/],
  ['nextjs', /^(__Host-|__Secure-)?(next-auth|authjs)\./],
  ['laravel', /^(laravel[_-]session|laravel_token)$/],
  ['rails', /^_[a-z][a-z0-9_]*_session$/],
  ['php', /^PHPSESSID$/],
  ['spring', /^(JSESSIONID|SESSION)$/],
  ['aspnet-core', /^\.AspNetCore\./],
  ['cookie-session', /^(express:sess|session)\.sig$/],
];

/** Of a response: lower-case name, and what its value tells. */
const HEADERS: readonly (readonly [name: string, Framework, RegExp])[] = [
  ['x-powered-by', 'nextjs', /^next\.js/i],
  ['x-powered-by', 'express', /^express/i],
  ['x-powered-by', 'php', /^php/i],
  ['x-powered-by', 'aspnet-core', /^asp\.net/i],
  ['server', 'aspnet-core', /^kestrel|^microsoft-iis/i],
  ['server', 'flask', /^werkzeug/i],
  ['server', 'django', /^wsgiserver/i],
  ['server', 'rails', /^(puma|phusion passenger)/i],
  ['server', 'spring', /^apache-coyote/i],
  ['server', 'nginx', /^(nginx|openresty)/i],
];

const PATHS: readonly (readonly [Framework, RegExp])[] = [
  ['nextjs', /^\/_next\//],
  ['aspnet-core', /^\/_(blazor|framework)\//],
  ['rails', /^\/rails\/active_storage\//],
  ['php', /\.php$/],
  ['spring', /\.(do|action|jsp)$/],
];

/** Requests looked at: a site's framework shows in its first pages, or not at all. */
const LOOKED_AT = 300;

/** The surest first. Proxies come last: they mend least. */
export function seenFrameworks(subject: Pick<Subject, 'cookies' | 'requests'>): readonly SeenFramework[] {
  const seen = new Map<Framework, string>();
  const add = (framework: Framework, because: string) => {
    if (!seen.has(framework)) seen.set(framework, because);
  };
  const own = subject.cookies.filter(({ party }) => party === 'first').map(({ ref }) => ref.name);
  for (const [framework, pattern] of COOKIES) {
    const name = own.find((each) => each.length < 100 && pattern.test(each));
    if (name !== undefined) add(framework, `cookie \`${name}\``);
  }
  if (own.includes('csrftoken') && own.some((name) => /^(__Host-|__Secure-)?sessionid$/.test(name)))
    add('django', 'cookies `sessionid` and `csrftoken`');
  const requests = subject.requests.filter(({ party }) => party === 'first').slice(0, LOOKED_AT);
  for (const { responseHeaders, url } of requests) {
    for (const [name, framework, pattern] of HEADERS) {
      const header = responseHeaders.find((each) => each.name === name);
      if (header !== undefined && pattern.test(header.value)) add(framework, `header \`${name}\``);
    }
    if (!URL.canParse(url)) continue;
    const { pathname } = new URL(url);
    for (const [framework, pattern] of PATHS)
      if (pattern.test(pathname)) add(framework, 'the paths of its files');
  }
  const order = (framework: Framework) =>
    framework === 'nginx' ? 2 : framework === 'express' && seen.has('express-session') ? 1 : 0;
  return [...seen]
    .map(([framework, because]) => ({ framework, because }))
    .sort((a, b) => order(a.framework) - order(b.framework));
}
