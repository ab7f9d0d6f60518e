/** Cookies of which the text says name and value alone: of a Cookie header, wherever it stands. */
import { cookiePair, parseCookieHeader } from '../cookie/cookie-header.ts';
import type { Attribute } from '../cookie/types.ts';
import type { BrowserCookie } from '../recording/fact.ts';
import { urlParts } from '../site/site.ts';
import { leftOut } from './losses.ts';
import { goodRow, type ReadPart } from './rows.ts';
import { BESIDE_A_PAIR, type CookieFieldName, LONGEST_HEADER, type Lost, MOST_ROWS } from './types.ts';

/** The pairs of a Cookie header; of one that is longer than any server takes, those it begins with. */
export function pairsOf(header: string): readonly Attribute[] {
  return parseCookieHeader(header.slice(0, LONGEST_HEADER));
}

/**
 * What is not said is taken for what a script on that page would set without attributes, but for two that make it fit for
 * more: it holds on every path, and is Secure where the page is.
 */
export function rowsOfPairs(pairs: readonly Attribute[], url: string | null): ReadPart {
  const parts = url === null ? null : urlParts(url);
  if (parts === null) return { rows: [], needsUrl: true };
  const rest = {
    domain: parts.host,
    hostOnly: true,
    path: '/',
    secure: parts.secure,
    httpOnly: false,
    sameSite: 'unspecified',
    expires: null,
    partitionKey: null,
  } as const;
  return {
    rows: pairs
      .slice(0, MOST_ROWS + 1)
      .map(({ name, value }, index) => goodRow(`#${index + 1}`, { name, value, ...rest }, BESIDE_A_PAIR)),
  };
}

/** The cookies as a header's value, and which of them would be another, or several, when read again. */
export function pairsText(cookies: readonly BrowserCookie[]): {
  readonly text: string;
  readonly left: Lost[];
} {
  const pairs: string[] = [];
  const left: Lost[] = [];
  for (const [index, cookie] of cookies.entries()) {
    if (fitsHeader(cookie)) pairs.push(cookiePair(cookie));
    else left.push(...leftOut(cookie, index));
  }
  return { text: pairs.join('; '), left };
}

/** What a header line cannot hold in one piece: a semicolon, a line's end, white space around it, `=` in the name. */
export function fitsHeader(cookie: Pick<BrowserCookie, 'name' | 'value'>): boolean {
  const pair = cookiePair(cookie);
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(pair)) return false;
  const [back] = parseCookieHeader(pair);
  return back?.name === cookie.name && back.value === cookie.value;
}

/** Of each cookie that is in the text: all but name and value that is not what reading assumes. */
export function lostInPairs(
  cookies: readonly BrowserCookie[],
  url: string | null,
  left: readonly Lost[],
): Lost[] {
  const parts = url === null ? null : urlParts(url);
  const gone = new Set(left.map(({ cookie }) => cookie));
  return cookies.flatMap((cookie, index) => {
    if (gone.has(index)) return left.filter((one) => one.cookie === index);
    const isLost: Partial<Record<CookieFieldName, boolean>> = {
      domain: cookie.domain !== parts?.host,
      hostOnly: !cookie.hostOnly,
      path: cookie.path !== '/',
      secure: cookie.secure !== (parts?.secure ?? false),
      httpOnly: cookie.httpOnly,
      sameSite: cookie.sameSite !== 'unspecified',
      expires: cookie.expires !== null,
      partitionKey: cookie.partitionKey !== null,
      hasCrossSiteAncestor: cookie.hasCrossSiteAncestor === true,
      firstPartyDomain: (cookie.firstPartyDomain ?? '') !== '',
    };
    return (Object.keys(isLost) as CookieFieldName[])
      .filter((field) => isLost[field])
      .map((field): Lost => ({ cookie: index, field, why: 'no-place' }));
  });
}
