/**
 * What the extensions Cookie-Editor and EditThisCookie write and read: a list of cookies as the browsers' extension API has them
 * (`chrome.cookies.Cookie`, `browser.cookies.Cookie`), times in seconds. Cookie-Editor says `null` where SameSite is not set.
 */
import type { BrowserCookie } from '../recording/fact.ts';
import { ancestorIn, fromSeconds, readCookieObject, toSeconds } from './cookie-object.ts';
import { jsonText, objectsOf, readList } from './json-list.ts';
import { listIn } from './json-shape.ts';
import type { Place, ReadPart, WrittenPart } from './rows.ts';
import type { ReadRow } from './types.ts';

const FIELDS = [
  'name',
  'value',
  'domain',
  'hostOnly',
  'path',
  'secure',
  'httpOnly',
  'sameSite',
  'session',
  'expirationDate',
  'partitionKey',
  'firstPartyDomain',
];

export function readCookieEditor(data: unknown, place: Place): ReadPart {
  const { list, path } = listIn(data);
  return readList(list, path, place, { fields: FIELDS, read });
}

export function writeCookieEditor(cookies: readonly BrowserCookie[]): WrittenPart {
  const { objects, lost } = objectsOf(cookies, write, read);
  return jsonText(objects, lost);
}

function read(data: Readonly<Record<string, unknown>>, where: string, place: Place): ReadRow {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, partitionKey, firstPartyDomain } =
    data;
  return readCookieObject(
    {
      name,
      value,
      domain,
      hostOnly,
      path,
      secure,
      httpOnly,
      sameSite,
      expires: data.session === true ? null : fromSeconds(data.expirationDate),
      partitionKey,
      hasCrossSiteAncestor: ancestorIn(partitionKey),
      firstPartyDomain,
    },
    where,
    place,
  );
}

const API_WORDS = { strict: 'strict', lax: 'lax', none: 'no_restriction', unspecified: null } as const;

function write(cookie: BrowserCookie): Readonly<Record<string, unknown>> {
  const { name, value, hostOnly, path, secure, httpOnly, expires, partitionKey, hasCrossSiteAncestor } =
    cookie;
  return {
    domain: hostOnly ? cookie.domain : `.${cookie.domain}`,
    ...(expires === null ? {} : { expirationDate: toSeconds(expires) }),
    ...(cookie.firstPartyDomain === undefined ? {} : { firstPartyDomain: cookie.firstPartyDomain }),
    hostOnly,
    httpOnly,
    name,
    partitionKey:
      partitionKey === null
        ? null
        : {
            topLevelSite: partitionKey,
            ...(hasCrossSiteAncestor === undefined ? {} : { hasCrossSiteAncestor }),
          },
    path,
    sameSite: API_WORDS[cookie.sameSite],
    secure,
    session: expires === null,
    storeId: null,
    value,
  };
}
