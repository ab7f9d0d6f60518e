/** Sentences for the engine's reasons and adjustments. The protocol's names stay beside them, to look up. */
import type {
  Adjustment,
  CookieBlockedReason,
  ParseResult,
  SetCookieBlockedReason,
} from '../core/cookie/types.ts';
import type { BrowserCookie } from '../core/recording/fact.ts';
import { hostOf } from '../core/recording/url.ts';
import { isPublicSuffix } from '../core/site/site.ts';
import { type MessageKey, t } from '../platform/i18n.ts';

/** The line that was refused, so that the sentence can name what is in it. */
export interface RefusedLine {
  readonly parsed: ParseResult;
  readonly url: string;
}

/** Why a Set-Cookie was refused, and what to do about it, in a plain sentence. */
export function reasonText(reason: SetCookieBlockedReason, { parsed, url }: RefusedLine): string {
  if (parsed.ok && reason === 'InvalidDomain') return domainText(parsed.cookie.domain ?? '', hostOf(url));
  if (parsed.ok && reason === 'InvalidPrefix') return t(prefixKey(parsed.cookie.name));
  // Typed: a reason without a string does not compile.
  const key: MessageKey = `reason_${reason}`;
  return t(key);
}

function domainText(domain: string, host: string): string {
  if (/[^\0-\x7f]/.test(domain)) return t('reason_InvalidDomain_ascii', domain);
  return t(
    isPublicSuffix(domain) ? 'reason_InvalidDomain_suffix' : 'reason_InvalidDomain_foreign',
    domain,
    host,
  );
}

/** Longest first: `__Host-Http-` begins as `__Host-` does. */
const PREFIXES: readonly (readonly [string, MessageKey])[] = [
  ['__host-http-', 'reason_InvalidPrefix_hostHttp'],
  ['__host-', 'reason_InvalidPrefix_host'],
  ['__secure-', 'reason_InvalidPrefix_secure'],
  ['__http-', 'reason_InvalidPrefix_http'],
];

function prefixKey(name: string): MessageKey {
  const lower = name.toLowerCase();
  const known = PREFIXES.find(([prefix]) => lower.startsWith(prefix));
  return known?.[1] ?? 'reason_InvalidPrefix_nameless';
}

/** Why a cookie stayed at home, in a plain sentence. */
export function withheldText(
  reason: CookieBlockedReason,
  { path, domain }: Pick<BrowserCookie, 'path' | 'domain'>,
): string {
  const key: MessageKey = `withheld_${reason}`;
  return t(key, reason === 'NotOnPath' ? path : domain);
}

const ADJUSTMENTS = {
  'same-site-defaulted': 'adjusted_same_site',
  'lifetime-clamped': 'adjusted_lifetime',
  'domain-widened': 'adjusted_domain',
  'path-defaulted': 'adjusted_path',
  'expires-overridden-by-max-age': 'adjusted_expires',
  'attribute-ignored': 'adjusted_ignored',
  'duplicate-attribute': 'adjusted_duplicate',
} as const satisfies Readonly<Record<Adjustment['kind'], MessageKey>>;

/** What the browser made of an attribute, in a plain sentence. */
export function adjustmentText({ kind, attribute }: Adjustment): string {
  return t(ADJUSTMENTS[kind], attribute ?? '');
}
