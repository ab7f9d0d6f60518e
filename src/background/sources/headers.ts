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
/** A page chooses its requests' header names: longer ones are not worth a look, and a look has its price. */
const MAX_NAME = 100;
/** IANA's registry of authentication schemes, and those in use beside it. Anything else may be the secret itself. */
const SCHEMES =
  /^(apikey|aws4-hmac-sha256|basic|bearer|concealed|digest|dpop|gnap|hawk|hoba|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-1|scram-sha-256|token|vapid) /i;

interface RawHeader {
  readonly name: string;
  readonly value?: string | undefined;
  /** Octets, in place of a value that is not UTF-8. */
  readonly binaryValue?: ArrayBuffer | readonly number[] | undefined;
}

/** As the browsers' cookie API shows such octets: what is not UTF-8 is replaced. */
function textOf({ value, binaryValue }: RawHeader): string | undefined {
  if (value !== undefined || binaryValue === undefined) return value;
  return new TextDecoder().decode(new Uint8Array(binaryValue));
}

export function responseHeaders(raw: readonly RawHeader[] | undefined): {
  readonly setCookies: string[];
  readonly headers: Header[];
} {
  const setCookies: string[] = [];
  const headers: Header[] = [];
  for (const header of raw ?? []) {
    const value = textOf(header);
    if (value === undefined) continue;
    const name = header.name.toLowerCase();
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
  for (const header of raw ?? []) {
    const value = textOf(header);
    if (value === undefined || header.name.length > MAX_NAME) continue;
    const name = header.name.toLowerCase();
    if (name === 'cookie') cookie = cookie === null ? value : `${cookie}; ${value}`;
    else if (REQUEST.has(name)) headers.push({ name, value: value.slice(0, MAX_VALUE) });
    else if (SECRET.test(name)) headers.push({ name, value: schemeOf(name, value) });
  }
  return { cookie, headers };
}

/** `Bearer eyJ…` → `Bearer`; a token without a scheme → nothing. */
function schemeOf(name: string, value: string): string {
  if (!name.endsWith('authorization')) return '';
  return SCHEMES.exec(value)?.[1] ?? '';
}
