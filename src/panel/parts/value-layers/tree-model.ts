/** JSON-like data as lines of a tree; hostile: any key, any size. */
import { isLikelyTime } from '../../../core/value/instant.ts';

export type NodeType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** So many children are drawn at once; the rest on demand. */
export const PAGE = 100;
/** A tree of no more lines than this is drawn open. */
const OPEN = 60;

export function typeOf(value: unknown): NodeType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'object' || type === 'number' || type === 'boolean' ? type : 'string';
}

export function countOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

/** The first children, at most `most`. */
export function childrenOf(value: object, most: number): readonly (readonly [key: string, value: unknown])[] {
  if (Array.isArray(value)) return value.slice(0, most).map((each, index) => [String(index), each] as const);
  return Object.keys(value)
    .slice(0, most)
    .map((key) => [key, (value as Readonly<Record<string, unknown>>)[key]] as const);
}

/** Whether all of it may be drawn open: counts no further than needed. */
export function isSmall(value: object): boolean {
  let lines = 0;
  const queue: object[] = [value];
  for (let each = queue.pop(); each !== undefined; each = queue.pop()) {
    lines += countOf(each);
    if (lines > OPEN) return false;
    for (const [, child] of childrenOf(each, OPEN))
      if (typeof child === 'object' && child !== null) queue.push(child);
  }
  return true;
}

const CLAIMS: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** The time that a leaf likely is, in epoch milliseconds; null: none. Seconds, milliseconds, or a date of ISO 8601. */
export function timeIn(key: string, value: unknown): number | null {
  if (typeof value === 'string') {
    const at = /^\d{4}-\d\d-\d\dT[\d:.]{5,18}(?:Z|[+-]\d\d:?\d\d)?$/.test(value)
      ? Date.parse(value)
      : Number.NaN;
    return Number.isNaN(at) ? null : at;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  if (isLikelyTime(value)) return value;
  if (!isLikelyTime(value * 1000) && !(CLAIMS.has(key) && Math.abs(value) <= 8.64e12)) return null;
  return Math.round(value * 1000);
}
