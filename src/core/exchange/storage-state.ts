/**
 * Playwright's `storageState` and what `context.cookies()` gives. A domain without leading dot is the host's alone; `expires` is
 * in seconds, -1 until the session ends; the partition is its site, with a field of its own for Chromium's ancestor bit.
 * Source: playwright.dev, BrowserContext.storageState and addCookies.
 */
import type { BrowserCookie } from '../recording/fact.ts';
import { isRecord } from '../value/json-text.ts';
import { ancestorIn, fromSeconds, readCookieObject, toSeconds } from './cookie-object.ts';
import { jsonText, objectsOf, readList } from './json-list.ts';
import { listIn } from './json-shape.ts';
import type { Place, ReadPart, WrittenPart } from './rows.ts';
import { capitalWord } from './same-site-word.ts';
import type { ReadRow } from './types.ts';

const FIELDS = [
  'name',
  'value',
  'domain',
  'path',
  'expires',
  // Selenium's word for it, whose lists are the same otherwise.
  'expiry',
  'httpOnly',
  'secure',
  'sameSite',
  'partitionKey',
  '_crHasCrossSiteAncestor',
];

/** The items of `localStorage` and the databases in `origins` are no cookies: they are counted. */
export function readStorageState(data: unknown, place: Place): ReadPart {
  const { list, path } = listIn(data);
  const part = readList(list, path, place, { fields: FIELDS, read });
  const origins = isRecord(data) && Array.isArray(data.origins) ? data.origins.length : 0;
  return origins === 0
    ? part
    : { ...part, leftOut: [{ what: 'origins', count: origins }, ...(part.leftOut ?? [])] };
}

export function writeStorageState(cookies: readonly BrowserCookie[]): WrittenPart {
  const { objects, lost } = objectsOf(cookies, playwrightCookie, read);
  return jsonText({ cookies: objects, origins: [] }, lost);
}

/** As `addCookies` takes it. SameSite is left out where none is set: Playwright knows three words for it. */
export function playwrightCookie(cookie: BrowserCookie): Readonly<Record<string, unknown>> {
  const { name, value, domain, hostOnly, path, httpOnly, secure, expires, partitionKey } = cookie;
  const sameSite = capitalWord(cookie.sameSite);
  return {
    name,
    value,
    domain: hostOnly ? domain : `.${domain}`,
    path,
    expires: expires === null ? -1 : toSeconds(expires),
    httpOnly,
    secure,
    ...(sameSite === undefined ? {} : { sameSite }),
    // Playwright takes it for true where it is not said.
    ...(partitionKey === null
      ? {}
      : { partitionKey, _crHasCrossSiteAncestor: cookie.hasCrossSiteAncestor ?? false }),
  };
}

function read(data: Readonly<Record<string, unknown>>, where: string, place: Place): ReadRow {
  const { name, value, domain, path, secure, httpOnly, sameSite, expires, partitionKey, url } = data;
  const ancestor = data._crHasCrossSiteAncestor ?? undefined;
  return readCookieObject(
    {
      name,
      value,
      domain,
      path,
      secure,
      httpOnly,
      sameSite,
      expires: fromSeconds(expires === undefined ? data.expiry : expires),
      partitionKey,
      hasCrossSiteAncestor: ancestor ?? ancestorIn(partitionKey),
    },
    where,
    typeof url === 'string' ? { ...place, url } : place,
  );
}
