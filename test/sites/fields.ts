import type { Request } from 'express';

/** A form field as text; '' where it is missing or was sent more than once. */
export function field(request: Request, name: string): string {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return '';
  const value = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : '';
}

/** A query parameter as a whole number between 0 and `most`. */
export function count(request: Request, name: string, usual: number, most: number): number {
  const value = Number(request.query[name] ?? usual);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : usual;
}

/** All values of a query parameter that may be repeated. */
export function texts(request: Request, name: string): readonly string[] {
  const value = request.query[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
