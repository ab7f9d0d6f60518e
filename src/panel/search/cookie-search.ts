/** How lists of cookies are searched. */
import type { BrowserCookie } from '../../core/recording/fact.ts';
import type { Recording } from '../../core/recording/recording.ts';
import { COOKIE_FACETS, UNPARTITIONED } from '../cookie-facets.ts';
import { cookieRole } from '../cookie-role.ts';
import { type CookieRow, isDuplicated } from '../cookie-row.ts';
import { decodedText } from './decoded.ts';
import type { FacetReader, Searchable } from './match.ts';

export const texts = <Row>(read: (row: Row) => readonly string[]): FacetReader<Row> => ({
  kind: 'texts',
  read,
});
export const text = <Row>(read: (row: Row) => string): FacetReader<Row> => texts((row) => [read(row)]);
export const number = <Row>(read: (row: Row) => number | null): FacetReader<Row> => ({
  kind: 'number',
  read,
});
export const yesNo = <Row>(read: (row: Row) => boolean): FacetReader<Row> =>
  text((row) => (read(row) ? 'yes' : 'no'));

/** The facets of everything that is about one cookie. */
export function facetsOfCookie<Row extends { readonly cookie: BrowserCookie }>(): Record<
  string,
  FacetReader<Row>
> {
  return {
    name: text(({ cookie }) => cookie.name),
    domain: text(({ cookie }) => cookie.domain),
    path: text(({ cookie }) => cookie.path),
    value: texts(({ cookie }) => [cookie.value, decodedText(cookie)]),
    role: text(({ cookie }) => cookieRole(cookie)),
    secure: yesNo(({ cookie }) => cookie.secure),
    httponly: yesNo(({ cookie }) => cookie.httpOnly),
    samesite: text(({ cookie }) => cookie.sameSite),
    lifetime: text(({ cookie }) => (cookie.expires === null ? 'session' : 'persistent')),
    partition: text(({ cookie }) => cookie.partitionKey ?? UNPARTITIONED),
    expires: number(({ cookie }) => cookie.expires),
  };
}

export function hasInValue(cookie: BrowserCookie, word: string): boolean {
  return cookie.value.toLowerCase().includes(word) || decodedText(cookie).includes(word);
}

export function textsOfCookie(cookie: BrowserCookie, inValues: boolean): readonly string[] {
  const { name, domain, path, partitionKey } = cookie;
  const open = [name, domain + path, partitionKey ?? ''];
  return inValues ? [...open, cookie.value, decodedText(cookie)] : open;
}

/** By the very facets of the menu, and more. */
export function cookieSearch(recording: () => Recording): Searchable<CookieRow> {
  const menu = COOKIE_FACETS.map(({ id, values }) => [id.toLowerCase(), texts(values)] as const);
  return {
    has: (row, word, inValues) => row.text.includes(word) || (inValues && hasInValue(row.cookie, word)),
    texts: ({ cookie }, inValues) => textsOfCookie(cookie, inValues),
    facets: {
      ...facetsOfCookie<CookieRow>(),
      ...Object.fromEntries(menu),
      site: text(({ entry }) => entry.site),
      duplicate: yesNo((row) => isDuplicated(recording(), row)),
      set: number(({ changedAt }) => changedAt),
      size: number(({ size }) => size),
      sent: number(({ requests }) => requests),
    },
  };
}
