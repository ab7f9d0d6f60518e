import type { BrowserCookie } from '../recording/fact.ts';
import { pairsText } from './cookie-pairs.ts';
import { copyScript } from './copy-script.ts';
import { curlCommand } from './curl.ts';
import { setCookieLine } from './set-cookie.ts';
import { targetUrl } from './target.ts';

export const COPY_KINDS = [
  'set-cookie',
  'cookie-header',
  'curl',
  'fetch',
  'playwright',
  'express',
  'document-cookie',
] as const;

export type CopyKind = (typeof COPY_KINDS)[number];

export interface CopyOptions {
  /** null: the address that the first cookie belongs to. */
  readonly url: string | null;
  /** False: placeholders such as `<sid>` stand in place of values, and the URL is without its query. */
  readonly values: boolean;
  readonly now: number;
}

/**
 * Cookies as lines of a header, a command or code. Whatever they hold stays inside its quotes; what a header cannot hold in one
 * piece (a line's end) is left out. Never throws.
 */
export function copyAs(
  cookies: readonly BrowserCookie[],
  kind: CopyKind,
  { url, values }: CopyOptions,
): string {
  const shown = values ? cookies : cookies.map(withoutValue);
  const target = targetUrl(url, cookies, values);
  const header = pairsText(shown).text;
  switch (kind) {
    case 'set-cookie':
      return shown
        .map(setCookieLine)
        .filter((line) => line !== null)
        .map((line) => `Set-Cookie: ${line}`)
        .join('\n');
    case 'cookie-header':
      return `Cookie: ${header}`;
    case 'curl':
      return curlCommand(target, header);
    default:
      return copyScript(kind, shown, { target, header, values });
  }
}

function withoutValue(cookie: BrowserCookie): BrowserCookie {
  return { ...cookie, value: `<${cookie.name === '' ? 'value' : cookie.name}>` };
}
