/** What would become of a Set-Cookie line, and where the cookie would then go. Nothing is stored anywhere. */
import { isIpAddress } from '../site/ip-address.ts';
import { siteOfHost, urlParts } from '../site/site.ts';
import { parseSetCookie } from './parse-set-cookie.ts';
import { judgeSend } from './send.ts';
import { judgeSet } from './store.ts';
import type {
  Browser,
  CookieBlockedReason,
  ParseResult,
  ReadContext,
  SameSiteContext,
  SetResult,
} from './types.ts';

export interface WhatIfOptions {
  /** The response's URL. */
  readonly url: string;
  /** The page it is in; absent: the URL's own. */
  readonly topLevelSite?: string;
  readonly browser?: Browser;
  readonly now: number;
}

/** A kind of request that may or may not carry the cookie. */
export type Occasion =
  | 'same-site'
  | 'subdomain'
  | 'parent-domain'
  | 'other-path'
  | 'plain-http'
  | 'cross-site-link'
  | 'cross-site-post'
  | 'cross-site-embedded'
  | 'script';

export interface Sending {
  readonly occasion: Occasion;
  readonly url: string;
  /** Empty: it goes. */
  readonly reasons: readonly CookieBlockedReason[];
}

export interface WhatIf {
  readonly parsed: ParseResult;
  readonly result: SetResult;
  /** Empty where nothing would be stored. */
  readonly sendings: readonly Sending[];
}

/** Never throws: what cannot be read is a reason in `result`. */
export function whatIf(line: string, options: WhatIfOptions): WhatIf {
  const { url, topLevelSite, browser = 'chromium', now } = options;
  const parsed = parseSetCookie(line, { browser });
  const top = topLevelSite ?? url;
  const context = isCrossSite(url, top) ? 'cross-site' : 'same-site-strict';
  const result = judgeSet(line, { url, now, sameSiteContext: context, topLevelSite: top }, [], browser);
  if (!result.stored || result.expired) return { parsed, result, sendings: [] };
  const { cookie } = result;
  // Old enough that the two minutes of Lax-allow-unsafe are over.
  const settled = { ...cookie, creation: now - 3_600_000 };
  const sendings = occasions(url, top, context, cookie.path).map(({ occasion, ...read }) => ({
    occasion,
    url: read.url,
    reasons: judgeSend(settled, { now, ...read }, browser),
  }));
  return { parsed, result, sendings };
}

type Asked = Omit<ReadContext, 'now'> & { readonly occasion: Occasion };

function occasions(url: string, top: string, here: SameSiteContext, cookiePath: string): Asked[] {
  const to = urlParts(url);
  if (to === null) return [];
  const { protocol, port, pathname } = new URL(url);
  const at = (host: string, path = pathname, scheme = protocol) =>
    `${scheme}//${host}${port === '' || scheme !== protocol ? '' : `:${port}`}${path}`;
  const site = siteOfHost(to.host);
  const asked: Asked[] = [{ occasion: 'same-site', url, sameSiteContext: here, topLevelSite: top }];
  const own = { sameSiteContext: 'same-site-strict', topLevelSite: url } as const;
  if (!isIpAddress(to.host)) asked.push({ occasion: 'subdomain', url: at(`sub.${to.host}`), ...own });
  if (site !== to.host) asked.push({ occasion: 'parent-domain', url: at(site), ...own });
  const other = cookiePath === '/' ? '/other/place' : '/';
  asked.push({ occasion: 'other-path', url: at(to.host, other), ...own });
  if (protocol === 'https:')
    asked.push({ occasion: 'plain-http', url: at(to.host, pathname, 'http:'), ...own });
  asked.push(
    { occasion: 'cross-site-link', url, sameSiteContext: 'same-site-lax', topLevelSite: url },
    {
      occasion: 'cross-site-post',
      url,
      sameSiteContext: 'same-site-lax-method-unsafe',
      method: 'POST',
      topLevelSite: url,
    },
    {
      occasion: 'cross-site-embedded',
      url,
      sameSiteContext: 'cross-site',
      topLevelSite: 'https://elsewhere.example',
    },
    { occasion: 'script', url, api: 'script', sameSiteContext: here, topLevelSite: top },
  );
  return asked;
}

function isCrossSite(url: string, top: string): boolean {
  const a = urlParts(url);
  const b = urlParts(top);
  return a !== null && b !== null && siteOfHost(a.host) !== siteOfHost(b.host);
}
