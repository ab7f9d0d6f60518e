/** Which headers a fact keeps, and what of a secret one. Everything else is dropped at the door. */
import { BoundedCache } from '../site/bounded-cache.ts';
import type { Header } from './fact.ts';

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
  // Chrome's HAR: a redirect that no server sent (HSTS and other upgrades).
  'non-authoritative-reason',
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
/**
 * Their presence matters, their value is a secret, or nobody's business. `x-requested-with` and the last ones are no secrets:
 * pages of other sites cannot send them without being asked for leave first (Fetch section 4.8).
 */
const SECRET =
  /^(?:authorization|proxy-authorization|x-[a-z-]*(?:token|csrf|xsrf|auth)[a-z-]*|csrf-token|requestverificationtoken|x-requested-with|jenkins-crumb|hx-request|next-action|x-inertia|x-livewire)$/;
/** A value of this length was cut. */
export const LONGEST_VALUE = 4096;
/** A page chooses its requests' header names: longer ones are not worth a look, and a look has its price. */
const MAX_NAME = 100;
/** IANA's registry of authentication schemes, and those in use beside it. Anything else may be the secret itself. */
const SCHEMES =
  /^(apikey|aws4-hmac-sha256|basic|bearer|concealed|digest|dpop|gnap|hawk|hoba|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-1|scram-sha-256|token|vapid) /i;

/** As a source has it: any case, any length. */
export interface RawHeader {
  readonly name: string;
  readonly value: string;
}

/** How a header of this name is treated, and its name in lower case. */
interface Treatment {
  readonly name: string;
  readonly keep: 'cookie' | 'value' | 'scheme' | null;
}

/** The same few names stand in every message: a look at each has its price. */
const responses = new BoundedCache<Treatment>(300);
const requests = new BoundedCache<Treatment>(300);

function treatResponse(raw: string): Treatment {
  const name = raw.toLowerCase();
  return { name, keep: name === 'set-cookie' ? 'cookie' : RESPONSE.has(name) ? 'value' : null };
}

function treatRequest(raw: string): Treatment {
  const name = raw.toLowerCase();
  if (name === 'cookie') return { name, keep: 'cookie' };
  if (REQUEST.has(name)) return { name, keep: 'value' };
  return { name, keep: SECRET.test(name) ? 'scheme' : null };
}

export function selectResponseHeaders(raw: Iterable<RawHeader>): {
  readonly setCookies: string[];
  readonly headers: Header[];
} {
  const setCookies: string[] = [];
  const headers: Header[] = [];
  for (const { name: written, value } of raw) {
    if (written.length > MAX_NAME) continue;
    const { name, keep } = responses.get(written, treatResponse);
    if (keep === 'cookie') {
      // Firefox joins several lines by line feeds; a line itself can hold none.
      for (const line of value.split('\n')) setCookies.push(line);
    } else if (keep === 'value') headers.push({ name, value: value.slice(0, LONGEST_VALUE) });
  }
  return { setCookies, headers };
}

export function selectRequestHeaders(raw: Iterable<RawHeader>): {
  readonly cookie: string | null;
  readonly headers: Header[];
} {
  let cookie: string | null = null;
  const headers: Header[] = [];
  for (const { name: written, value } of raw) {
    if (written.length > MAX_NAME) continue;
    const { name, keep } = requests.get(written, treatRequest);
    if (keep === 'cookie') cookie = cookie === null ? value : `${cookie}; ${value}`;
    else if (keep === 'value') headers.push({ name, value: value.slice(0, LONGEST_VALUE) });
    else if (keep === 'scheme') headers.push({ name, value: schemeOf(name, value) });
  }
  return { cookie, headers };
}

/** `Bearer eyJ…` → `Bearer`; a token without a scheme → nothing. */
function schemeOf(name: string, value: string): string {
  if (!name.endsWith('authorization')) return '';
  return SCHEMES.exec(value)?.[1] ?? '';
}
