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
  if (!/^[^\s=&]{1,100}=/.test(text)) return null;
  return named('form', [...new URLSearchParams(text).keys()]);
}

function fieldsOfJson(text: string): BodyFields | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const names: string[] = [];
  collect(data, '', 0, names);
  const isGraphql =
    isObject(data) && typeof data.query === 'string' && ('variables' in data || names.length === 1);
  return named(isGraphql ? 'graphql' : 'json', names);
}

function collect(data: unknown, prefix: string, depth: number, names: string[]): void {
  if (depth >= MAX_DEPTH || names.length >= MAX_NAMES || typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const name = Array.isArray(data) ? prefix : prefix === '' ? key : `${prefix}.${key}`;
    if (isObject(value) || Array.isArray(value)) collect(value, name, depth + 1, names);
    else if (name !== '') names.push(name);
  }
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function named(format: BodyFields['format'], names: readonly string[]): BodyFields {
  const unique = new Set(names.slice(0, MAX_NAMES).map((name) => name.slice(0, MAX_NAME_LENGTH)));
  return { format, names: [...unique] };
}
