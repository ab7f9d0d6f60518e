/**
 * A JavaScript pattern (ECMA-262 22.2.1, without `u`) as a tree. What looks back or ahead has no place in a search that reads each
 * character once: `(?=`, `(?!`, `(?<=`, `(?<!`, backreferences, `\p`.
 */
import { bothCases, type CharSet, complement, NEWLINES, one } from './char-set.ts';
import { type Escape, readEscape } from './escape.ts';
import { readClass } from './read-class.ts';
import type { PatternNode, RegexProblem } from './syntax.ts';

export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

const EMPTY: PatternNode = { kind: 'sequence', parts: [] };
const COUNT = /^\{(\d{1,6})(?:(,)(\d{0,6}))?\}/;

/** The tree of a pattern that the browser has found to be well formed. */
export function parsePattern(source: string, flags: PatternFlags): PatternNode | RegexProblem {
  let at = 0;
  let unsupported: string | null = null;
  const refuse = (part: string): PatternNode => {
    unsupported ??= part;
    return EMPTY;
  };
  const setOf = (set: CharSet): PatternNode => ({
    kind: 'set',
    set: flags.ignoreCase ? bothCases(set) : set,
  });

  function either(): PatternNode {
    const parts = [sequence()];
    while (source[at] === '|') {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'either', parts };
  }

  function sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return { kind: 'sequence', parts };
  }

  function repeated(part: PatternNode): PatternNode {
    const count = countAt();
    if (count === null) return part;
    // Whether few or many are taken makes no difference to whether it is found.
    if (source[at] === '?') at += 1;
    return { kind: 'repeat', part, ...count };
  }

  function countAt(): { readonly min: number; readonly max: number } | null {
    const sign = source[at];
    if (sign === '*' || sign === '+' || sign === '?') {
      at += 1;
      return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    }
    const found = sign === '{' ? COUNT.exec(source.slice(at, at + 20)) : null;
    if (found === null) return null;
    at += found[0].length;
    const min = Number(found[1]);
    return {
      min,
      max: found[2] === undefined ? min : found[3] ? Number(found[3]) : Number.POSITIVE_INFINITY,
    };
  }

  function atom(): PatternNode {
    const sign = source[at] ?? '';
    if (sign === '(') return group();
    if (sign === '[') {
      const { set, negated, end } = readClass(source, at, (part) => refuse(part));
      at = end;
      const cased = flags.ignoreCase ? bothCases(set) : set;
      return { kind: 'set', set: negated ? complement(cased) : cased };
    }
    if (sign === '\\') return escaped(readEscape(source, at, false));
    at += 1;
    if (sign === '.') return { kind: 'set', set: flags.dotAll ? complement([]) : complement(NEWLINES) };
    if (sign === '^') return { kind: 'assert', what: flags.multiline ? 'line-start' : 'start' };
    if (sign === '$') return { kind: 'assert', what: flags.multiline ? 'line-end' : 'end' };
    return setOf(one(sign.charCodeAt(0)));
  }

  function escaped(read: Escape): PatternNode {
    at = read.end;
    if (read.kind === 'unsupported') return refuse(read.part);
    if (read.kind === 'assert') return { kind: 'assert', what: read.what };
    return read.kind === 'class' ? { kind: 'set', set: read.set } : setOf(read.set);
  }

  function group(): PatternNode {
    const opening =
      /^\((?:\?(?::|<(?![=!])[^>]*>|<?[=!]|[a-z-]*:?))?/.exec(source.slice(at, at + 200))?.[0] ?? '(';
    at += opening.length;
    const inner = either();
    at += 1;
    const isPlain = opening === '(' || opening === '(?:' || /^\(\?<[^=!]/.test(opening);
    return isPlain ? inner : refuse(`${opening}…)`);
  }

  const tree = either();
  return unsupported === null ? tree : { kind: 'unsupported', part: unsupported };
}
