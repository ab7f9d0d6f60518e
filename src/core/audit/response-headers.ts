/** Questions that rules ask of a response's headers. */
import type { RequestEntry } from '../recording/recording.ts';
import { BoundedCache } from '../site/bounded-cache.ts';

/** Every value of a header (lower-case name), in order. */
export function valuesOf({ responseHeaders }: RequestEntry, name: string): readonly string[] {
  return responseHeaders.filter((header) => header.name === name).map(({ value }) => value);
}

/** Members of a header that is a list, lower case: several lines are one list (RFC 9110 section 5.3). */
export function listOf(request: RequestEntry, name: string): readonly string[] {
  const values = valuesOf(request, name);
  if (values.length === 0) return values;
  return values
    .join()
    .toLowerCase()
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** `text/html`: without parameters; '' where the response does not say. */
export function mediaTypeOf({ responseHeaders }: RequestEntry): string {
  const value = responseHeaders.find(({ name }) => name === 'content-type')?.value ?? '';
  return types.get(value, essence);
}

/** The same few types stand in all responses. */
const types = new BoundedCache<string>(100);

function essence(value: string): string {
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase();
}

export function isHtml(request: RequestEntry): boolean {
  const type = mediaTypeOf(request);
  return type === 'text/html' || type === 'application/xhtml+xml';
}

/** RFC 6839 section 3.1: `application/problem+json` too. */
export function isJson(request: RequestEntry): boolean {
  return /^(?:application|text)\/(?:[\w.-]{1,60}\+)?json$/.test(mediaTypeOf(request));
}

/** A whole answer: no redirect, no error, not what a 304 leaves of it. */
export function isAnswered({ status, error }: RequestEntry): boolean {
  return status !== null && status >= 200 && status < 300 && error === null;
}
