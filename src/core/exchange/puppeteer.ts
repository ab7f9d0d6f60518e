/**
 * What Puppeteer's `page.cookies()` and `browser.cookies()` give and `setCookie` takes: cookies of the DevTools protocol. The
 * partition is an object, in older versions the site itself. Source: pptr.dev, Cookie and CookieData.
 */
import type { BrowserCookie } from '../recording/fact.ts';
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
  'httpOnly',
  'secure',
  'session',
  'sameSite',
  'partitionKey',
];

/** `priority`, `sameParty`, `sourceScheme` and the like are of no store's API: they are counted. */
export function readPuppeteer(data: unknown, place: Place): ReadPart {
  const { list, path } = listIn(data);
  return readList(list, path, place, { fields: FIELDS, read });
}

export function writePuppeteer(cookies: readonly BrowserCookie[]): WrittenPart {
  const { objects, lost } = objectsOf(cookies, write, read);
  return jsonText(objects, lost);
}

function write(cookie: BrowserCookie): Readonly<Record<string, unknown>> {
  const { name, value, domain, hostOnly, path, httpOnly, secure, expires, partitionKey } = cookie;
  const { hasCrossSiteAncestor } = cookie;
  const sameSite = capitalWord(cookie.sameSite);
  return {
    name,
    value,
    domain: hostOnly ? domain : `.${domain}`,
    path,
    expires: expires === null ? -1 : toSeconds(expires),
    httpOnly,
    secure,
    session: expires === null,
    ...(sameSite === undefined ? {} : { sameSite }),
    ...(partitionKey === null
      ? {}
      : {
          partitionKey: { sourceOrigin: partitionKey, hasCrossSiteAncestor: hasCrossSiteAncestor ?? false },
        }),
  };
}

function read(data: Readonly<Record<string, unknown>>, where: string, place: Place): ReadRow {
  const { name, value, domain, path, secure, httpOnly, sameSite, expires, partitionKey, url } = data;
  return readCookieObject(
    {
      name,
      value,
      domain,
      path,
      secure,
      httpOnly,
      sameSite: sameSite === undefined ? '' : sameSite,
      expires: data.session === true ? null : fromSeconds(expires),
      partitionKey,
      hasCrossSiteAncestor: ancestorIn(partitionKey),
    },
    where,
    typeof url === 'string' ? { ...place, url } : place,
  );
}
