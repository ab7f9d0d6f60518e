/** webRequest's headers, as text; which of them a fact keeps is the core's to say. */
import type { Header } from '../../core/recording/fact.ts';
import { type RawHeader, selectRequestHeaders, selectResponseHeaders } from '../../core/recording/headers.ts';

interface BrowserHeader {
  readonly name: string;
  readonly value?: string | undefined;
  /** Octets, in place of a value that is not UTF-8. */
  readonly binaryValue?: ArrayBuffer | readonly number[] | undefined;
}

export function responseHeaders(raw: readonly BrowserHeader[] | undefined): {
  readonly setCookies: string[];
  readonly headers: Header[];
} {
  return selectResponseHeaders(texts(raw));
}

export function requestHeaders(raw: readonly BrowserHeader[] | undefined): {
  readonly cookie: string | null;
  readonly headers: Header[];
} {
  return selectRequestHeaders(texts(raw));
}

function texts(raw: readonly BrowserHeader[] | undefined): RawHeader[] {
  const headers: RawHeader[] = [];
  for (const header of raw ?? []) {
    const value = textOf(header);
    if (value !== undefined) headers.push({ name: header.name, value });
  }
  return headers;
}

/** As the browsers' cookie API shows such octets: what is not UTF-8 is replaced. */
function textOf({ value, binaryValue }: BrowserHeader): string | undefined {
  if (value !== undefined || binaryValue === undefined) return value;
  return new TextDecoder().decode(new Uint8Array(binaryValue));
}
