/**
 * cookies.txt, as curl, wget, yt-dlp and Python's cookiejar read and write it: seven fields with TABs between them, a line each.
 * SameSite and partitions have no place in it. Sources: everything.curl.dev, "Cookie file format"; curl's lib/cookie.c for
 * `#HttpOnly_` and lines that end before an empty value; Python's http.cookiejar for the first line.
 */
import type { BrowserCookie } from '../recording/fact.ts';
import { domainOf } from './domain-text.ts';
import { linesOf } from './lines.ts';
import { leftOut, lossesOf } from './losses.ts';
import { badRow, type Place, type ReadPart, rowOf, type WrittenPart } from './rows.ts';
import { LONGEST_LINE, type Lost, MOST_ROWS, type ReadRow } from './types.ts';

const HTTP_ONLY = '#HttpOnly_';
/** Python's cookiejar reads no file without the first line. */
const HEAD = '# Netscape HTTP Cookie File\n# https://curl.se/docs/http-cookies.html\n\n';

export function readNetscape(text: string, place: Place): ReadPart {
  const rows: ReadRow[] = [];
  for (const { number, text: line } of linesOf(text)) {
    if (rows.length > MOST_ROWS) break;
    if (isCookieLine(line)) rows.push(readLine(line, String(number), place));
  }
  return { rows };
}

/** No comment and not empty. */
export function isCookieLine(line: string): boolean {
  const first = line.trimStart().charAt(0);
  return first !== '' && (first !== '#' || line.trimStart().startsWith(HTTP_ONLY));
}

/** The fields of a line; null where there are not seven, or six before an empty value. */
export function fieldsOf(line: string): readonly string[] | null {
  if (line.length > LONGEST_LINE) return null;
  const start = line.replace(/^ +/, '');
  const bare = start.startsWith(HTTP_ONLY) ? start.slice(HTTP_ONLY.length) : start;
  const fields = bare.includes('\t') ? bare.split('\t') : (SPACED.exec(bare)?.slice(1) ?? []);
  if (fields.length < 6 || !isFlag(fields[1]) || !isFlag(fields[3])) return null;
  // A TAB in the value, which some tools let through.
  return [...fields.slice(0, 6), fields.slice(6).join('\t')];
}

/** TABs became spaces, as they do where text was copied from a page. */
const SPACED = /^(\S+) +(TRUE|FALSE) +(\S+) +(TRUE|FALSE) +(\S+) +(\S+)(?: +(\S.*))?$/i;

function readLine(line: string, where: string, { now }: Place): ReadRow {
  const fields = fieldsOf(line);
  if (fields === null) return badRow(where, 'not-a-cookie');
  const [domainText = '', subdomains, path = '', secure, expiry = '', name = '', value = ''] = fields;
  const bad = (problem: NonNullable<ReadRow['problem']>) => badRow(where, problem, name);
  // wget writes the port behind the host.
  const domain = domainOf(domainText.replace(/:\d{1,5}$/, ''));
  if (domain === null) return bad('bad-domain');
  if (!path.startsWith('/')) return bad('bad-path');
  const seconds = expiry.trim() === '' ? 0 : Number(expiry);
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8.64e12) return bad('bad-expires');
  const cookie: BrowserCookie = {
    name,
    value,
    domain,
    hostOnly: !isTrue(subdomains),
    path,
    secure: isTrue(secure),
    httpOnly: line.trimStart().startsWith(HTTP_ONLY),
    sameSite: 'unspecified',
    // 0: until the session ends; some tools write -1 for it.
    expires: seconds === 0 || seconds === -1 ? null : Math.round(seconds * 1000),
    partitionKey: null,
  };
  return rowOf(where, cookie, now, ['sameSite', 'partitionKey']);
}

function isTrue(flag: string | undefined): boolean {
  return flag?.toUpperCase() === 'TRUE';
}

function isFlag(flag: string | undefined): boolean {
  return isTrue(flag) || flag?.toUpperCase() === 'FALSE';
}

/** A cookie whose name is empty, or with a control character in it, is left out: the tools would read another line. */
export function writeNetscape(cookies: readonly BrowserCookie[]): WrittenPart {
  let text = HEAD;
  const lost: Lost[] = [];
  for (const [index, cookie] of cookies.entries()) {
    const line = lineOf(cookie);
    const place = { url: null, now: Number.NEGATIVE_INFINITY };
    const back = isPlain(cookie) ? readLine(line, '', place).cookie : null;
    if (back === null) {
      lost.push(...leftOut(cookie, index));
      continue;
    }
    text += `${line}\n`;
    lost.push(...lossesOf(cookie, index, back));
  }
  return { text, lost };
}

function isPlain({ name, value, path }: BrowserCookie): boolean {
  return name !== '' && !/[\0-\x1f\x7f]/.test(name + value + path);
}

function lineOf({ domain, hostOnly, path, secure, httpOnly, expires, name, value }: BrowserCookie): string {
  const flag = (is: boolean) => (is ? 'TRUE' : 'FALSE');
  // What ends within the first second of 1970 has ended, and is not to become a session's.
  const seconds = expires === null ? 0 : Math.max(1, Math.floor(expires / 1000));
  const host = hostOnly ? domain : `.${domain}`;
  return [
    `${httpOnly ? HTTP_ONLY : ''}${host}`,
    flag(!hostOnly),
    path,
    flag(secure),
    seconds,
    name,
    value,
  ].join('\t');
}
