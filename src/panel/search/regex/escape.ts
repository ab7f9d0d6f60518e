import { type CharSet, complement, DIGITS, one, SPACES, WORD } from './char-set.ts';
import type { Assertion } from './syntax.ts';

export type Escape = { readonly end: number } & (
  | { readonly kind: 'char' | 'class'; readonly set: CharSet }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'unsupported'; readonly part: string }
);

const CLASSES: Readonly<Record<string, CharSet>> = {
  d: DIGITS,
  D: complement(DIGITS),
  w: WORD,
  W: complement(WORD),
  s: SPACES,
  S: complement(SPACES),
};
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };
const HEX = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4}))/i;
const CONTROL = /^c([a-z])/i;

/** What the backslash at `at` and what follows it stand for (ECMA-262 22.2.1, with annex B). */
export function readEscape(source: string, at: number, inClass: boolean): Escape {
  const sign = source[at + 1] ?? '\\';
  const end = at + 2;
  const set = Object.hasOwn(CLASSES, sign) ? CLASSES[sign] : undefined;
  if (set !== undefined) return { kind: 'class', set, end };
  if (sign === 'b' || sign === 'B') {
    if (!inClass) return { kind: 'assert', what: sign === 'b' ? 'boundary' : 'no-boundary', end };
    return { kind: 'char', set: one(sign === 'b' ? 8 : 0x42), end };
  }
  const isZero = sign === '0' && !/^\d/.test(source[end] ?? '');
  if ((/^\d/.test(sign) && !isZero) || /^[kpP]$/.test(sign))
    return { kind: 'unsupported', part: `\\${sign}`, end };
  const rest = source.slice(at + 1, at + 6);
  const hex = HEX.exec(rest);
  if (hex)
    return {
      kind: 'char',
      set: one(Number.parseInt(hex[1] ?? hex[2] ?? '', 16)),
      end: at + 1 + hex[0].length,
    };
  const control = CONTROL.exec(rest);
  if (control?.[1]) return { kind: 'char', set: one(control[1].charCodeAt(0) % 32), end: end + 1 };
  // Annex B: the backslash stands for itself.
  if (sign === 'c') return { kind: 'char', set: one(0x5c), end: at + 1 };
  const unit = Object.hasOwn(CONTROLS, sign) ? CONTROLS[sign] : undefined;
  return { kind: 'char', set: one(unit ?? sign.charCodeAt(0)), end };
}
