import { utf8Length } from '../cookie/octets.ts';
import type { Fact } from './fact.ts';

/** Room a fact takes in the journal, in octets, about: as much as its JSON. */
export function sizeOf(fact: Fact): number {
  return measure(fact, 0);
}

const MAX_DEPTH = 6;

function measure(value: unknown, depth: number): number {
  if (typeof value === 'string') return utf8Length(value) + 3;
  if (typeof value !== 'object' || value === null) return 8;
  if (depth > MAX_DEPTH) return 0;
  let sum = 2;
  if (Array.isArray(value)) {
    for (const item of value) sum += measure(item, depth + 1);
    return sum;
  }
  for (const [key, item] of Object.entries(value)) sum += key.length + 4 + measure(item, depth + 1);
  return sum;
}
