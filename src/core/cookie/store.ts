import { type UrlParts, urlParts } from '../site/site.ts';
import { adjustmentsOf } from './adjustments.ts';
import { type CookieDomain, cookieDomain } from './cookie-domain.ts';
import { defaultPath } from './default-path.ts';
import { lifetime } from './lifetime.ts';
import { maxAttributeOctets } from './limits.ts';
import { utf8Length } from './octets.ts';
import { overwriteVerdict } from './overwrite.ts';
import { parseSetCookie } from './parse-set-cookie.ts';
import { partitionOf } from './partition.ts';
import { keepsPrefix } from './prefix.ts';
import { inBrowserOrder } from './reason-order.ts';
import { sameSiteSetReason } from './same-site-verdict.ts';
import type {
  Browser,
  SetContext,
  SetCookie,
  SetCookieBlockedReason,
  SetResult,
  StoredCookie,
} from './types.ts';
import { writtenValue } from './written-attribute.ts';

const refused = (...reasons: readonly SetCookieBlockedReason[]): SetResult => ({ stored: false, reasons });

/**
 * What the browser does with one Set-Cookie line, given the stored cookies of the same name (others are no matter; more
 * do no harm). Decides only: the caller stores. Never throws. Source: RFC 6265bis section 5.7; Chromium
 * CanonicalCookie::Create and CookieMonster::SetCanonicalCookie; Firefox CookieParser, CookieValidation, CookieStorage.
 */
export function judgeSet(
  line: string,
  context: SetContext,
  sameName: Iterable<StoredCookie>,
  browser: Browser = 'chromium',
): SetResult {
  const from = urlParts(context.url);
  if (from === null) return refused('SchemeNotSupported');
  const parsed = parseSetCookie(line, { browser });
  return parsed.ok ? judgeParsed(parsed.cookie, from, context, sameName, browser) : refused(parsed.reason);
}

function judgeParsed(
  parsed: SetCookie,
  from: UrlParts,
  context: SetContext,
  sameName: Iterable<StoredCookie>,
  browser: Browser,
): SetResult {
  const writtenDomain =
    parsed.domain === undefined ? undefined : writtenValue(parsed.attributes, 'domain', browser);
  const domain = cookieDomain(from.host, writtenDomain, browser);
  const path = parsed.path?.startsWith('/') ? parsed.path : defaultPath(from.path);
  const reasons = formReasons(parsed, from, domain, path, browser);
  // Chromium makes no cookie of a line that fails here, so what else is wrong with it is never asked.
  if (domain === undefined || (browser === 'chromium' && reasons.length > 0)) {
    const found =
      domain === undefined && browser !== 'chromium' ? [...reasons, ...secureReasons(parsed, from)] : reasons;
    return refused(...inBrowserOrder(found, browser));
  }
  const life = lifetime(parsed, context.now);
  const fresh: StoredCookie = {
    name: parsed.name,
    value: parsed.value,
    domain: domain.domain,
    hostOnly: domain.hostOnly,
    path,
    secure: parsed.secure,
    httpOnly: parsed.httpOnly,
    sameSite: parsed.sameSite,
    partitionKey: parsed.partitioned ? partitionOf(context, from) : null,
    creation: context.now,
    lastAccess: context.now,
    expires: life.expires,
    size: utf8Length(parsed.name) + utf8Length(parsed.value),
  };
  const isScript = context.api === 'script';
  const overwrite = overwriteVerdict(fresh, sameName, {
    trustworthy: from.trustworthy,
    isScript,
    now: context.now,
  });
  const sameSite = sameSiteSetReason(parsed.sameSite, context, browser);
  const all = [
    ...reasons,
    ...secureReasons(parsed, from),
    ...(sameSite === undefined ? [] : [sameSite]),
    ...(isScript && parsed.httpOnly ? (['HttpOnlyFromScript'] as const) : []),
    ...overwrite.reasons,
  ];
  if (all.length > 0) return refused(...inBrowserOrder(all, browser));
  const { replaced } = overwrite;
  const inherits = replaced !== undefined && inheritsCreation(fresh, replaced, browser);
  return {
    stored: true,
    cookie: inherits ? { ...fresh, creation: replaced.creation } : fresh,
    ...(replaced === undefined ? undefined : { replaced }),
    ...(life.expires !== null && life.expires <= context.now ? { expired: true as const } : undefined),
    adjustments: adjustmentsOf(parsed, fresh, life, browser),
  };
}

/** What is wrong with the line itself, on this URL. */
function formReasons(
  parsed: SetCookie,
  from: UrlParts,
  domain: CookieDomain | undefined,
  path: string,
  browser: Browser,
): readonly SetCookieBlockedReason[] {
  const reasons: SetCookieBlockedReason[] = [];
  if (domain === undefined) reasons.push('InvalidDomain');
  const facts = {
    trustworthy: from.trustworthy,
    hostOnly: domain?.hostOnly ?? false,
    hasDomain: parsed.domain !== undefined && parsed.domain !== '',
    path,
  };
  if (!keepsPrefix(parsed, facts, browser)) reasons.push('InvalidPrefix');
  // Sent back bare, `=a=b` would look like a cookie named `a`. Chromium refuses it and names no reason.
  if (browser === 'chromium' && parsed.name === '' && parsed.value.includes('=')) reasons.push('SyntaxError');
  const isPartitionable = parsed.secure && (from.trustworthy || browser !== 'chromium');
  if (parsed.partitioned && !isPartitionable) reasons.push('PartitionedInsecure');
  if (browser === 'firefox' && utf8Length(path) > maxAttributeOctets) reasons.push('PathTooLong');
  return reasons;
}

function secureReasons(parsed: SetCookie, from: UrlParts): readonly SetCookieBlockedReason[] {
  if (parsed.secure) return from.trustworthy ? [] : ['SecureOnly'];
  return parsed.sameSite === 'none' ? ['SameSiteNoneInsecure'] : [];
}

/**
 * True where an overwritten cookie hands its creation time on (RFC 6265bis section 5.7); in Chromium only to the same
 * value (CookieMonster::MaybeDeleteEquivalentCookieAndUpdateStatus).
 */
export function inheritsCreation(cookie: StoredCookie, replaced: StoredCookie, browser: Browser): boolean {
  return browser !== 'chromium' || replaced.value === cookie.value;
}
