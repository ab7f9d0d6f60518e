import type { BrowserCookie } from '../recording/fact.ts';

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

/** Cookies as a line of code or of a header. Whatever they hold, it stays inside its quotes. */
export function copyAs(_cookies: readonly BrowserCookie[], _kind: CopyKind, _options: CopyOptions): string {
  return '';
}
