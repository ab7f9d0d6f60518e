/** Crumbtrail's own file: every attribute of a cookie as the browser's store has it. */
import type { BrowserCookie } from '../recording/fact.ts';
import { isRecord } from '../value/json-text.ts';
import { readCookieObject } from './cookie-object.ts';
import { jsonText, objectsOf, readList } from './json-list.ts';
import type { Place, ReadPart, WrittenPart } from './rows.ts';
import { COOKIE_FIELDS, type ReadRow, type WriteOptions } from './types.ts';

const NAME = 'crumbtrail-cookies';
const VERSION = 1;

const FIELDS = [...COOKIE_FIELDS, 'assumed'] as const;

export function isOurs(data: unknown): boolean {
  return isRecord(data) && data.format === NAME && Array.isArray(data.cookies);
}

export function readOurs(data: unknown, place: Place): ReadPart {
  if (!isRecord(data) || !Array.isArray(data.cookies)) return { rows: [] };
  const part = readList(data.cookies, 'cookies', place, { fields: FIELDS, read });
  return typeof data.version === 'number' && data.version > VERSION ? { ...part, newerVersion: true } : part;
}

/** Times are epoch milliseconds, as everywhere in here. */
export function writeOurs(cookies: readonly BrowserCookie[], { now }: WriteOptions): WrittenPart {
  const { objects, lost } = objectsOf(cookies, write, read);
  return jsonText({ format: NAME, version: VERSION, writtenAt: now, cookies: objects }, lost);
}

function write(cookie: BrowserCookie): Readonly<Record<string, unknown>> {
  return Object.fromEntries(FIELDS.flatMap((field) => (field in cookie ? [[field, cookie[field]]] : [])));
}

function read(data: Readonly<Record<string, unknown>>, where: string, place: Place): ReadRow {
  const { name, value, domain, hostOnly, path, secure, httpOnly } = data;
  const { sameSite, expires, partitionKey, hasCrossSiteAncestor, firstPartyDomain } = data;
  const row = readCookieObject(
    {
      name,
      value,
      domain,
      hostOnly,
      path,
      secure,
      httpOnly,
      sameSite,
      expires,
      partitionKey,
      hasCrossSiteAncestor,
      firstPartyDomain,
    },
    where,
    place,
  );
  if (data.assumed !== true || row.cookie === null) return row;
  // Known from a Cookie header alone, before it was written here.
  const assumed = COOKIE_FIELDS.filter((field) => field !== 'name' && field !== 'value');
  return { ...row, assumed };
}
