/** Which headers a fact keeps, and what of a secret one. Everything else is dropped at the door. */
import type { Header } from '../../core/recording/fact.ts';

/** Headers that some rule or view reads. */
const RESPONSE = new Set([
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'cache-control',
  'clear-site-data',
  'content-security-policy',
  'content-type',
  'expires',
  'location',
  'pragma',
  'referrer-policy',
  'server',
  'strict-transport-security',
  'vary',
  'www-authenticate',
  'x-content-type-options',
  'x-frame-options',
  'x-powered-by',
]);
const REQUEST = new Set([
  'content-type',
  'origin',
  'referer',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]);
/** Their presence matters, their value is a secret. */
const SECRET =
  /^(?:authorization|proxy-authorization|x-[a-z-]*(?:token|csrf|xsrf|auth)[a-z-]*|csrf-token|requestverificationtoken)$/;
const MAX_VALUE = 4096;

interface RawHeader {
  readonly name: string;
  readonly value?: string | undefined;
}

export function responseHeaders(raw: readonly RawHeader[] | undefined): {
  readonly setCookies: string[];
  readonly headers: Header[];
} {
  const setCookies: string[] = [];
  const headers: Header[] = [];
  for (const { name: written, value } of raw ?? []) {
    if (value === undefined) continue;
    const name = written.toLowerCase();
    // Firefox joins several lines by line feeds; a line itself can hold none.
    if (name === 'set-cookie') setCookies.push(...value.split('\n'));
    else if (RESPONSE.has(name)) headers.push({ name, value: value.slice(0, MAX_VALUE) });
  }
  return { setCookies, headers };
}

export function requestHeaders(raw: readonly RawHeader[] | undefined): {
  readonly cookie: string | null;
  readonly headers: Header[];
} {
  let cookie: string | null = null;
  const headers: Header[] = [];
  for (const { name: written, value } of raw ?? []) {
    if (value === undefined) continue;
    const name = written.toLowerCase();
    if (name === 'cookie') cookie = cookie === null ? value : `${cookie}; ${value}`;
    else if (REQUEST.has(name)) headers.push({ name, value: value.slice(0, MAX_VALUE) });
    else if (SECRET.test(name)) headers.push({ name, value: schemeOf(name, value) });
  }
  return { cookie, headers };
}

/** `Bearer eyJ…` → `Bearer`; a token without a scheme → nothing. */
function schemeOf(name: string, value: string): string {
  if (!name.endsWith('authorization')) return '';
  return /^([A-Za-z][A-Za-z0-9-]{0,30}) /.exec(value)?.[1] ?? '';
}
