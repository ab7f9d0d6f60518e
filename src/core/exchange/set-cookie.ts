/** `Set-Cookie:` lines of a response, or what stands behind their colons; read as the browser reads them for that URL. */
import { cookieDomain } from '../cookie/cookie-domain.ts';
import { defaultPath } from '../cookie/default-path.ts';
import { nameOfLine, parseSetCookie } from '../cookie/parse-set-cookie.ts';
import { formatSetCookie } from '../cookie/serialise.ts';
import type { SetCookie } from '../cookie/types.ts';
import { writtenValue } from '../cookie/written-attribute.ts';
import type { BrowserCookie } from '../recording/fact.ts';
import { schemefulSite, urlParts } from '../site/site.ts';
import { linesOf } from './lines.ts';
import { leftOut, lossesOf } from './losses.ts';
import { badRow, type Place, type ReadPart, rowOf, type WrittenPart } from './rows.ts';
import {
  type CookieFieldName,
  LONGEST_LINE,
  type Lost,
  MOST_ROWS,
  type ReadRow,
  type WriteOptions,
} from './types.ts';

/** `<` in front: as `curl -v` shows it. */
const HEADER = /^[\s<]{0,20}set-cookie:/i;

export function isSetCookieLine(line: string): boolean {
  return HEADER.test(line);
}

/** Where lines begin with `Set-Cookie:`, others are other headers and are passed over. */
export function readSetCookie(text: string, place: Place): ReadPart {
  if (place.url === null || urlParts(place.url) === null) return { rows: [], needsUrl: true };
  const named: ReadRow[] = [];
  const bare: ReadRow[] = [];
  for (const { number, text: line } of linesOf(text)) {
    if (line.trim() === '') continue;
    const prefix = HEADER.exec(line)?.[0];
    const rows = prefix === undefined ? bare : named;
    if (named.length > MOST_ROWS) break;
    if (rows.length <= MOST_ROWS) rows.push(readLine(line.slice(prefix?.length ?? 0), String(number), place));
  }
  return { rows: named.length > 0 ? named : bare };
}

function readLine(line: string, where: string, { url, now }: Place): ReadRow {
  const parts = urlParts(url ?? '');
  if (line.length > LONGEST_LINE) return badRow(where, 'bad-line');
  const parsed = parseSetCookie(line);
  if (!parsed.ok || parts === null)
    return badRow(where, 'bad-line', nameOfLine(line, 'chromium').slice(0, 200));
  const { cookie } = parsed;
  const domain = cookieDomain(parts.host, writtenValue(cookie.attributes, 'domain', 'chromium'), 'chromium');
  if (domain === undefined) return badRow(where, 'other-domain', cookie.name);
  const isPathSaid = cookie.path?.startsWith('/') === true;
  const assumed: CookieFieldName[] = [
    ...(isPathSaid ? [] : (['path'] as const)),
    ...(cookie.partitioned ? (['partitionKey', 'hasCrossSiteAncestor'] as const) : []),
  ];
  return rowOf(
    where,
    {
      name: cookie.name,
      value: cookie.value,
      ...domain,
      path: isPathSaid ? (cookie.path ?? '/') : defaultPath(parts.path),
      secure: cookie.secure,
      httpOnly: cookie.httpOnly,
      sameSite: cookie.sameSite,
      expires: expiryOf(cookie, now),
      // On its own page, which is the one known.
      ...(cookie.partitioned
        ? { partitionKey: parts.schemefulSite, hasCrossSiteAncestor: false }
        : { partitionKey: null }),
    },
    now,
    assumed,
  );
}

/** Max-Age goes before Expires (RFC 6265bis section 5.7); how far ahead it may be is the browser's to say. */
function expiryOf({ maxAge, expires }: SetCookie, now: number): number | null {
  if (maxAge === undefined) return expires ?? null;
  return maxAge <= 0 ? Math.min(0, now) : Math.min(now + maxAge * 1000, 8.64e15);
}

export function writeSetCookie(cookies: readonly BrowserCookie[], { url }: WriteOptions): WrittenPart {
  let text = '';
  const lost: Lost[] = [];
  for (const [index, cookie] of cookies.entries()) {
    const line = setCookieLine(cookie);
    if (line === null) {
      lost.push(...leftOut(cookie, index));
      continue;
    }
    text += `Set-Cookie: ${line}\n`;
    lost.push(...lineLosses(cookie, index, line, url));
  }
  return { text, lost };
}

/** The line that sets the cookie; null where a browser would read another one, or none. */
export function setCookieLine(cookie: BrowserCookie): string | null {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expires, partitionKey } = cookie;
  const line = formatSetCookie({
    name,
    value,
    ...(hostOnly ? {} : { domain }),
    path,
    ...(expires === null ? {} : { expires }),
    secure,
    httpOnly,
    sameSite,
    partitioned: partitionKey !== null,
  });
  const parsed = parseSetCookie(line);
  if (!parsed.ok) return null;
  const back = parsed.cookie;
  const isSame = back.name === name && back.value === value && back.path === path;
  return isSame && (hostOnly || back.domain === domain) ? line : null;
}

/** A line does not say which host sent it: a cookie that the URL's host cannot have set comes back as another's. */
function lineLosses(cookie: BrowserCookie, index: number, line: string, url: string | null): readonly Lost[] {
  const now = Number.NEGATIVE_INFINITY;
  const there = url === null ? null : readLine(line, '', { url, now }).cookie;
  const isThere = there !== null && there.domain === cookie.domain && there.hostOnly === cookie.hostOnly;
  const own = `${cookie.partitionKey?.startsWith('http:') ? 'http' : 'https'}://${cookie.domain}/`;
  const back = isThere ? there : readLine(line, '', { url: own, now }).cookie;
  const site = url === null ? null : schemefulSite(url);
  return [
    ...(isThere ? [] : [{ cookie: index, field: 'domain', why: 'no-place' } as const]),
    ...(back === null ? [] : lossesOf(cookie, index, back)).filter(
      ({ field }) => field !== 'domain' && field !== 'hostOnly' && (field !== 'partitionKey' || isThere),
    ),
    ...(!isThere && cookie.partitionKey !== null && cookie.partitionKey !== site
      ? [{ cookie: index, field: 'partitionKey', why: 'no-place' } as const]
      : []),
  ];
}
