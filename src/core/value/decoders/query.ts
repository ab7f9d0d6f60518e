import { isRecord } from '../json-text.ts';
import { type DecodeText, refused, type Written, written } from '../layer.ts';
import { percentWriterLike } from '../percent.ts';

type Pair = readonly [key: string, value: string];

const KEY = /^[\w.$[\]%+:-]{1,128}$/;

/** `a=1&b=2`, two pairs at least (application/x-www-form-urlencoded of the URL standard). One `a=1` alone could be anything. */
export const query: DecodeText = (text) => {
  const pieces = text.split('&');
  if (pieces.length < 2 || pieces.length > 1000 || /[\s{}"]/.test(text)) return null;
  const pairs: Pair[] = [];
  for (const piece of pieces) {
    const cut = piece.indexOf('=');
    if (cut < 1 || !KEY.test(piece.slice(0, cut))) return null;
    pairs.push([plain(piece.slice(0, cut)), plain(piece.slice(cut + 1))]);
  }
  const unique = new Set(pairs.map(([key]) => key)).size === pairs.length;
  return {
    layer: {
      format: 'query',
      readable: true,
      text: pairs.map(([key, value]) => `${key}=${value}`).join('\n'),
      // fromEntries makes own keys, whatever they are called.
      data: unique ? Object.fromEntries(pairs) : pairs,
      notes: unique ? [] : ['A key comes more than once: shown as pairs, in order.'],
    },
    rewrite: { kind: 'data', write: (data) => writeLike(text, data) },
  };
};

function plain(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function writeLike(text: string, data: unknown): Written {
  const entries: unknown = isRecord(data) ? Object.entries(data) : data;
  if (!Array.isArray(entries) || !entries.every(isPair)) return refused('A query is keys with text.');
  const encode = percentWriterLike(text.replace(/[=&]/g, ''));
  const pieces: string[] = [];
  for (const [key, value] of entries) {
    const parts = [encode(key), encode(String(value))];
    const failed = parts.find((part) => !part.ok);
    if (failed !== undefined) return failed;
    const [left = '', right = ''] = parts.map((part) => (part.ok ? spaces(part.value, text) : ''));
    pieces.push(`${left.replaceAll('=', '%3D')}=${right}`);
  }
  return written(pieces.join('&'));
}

/** Spaces as the rest writes them; a plus that is meant as one is escaped. */
function spaces(encoded: string, text: string): string {
  const escaped = encoded.replaceAll('+', '%2B');
  return text.includes('+') ? escaped.replaceAll('%20', '+') : escaped;
}

function isPair(entry: unknown): entry is readonly [string, string | number | boolean] {
  return (
    Array.isArray(entry) &&
    entry.length === 2 &&
    typeof entry[0] === 'string' &&
    ['string', 'number', 'boolean'].includes(typeof entry[1])
  );
}
