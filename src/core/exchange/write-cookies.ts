import type { BrowserCookie } from '../recording/fact.ts';
import { FORMATS } from './formats.ts';
import type { FormatId, WriteOptions, Written } from './types.ts';

/** Cookies as text of a format, and what of them it cannot say. Never throws. */
export function writeCookies(
  _cookies: readonly BrowserCookie[],
  format: FormatId,
  _options: WriteOptions,
): Written {
  const { mediaType = 'text/plain', extension = 'txt' } = FORMATS.find(({ id }) => id === format) ?? {};
  return { text: '', mediaType, extension, lost: [] };
}
