import type { FormatId, WriteOptions } from '../../../core/exchange/types.ts';
import { writeCookies } from '../../../core/exchange/write-cookies.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';

/** More than anyone reads through in a box. */
export const PREVIEW_COOKIES = 30;

/** Stands for a value in every format: letters alone are quoted nowhere. */
const MASKED_VALUE = '********';

/** The beginning of the file; masked, no value is in it at all. */
export function previewText(
  cookies: readonly BrowserCookie[],
  format: FormatId,
  showValues: boolean,
  options: WriteOptions,
): string {
  const first = cookies.slice(0, PREVIEW_COOKIES);
  const shown = showValues ? first : first.map((cookie) => ({ ...cookie, value: MASKED_VALUE }));
  return writeCookies(shown, format, options).text;
}
