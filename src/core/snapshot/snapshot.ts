/** The cookies that a recording had at one moment, kept to be compared with another moment's. */
import type { BrowserCookie } from '../recording/fact.ts';

export interface Snapshot {
  readonly id: string;
  /** The moment whose cookies these are, in epoch milliseconds. */
  readonly at: number;
  readonly why: SnapshotReason;
  /** A person's own words; '': none. */
  readonly label: string;
  /** Sites whose cookies were looked at: of others nothing can be said. */
  readonly sites: readonly string[];
  readonly cookies: readonly KeptCookie[];
}

/** Taken by a person; or as a login or logout began, or just after it was done. */
export type SnapshotReason = 'by-hand' | 'before-login' | 'login' | 'before-logout' | 'logout';

export interface KeptCookie {
  readonly cookie: BrowserCookie;
  /** When it was last written, in epoch milliseconds; null: before anybody looked. */
  readonly writtenAt: number | null;
}

/** No cookie of a browser is longer; what storage holds is not trusted more than a site is. */
const LONGEST_TEXT = 10_000;

/** What storage holds is from an earlier page of ours, or from an earlier version. */
export function isSnapshots(value: unknown): value is readonly Snapshot[] {
  return Array.isArray(value) && value.every(isSnapshot);
}

const REASONS: readonly unknown[] = [
  'by-hand',
  'before-login',
  'login',
  'before-logout',
  'logout',
] satisfies SnapshotReason[];

function isSnapshot(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { id, at, why, label, sites, cookies } = value;
  return (
    isText(id) &&
    isTime(at) &&
    REASONS.includes(why) &&
    isText(label) &&
    Array.isArray(sites) &&
    sites.every(isText) &&
    Array.isArray(cookies) &&
    cookies.every(isKept)
  );
}

function isKept(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { cookie, writtenAt } = value;
  return isCookie(cookie) && (writtenAt === null || isTime(writtenAt));
}

const SAME_SITES: readonly unknown[] = ['strict', 'lax', 'none', 'unspecified'];

function isCookie(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { expires, partitionKey, sameSite } = value;
  return (
    [value.name, value.value, value.domain, value.path].every(isText) &&
    [value.hostOnly, value.secure, value.httpOnly].every((flag) => typeof flag === 'boolean') &&
    SAME_SITES.includes(sameSite) &&
    (expires === null || isTime(expires)) &&
    (partitionKey === null || isText(partitionKey))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}
