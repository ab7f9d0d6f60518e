import { type CharSet, one, union } from './char-set.ts';
import { readEscape } from './escape.ts';

export interface ReadClass {
  readonly set: CharSet;
  readonly negated: boolean;
  /** Behind the closing bracket. */
  readonly end: number;
}

/** The class whose opening bracket is at `start`; ranges as annex B has them. */
export function readClass(source: string, start: number, refuse: (part: string) => void): ReadClass {
  let at = start + 1;
  const negated = source[at] === '^';
  if (negated) at += 1;
  const sets: CharSet[] = [];
  while (at < source.length && source[at] !== ']') {
    const first = item();
    const isRange = source[at] === '-' && source[at + 1] !== ']' && at + 1 < source.length;
    if (!isRange) {
      sets.push(first.set);
      continue;
    }
    at += 1;
    const last = item();
    const from = first.set[0]?.[0] ?? 0;
    const to = last.set[0]?.[0] ?? 0;
    // `[\d-x]` is no range: all three stand for themselves.
    if (first.isClass || last.isClass) sets.push(first.set, one(0x2d), last.set);
    else if (from <= to) sets.push([[from, to]]);
  }
  return { set: union(...sets), negated, end: at + 1 };

  function item(): { readonly set: CharSet; readonly isClass: boolean } {
    if (source[at] !== '\\') {
      at += 1;
      return { set: one(source.charCodeAt(at - 1)), isClass: false };
    }
    const read = readEscape(source, at, true);
    at = read.end;
    if (read.kind === 'unsupported') refuse(read.part);
    const isSet = read.kind === 'char' || read.kind === 'class';
    return { set: isSet ? read.set : [], isClass: read.kind !== 'char' };
  }
}
