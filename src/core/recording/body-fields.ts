/** The names of a request body's fields. No value is kept. Shared by what the browser tells and what a HAR file holds. */
import type { BodyFields } from './fact.ts';

export const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 100;
const MAX_DEPTH = 5;
/** A login is small; what is larger is an upload. */
export const MAX_BODY_OCTETS = 65_536;

/** Of a body as text, whatever its type says of itself; null where it has no fields to name. */
export function fieldsOfText(text: string): BodyFields | null {
  const start = text.trimStart()[0];
  if (start === '{' || start === '[') return fieldsOfJson(text);
  if (text.startsWith('--')) return fieldsOfMultipart(text);
  return isForm(text) ? fieldsNamed('form', formNames(text)) : null;
}

/** Not a token on its own: base64 may end in `=` and look like a field without a value. */
function isForm(text: string): boolean {
  return /^[^\s=&]{1,100}=/.test(text) && !/^[^=&]*==?$/.test(text);
}

/** URL Standard, application/x-www-form-urlencoded parsing; the names alone. */
function formNames(text: string): string[] {
  const names = new Set<string>();
  for (let start = 0; start < text.length && names.size < MAX_NAMES; ) {
    const next = text.indexOf('&', start);
    const end = next === -1 ? text.length : next;
    if (end > start) {
      const field = text.slice(start, end);
      const equals = field.indexOf('=');
      names.add(decoded(equals === -1 ? field : field.slice(0, equals)));
    }
    start = end + 1;
  }
  return [...names];
}

function decoded(name: string): string {
  const spaced = name.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function fieldsOfMultipart(text: string): BodyFields | null {
  const names: string[] = [];
  for (const match of text.matchAll(/\n *content-disposition: *form-data; *name="([^"\r\n]{1,1000})"/gi)) {
    if (match[1] !== undefined) names.push(match[1]);
  }
  return names.length === 0 ? null : fieldsNamed('multipart', names);
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
  return fieldsNamed(isGraphql(data) ? 'graphql' : 'json', [...names]);
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

/** Bounded in number and length, each once. */
export function fieldsNamed(format: BodyFields['format'], names: readonly string[]): BodyFields {
  const unique = new Set(names.slice(0, MAX_NAMES).map((name) => name.slice(0, MAX_NAME_LENGTH)));
  return { format, names: [...unique] };
}
