/** The names of a request body's fields. No value is kept, and the body is dropped with the event. */
import type { BodyFields } from '../../core/recording/fact.ts';

const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 100;
const MAX_DEPTH = 5;
/** A login is small; what is larger is an upload. */
const MAX_OCTETS = 65_536;

/** The part of webRequest's details that both browsers share. */
export interface RequestBody {
  readonly formData?: Record<string, unknown> | undefined;
  readonly raw?: readonly { readonly bytes?: ArrayBuffer | undefined }[] | undefined;
}

export function bodyFields(body: RequestBody | null | undefined): BodyFields | null {
  if (body?.formData) return named('form', Object.keys(body.formData));
  const [part] = body?.raw ?? [];
  if (part?.bytes === undefined || part.bytes.byteLength > MAX_OCTETS) return null;
  return fieldsOfText(new TextDecoder().decode(part.bytes));
}

function fieldsOfText(text: string): BodyFields | null {
  const start = text.trimStart()[0];
  if (start === '{' || start === '[') return fieldsOfJson(text);
  if (text.startsWith('--')) return fieldsOfMultipart(text);
  return isForm(text) ? named('form', [...new URLSearchParams(text).keys()]) : null;
}

/** Not a token on its own: base64 may end in `=` and look like a field without a value. */
function isForm(text: string): boolean {
  return /^[^\s=&]{1,100}=/.test(text) && !/^[^=&]*==?$/.test(text);
}

function fieldsOfMultipart(text: string): BodyFields | null {
  const names: string[] = [];
  for (const match of text.matchAll(/\r\ncontent-disposition: form-data; name="([^"\r\n]{1,1000})"/gi)) {
    if (match[1] !== undefined) names.push(match[1]);
  }
  return names.length === 0 ? null : named('multipart', names);
}

function fieldsOfJson(text: string): BodyFields | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const names = new Set<string>();
  collect(data, '', 0, names);
  return named(isGraphql(data) ? 'graphql' : 'json', [...names]);
}

/** A search has a `query` too; an operation begins like one. */
function isGraphql(data: unknown): boolean {
  if (!isObject(data) || typeof data.query !== 'string') return false;
  return /^\s*(?:query|mutation|subscription|fragment|\{|#)/.test(data.query);
}

/** A list's items are named as one: what ten thousand of them hold must not push out what comes after. */
function collect(data: unknown, prefix: string, depth: number, names: Set<string>): void {
  if (depth >= MAX_DEPTH || typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    if (names.size >= MAX_NAMES) return;
    const name = Array.isArray(data) ? prefix : prefix === '' ? key : `${prefix}.${key}`;
    if (isObject(value) || Array.isArray(value)) collect(value, name, depth + 1, names);
    else if (name !== '') names.add(name.slice(0, MAX_NAME_LENGTH));
  }
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function named(format: BodyFields['format'], names: readonly string[]): BodyFields {
  const unique = new Set(names.slice(0, MAX_NAMES).map((name) => name.slice(0, MAX_NAME_LENGTH)));
  return { format, names: [...unique] };
}
