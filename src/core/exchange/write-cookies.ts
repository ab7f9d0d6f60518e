import type { BrowserCookie } from '../recording/fact.ts';
import { writeCookieEditor } from './cookie-editor.ts';
import { writeCookieHeader } from './cookie-header.ts';
import { writeCurl } from './curl.ts';
import { FORMATS } from './formats.ts';
import { writeHar } from './har-write.ts';
import { writeNetscape } from './netscape.ts';
import { writeOurs } from './ours.ts';
import { writePuppeteer } from './puppeteer.ts';
import type { WrittenPart } from './rows.ts';
import { writeSetCookie } from './set-cookie.ts';
import { writeStorageState } from './storage-state.ts';
import type { FormatId, WriteOptions, Written } from './types.ts';

const WRITERS: Readonly<
  Record<FormatId, (cookies: readonly BrowserCookie[], options: WriteOptions) => WrittenPart>
> = {
  json: writeOurs,
  'cookie-editor': writeCookieEditor,
  'storage-state': writeStorageState,
  puppeteer: writePuppeteer,
  netscape: writeNetscape,
  'cookie-header': writeCookieHeader,
  'set-cookie': writeSetCookie,
  curl: writeCurl,
  har: writeHar,
};

/** Cookies as text of a format, and what of them it cannot say. Never throws. */
export function writeCookies(
  cookies: readonly BrowserCookie[],
  format: FormatId,
  options: WriteOptions,
): Written {
  const { mediaType = 'text/plain', extension = 'txt' } = FORMATS.find(({ id }) => id === format) ?? {};
  return { ...WRITERS[format](cookies, options), mediaType, extension };
}
