import { refused, type Written, written } from './layer.ts';

/**
 * A writer that percent-encodes the way `text` is encoded: the characters that stand escaped there, those that stand plain, and the
 * case of its hex digits. What `text` does not show is done like `encodeURIComponent`.
 */
export function percentWriterLike(text: string): (inside: string) => Written {
  const escapes = text.match(/%[0-9a-f]{2}/gi) ?? [];
  const lower = escapes.some((code) => /[a-f]/.test(code)) && !escapes.some((code) => /[A-F]/.test(code));
  const escaped = new Set(escapes.map((code) => String.fromCharCode(Number.parseInt(code.slice(1), 16))));
  const plain = new Set(text.replace(/%[0-9a-f]{2}/gi, ''));
  const keepsOthers = [...plain].some((char) => char > '\x7f');
  const encode = (char: string): string => {
    if (char > '\x7f') return keepsOthers ? char : encodeURIComponent(char);
    if (char !== '%' && !escaped.has(char) && plain.has(char)) return char;
    const usual = encodeURIComponent(char);
    if (usual !== char || !escaped.has(char)) return usual;
    return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  };
  return (inside) => {
    try {
      const encoded = Array.from(inside, encode).join('');
      return written(lower ? encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()) : encoded);
    } catch {
      return refused('The text holds half a character (a lone surrogate), which has no UTF-8.');
    }
  };
}

/** The same, and what stands the same at both ends of `text` and of the changed inside stays as it is written, also where it is mixed. */
export function percentRewriter(text: string): (inside: string) => Written {
  const encode = percentWriterLike(text);
  const pieces = piecesOf(text);
  return (inside) => {
    const chars = Array.from(inside);
    const most = Math.min(chars.length, pieces.length);
    let first = 0;
    while (first < most && pieces[first]?.char === chars[first]) first++;
    let last = 0;
    while (last < most - first && pieces.at(-1 - last)?.char === chars.at(-1 - last)) last++;
    const middle = encode(chars.slice(first, chars.length - last).join(''));
    if (!middle.ok) return middle;
    const joined = (some: readonly Piece[]) => some.map(({ encoded }) => encoded).join('');
    return written(
      joined(pieces.slice(0, first)) + middle.value + joined(pieces.slice(pieces.length - last)),
    );
  };
}

interface Piece {
  readonly char: string;
  readonly encoded: string;
}

/** Each character with how it is written. `text` is percent-encoded UTF-8 throughout. */
function piecesOf(text: string): readonly Piece[] {
  const runs = text.match(/%[0-7].|%[cd].(?:%..){1}|%e.(?:%..){2}|%f.(?:%..){3}|./gisu) ?? [];
  return runs.map((encoded) => ({
    char: encoded.startsWith('%') ? decodeURIComponent(encoded) : encoded,
    encoded,
  }));
}
