/** A cookie of a JSON file, whatever tool wrote it: each format says where its fields are, what they hold is judged here. */
import { urlParts } from '../site/site.ts';
import { isRecord } from '../value/json-text.ts';
import { domainOf, partitionSite } from './domain-text.ts';
import { badRow, type Place, rowOf } from './rows.ts';
import { sameSiteOf } from './same-site-word.ts';
import type { CookieFieldName, ReadRow } from './types.ts';

export interface CookieObject {
  readonly name: unknown;
  readonly value: unknown;
  readonly domain: unknown;
  /** undefined: a domain with a leading dot stands for its subdomains too. */
  readonly hostOnly?: unknown;
  readonly path: unknown;
  readonly secure: unknown;
  readonly httpOnly: unknown;
  readonly sameSite: unknown;
  /** Epoch milliseconds; null: until the browser session ends. */
  readonly expires: unknown;
  readonly partitionKey: unknown;
  readonly hasCrossSiteAncestor: unknown;
  readonly firstPartyDomain?: unknown;
}

/** The latest time there is (ECMAScript, time values). */
const LATEST = 8.64e15;

export function readCookieObject(data: CookieObject, where: string, { url, now }: Place): ReadRow {
  const assumed: CookieFieldName[] = [];
  const { name, value, partitionKey, hasCrossSiteAncestor, firstPartyDomain } = data;
  if (typeof name !== 'string') return badRow(where, 'bad-name');
  const bad = (problem: NonNullable<ReadRow['problem']>) => badRow(where, problem, name);
  if (typeof value !== 'string') return bad('bad-value');

  let domain: string | null;
  let hostOnly: boolean;
  if (isAbsent(data.domain) || data.domain === '') {
    const host = url === null ? undefined : urlParts(url)?.host;
    if (host === undefined) return bad('no-domain');
    domain = host;
    hostOnly = true;
    assumed.push('domain', 'hostOnly');
  } else {
    if (typeof data.domain !== 'string') return bad('bad-domain');
    domain = domainOf(data.domain);
    if (domain === null) return bad('bad-domain');
    if (!isAbsent(data.hostOnly) && typeof data.hostOnly !== 'boolean') return bad('bad-flag');
    hostOnly = typeof data.hostOnly === 'boolean' ? data.hostOnly : !data.domain.trim().startsWith('.');
  }

  const path = isAbsent(data.path) || data.path === '' ? '/' : data.path;
  if (typeof path !== 'string' || !path.startsWith('/')) return bad('bad-path');
  if (path !== data.path) assumed.push('path');

  const flags = { secure: false, httpOnly: false };
  for (const field of ['secure', 'httpOnly'] as const) {
    const flag = data[field];
    if (isAbsent(flag)) assumed.push(field);
    else if (typeof flag !== 'boolean') return bad('bad-flag');
    else flags[field] = flag;
  }

  const sameSite = sameSiteOf(data.sameSite);
  if (sameSite === null) assumed.push('sameSite');
  const expires = data.expires ?? null;
  if (expires !== null && !isTime(expires)) return bad('bad-expires');
  if (data.expires === undefined) assumed.push('expires');

  const partition = partitionOf(partitionKey);
  if (partition === undefined) return bad('bad-partition');
  if (partition !== null && hasCrossSiteAncestor === undefined) assumed.push('hasCrossSiteAncestor');

  return rowOf(
    where,
    {
      name,
      value,
      domain,
      hostOnly,
      path,
      ...flags,
      sameSite: sameSite ?? 'unspecified',
      expires,
      partitionKey: partition,
      ...(typeof hasCrossSiteAncestor === 'boolean' ? { hasCrossSiteAncestor } : {}),
      ...(typeof firstPartyDomain === 'string' && firstPartyDomain !== '' ? { firstPartyDomain } : {}),
    },
    now,
    assumed,
  );
}

/**
 * Seconds since 1970 as milliseconds. null and -1: until the session ends, as the tools of Chromium's protocol write it. What is no
 * number stays, to be told.
 */
export function fromSeconds(seconds: unknown): unknown {
  if (typeof seconds !== 'number') return seconds;
  // Seconds with a fraction are not exact in binary; what is off by less than a microsecond was a whole millisecond.
  return seconds === -1 ? null : wholeIfNear(seconds * 1000);
}

export function toSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}

function wholeIfNear(milliseconds: number): number {
  const whole = Math.round(milliseconds);
  return Math.abs(milliseconds - whole) < 0.001 ? whole : milliseconds;
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LATEST;
}

/** Chromium's protocol and Puppeteer have an object, others the site itself. undefined: it is neither. */
function partitionOf(key: unknown): string | null | undefined {
  const site = isRecord(key) ? (key.topLevelSite ?? key.sourceOrigin) : key;
  if (isAbsent(site) || site === '') return null;
  return typeof site === 'string' ? (partitionSite(site) ?? undefined) : undefined;
}

/** In such an object only. */
export function ancestorIn(key: unknown): unknown {
  return isRecord(key) ? (key.hasCrossSiteAncestor ?? undefined) : undefined;
}
