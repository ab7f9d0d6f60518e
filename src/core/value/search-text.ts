import { decodeValue } from './decode-value.ts';
import type { DecodedLayer } from './layer.ts';

/** The longest text that is kept of one value, in characters. */
const MOST = 16_384;
/** How much is remembered in all, of values and texts, in characters. */
const REMEMBERED = 8_000_000;

let memory = new Map<string, string>();
let size = 0;

/**
 * What stands inside a value, layer by layer, in lower case, for a search to look through; empty where nothing is encoded in it. The value
 * itself is not a part of it. At most 16,384 characters; the same value is decoded once. Never throws. It is as secret as the value.
 */
export function searchText(value: string): string {
  const known = memory.get(value);
  if (known !== undefined) return known;
  const text = readable(value);
  if (size > REMEMBERED) {
    memory = new Map();
    size = 0;
  }
  memory.set(value, text);
  size += value.length + text.length;
  return text;
}

function readable(value: string): string {
  const pieces = new Set<string>();
  for (const layer of decodeValue(value).layers) {
    if (layer.text !== undefined) pieces.add(layer.text.slice(0, MOST));
    const data = written(layer);
    if (data !== '') pieces.add(data.slice(0, MOST));
  }
  pieces.delete(value);
  return [...pieces].join('\n').slice(0, MOST).toLowerCase();
}

/** The data in one way of writing, whatever escapes the site writes. */
function written({ data }: DecodedLayer): string {
  if (typeof data !== 'object' || data === null) return '';
  try {
    return JSON.stringify(data);
  } catch {
    return '';
  }
}
