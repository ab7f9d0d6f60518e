/** What a file's requests sent, pair by pair. */
import { parseCookieHeader } from '../../cookie/cookie-header.ts';
import type { SentPair } from './entry.ts';
import { attributesOf } from './entry-cookies.ts';
import { type Data, list, record, text } from './values.ts';

interface Known {
  /** The items of the list beside the header, field by field. */
  readonly fields: readonly unknown[];
  readonly pairs: readonly SentPair[];
}

/** Headers that are known at a time. */
const MAX_KNOWN = 100;

/** Of one file: the parts of a page send the very cookies that the page did, and those are read once. */
export class SentPairs {
  readonly #known = new Map<string, Known>();

  /** The pairs of a Cookie header, each with the attributes that the list beside it tells (Chrome). */
  of(header: string | null, cookies: unknown): readonly SentPair[] {
    if (header === null) return [];
    const told = list(cookies);
    const known = this.#known.get(header);
    if (known !== undefined && saySame(known.fields, told)) return known.pairs;
    const pairs = read(header, told);
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(header, { fields: told.flatMap((item) => fieldsOf(record(item))), pairs });
    return pairs;
  }
}

function read(header: string, told: readonly unknown[]): readonly SentPair[] {
  const attributes = new Map<string, SentPair['attributes']>();
  for (const item of told) {
    const cookie = record(item);
    const own = cookie === null ? null : attributesOf(cookie);
    if (cookie !== null && own !== null) attributes.set(`${text(cookie.name)}=${text(cookie.value)}`, own);
  }
  return parseCookieHeader(header).map(({ name, value }) => ({
    name,
    value,
    attributes: attributes.get(`${name}=${value}`) ?? null,
  }));
}

const FIELDS = ['name', 'value', 'domain', 'path', 'secure', 'httpOnly', 'sameSite', 'expires'] as const;

function fieldsOf(cookie: Data | null): readonly unknown[] {
  return FIELDS.map((field) => cookie?.[field]);
}

function saySame(fields: readonly unknown[], told: readonly unknown[]): boolean {
  if (fields.length !== told.length * FIELDS.length) return false;
  for (let item = 0, at = 0; item < told.length; item++) {
    const cookie = record(told[item]);
    for (const field of FIELDS) if (fields[at++] !== cookie?.[field]) return false;
  }
  return true;
}
