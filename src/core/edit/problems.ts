/** What is wrong with a cookie that a person wrote, before any browser is asked: by the rules a Set-Cookie line is held to. */
import { isDisallowed } from '../cookie/disallowed-character.ts';
import { maxAttributeOctets, maxLifetime, maxNameValueOctets } from '../cookie/limits.ts';
import { utf8Length } from '../cookie/octets.ts';
import { prefixOf } from '../cookie/prefix.ts';
import { trimmed } from '../cookie/trim.ts';
import type { Browser } from '../cookie/types.ts';
import type { BrowserCookie } from '../recording/fact.ts';
import { isIpAddress } from '../site/ip-address.ts';
import { registrableDomain, schemefulSite } from '../site/site.ts';

export type CookieField =
  | 'name'
  | 'value'
  | 'domain'
  | 'path'
  | 'expires'
  | 'secure'
  | 'httpOnly'
  | 'sameSite'
  | 'partitionKey';

/** In this order are they named in messages: `problem_` and the kind, with `_` for `-`. */
export const PROBLEM_KINDS = [
  'empty',
  'too-long',
  'control-character',
  'separator',
  'space-around',
  'equals-without-name',
  'prefix-secure',
  'prefix-http-only',
  'prefix-path',
  'prefix-host-only',
  'prefix-in-value',
  'domain-empty',
  'domain-form',
  'domain-suffix',
  'domain-address',
  'path-start',
  'path-too-long',
  'expires-form',
  'none-insecure',
  'partition-insecure',
  'partition-form',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface Problem {
  readonly field: CookieField;
  readonly kind: ProblemKind;
}

export interface ProblemOptions {
  readonly browser: Browser;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Why the browser would refuse the cookie, or store another one than asked for; empty: nothing is known against it. One of a
 * kind and field. Sources: RFC 6265bis sections 4.1.3 (prefixes), 5.6 and 5.7; the layered-cookies draft (partitions).
 */
export function problemsOf(cookie: BrowserCookie, { browser }: ProblemOptions): readonly Problem[] {
  return [
    ...pairProblems(cookie, browser),
    ...domainProblems(cookie),
    ...pathProblems(cookie.path, browser),
    ...attributeProblems(cookie),
    ...prefixProblems(cookie),
  ];
}

function pairProblems({ name, value }: BrowserCookie, browser: Browser): readonly Problem[] {
  const problems: Problem[] = [...textProblems('name', name, /[;=]/, browser)];
  problems.push(...textProblems('value', value, /;/, browser));
  if (name === '' && value === '') problems.push({ field: 'name', kind: 'empty' });
  if (name === '' && value.includes('=')) problems.push({ field: 'value', kind: 'equals-without-name' });
  const octets = utf8Length(name);
  if (octets > maxNameValueOctets) problems.push({ field: 'name', kind: 'too-long' });
  else if (octets + utf8Length(value) > maxNameValueOctets)
    problems.push({ field: 'value', kind: 'too-long' });
  return problems;
}

/** A line would end, or be read as something else, there. */
function textProblems(
  field: CookieField,
  text: string,
  separators: RegExp,
  browser: Browser,
): readonly Problem[] {
  const problems: Problem[] = [];
  const inner = trimmed(text, 0, text.length);
  if (inner !== text) problems.push({ field, kind: 'space-around' });
  if (isDisallowed(inner, browser)) problems.push({ field, kind: 'control-character' });
  if (separators.test(text)) problems.push({ field, kind: 'separator' });
  return problems;
}

function domainProblems({ domain, hostOnly }: BrowserCookie): readonly Problem[] {
  const problem = (kind: ProblemKind): readonly Problem[] => [{ field: 'domain', kind }];
  if (domain === '') return problem('domain-empty');
  if (hostOf(domain) !== domain || domain.startsWith('.')) return problem('domain-form');
  if (hostOnly) return [];
  // These can only name themselves: the browser would store another cookie than asked for.
  if (isIpAddress(domain)) return problem('domain-address');
  return registrableDomain(domain) === null ? problem('domain-suffix') : [];
}

/** As the URL standard writes it; null: it is no host. */
function hostOf(domain: string): string | null {
  if (/[/?#@\\\s]/.test(domain) || /:\d*$/.test(domain)) return null;
  try {
    return new URL(`https://${domain}/`).hostname;
  } catch {
    return null;
  }
}

function pathProblems(path: string, browser: Browser): readonly Problem[] {
  const problems: Problem[] = [...textProblems('path', path, /;/, browser)];
  if (!path.startsWith('/')) problems.push({ field: 'path', kind: 'path-start' });
  if (utf8Length(path) > maxAttributeOctets) problems.push({ field: 'path', kind: 'path-too-long' });
  return problems;
}

function attributeProblems({ sameSite, secure, expires, partitionKey }: BrowserCookie): readonly Problem[] {
  const problems: Problem[] = [];
  if (expires !== null && Number.isNaN(new Date(expires).getTime()))
    problems.push({ field: 'expires', kind: 'expires-form' });
  if (sameSite === 'none' && !secure) problems.push({ field: 'sameSite', kind: 'none-insecure' });
  if (partitionKey === null) return problems;
  if (schemefulSite(partitionKey) !== partitionKey)
    problems.push({ field: 'partitionKey', kind: 'partition-form' });
  if (!secure) problems.push({ field: 'partitionKey', kind: 'partition-insecure' });
  return problems;
}

function prefixProblems(cookie: BrowserCookie): readonly Problem[] {
  if (cookie.name === '')
    return prefixOf(cookie.value) === undefined ? [] : [{ field: 'value', kind: 'prefix-in-value' }];
  const prefix = prefixOf(cookie.name);
  if (prefix === undefined) return [];
  const problems: Problem[] = [];
  if (!cookie.secure) problems.push({ field: 'secure', kind: 'prefix-secure' });
  if (prefix.http && !cookie.httpOnly) problems.push({ field: 'httpOnly', kind: 'prefix-http-only' });
  if (prefix.host && cookie.path !== '/') problems.push({ field: 'path', kind: 'prefix-path' });
  if (prefix.host && !cookie.hostOnly) problems.push({ field: 'domain', kind: 'prefix-host-only' });
  return problems;
}

/** What the browser takes but not as it is written. */
export type NoticeKind = 'expired' | 'lifetime-clamped';

/** `expired`: it would be gone at once; `lifetime-clamped`: it is kept for 400 days (RFC 6265bis section 5.5). */
export function noticesOf({ expires }: BrowserCookie, { now }: ProblemOptions): readonly NoticeKind[] {
  if (expires === null) return [];
  if (expires <= now) return ['expired'];
  // A minute: what was 400 days when it was written is a little less when it is looked at.
  return expires > now + maxLifetime + 60_000 ? ['lifetime-clamped'] : [];
}
