/** What a person could read in a value without any key: itself, and what URL decoding, base64 and JSON strings give. */
import { decodeBase64, textOf } from './base64.ts';

export interface Reading {
  readonly text: string;
  /** How it was reached: `URL-decoded`, `base64-decoded`; empty for the value itself. */
  readonly through: readonly string[];
}

const DEEPEST = 4;
const MOST = 24;
const LONGEST = 16_384;

/** Bounded in depth, number and size; a JWT is left closed, it has rules of its own. */
export function readingsOf(value: string): readonly Reading[] {
  const readings: Reading[] = [];
  const seen = new Set<string>();
  const queue: Reading[] = [{ text: value.slice(0, LONGEST), through: [] }];
  for (
    let reading = queue.shift();
    reading !== undefined && readings.length < MOST;
    reading = queue.shift()
  ) {
    if (seen.has(reading.text) || isJwt(reading.text)) continue;
    seen.add(reading.text);
    readings.push(reading);
    if (reading.through.length < DEEPEST) queue.push(...stepsFrom(reading));
  }
  return readings;
}

function stepsFrom({ text, through }: Reading): Reading[] {
  const steps: Reading[] = [];
  const bare = unquoted(text);
  if (bare !== text) steps.push({ text: bare, through });
  if (/%[0-9a-f]{2}/i.test(text)) {
    const decoded = percentDecoded(text);
    if (decoded !== null) steps.push({ text: decoded, through: [...through, 'URL-decoded'] });
  }
  for (const piece of base64Pieces(text)) {
    const octets = decodeBase64(piece);
    const decoded = octets === null ? null : textOf(octets);
    if (decoded !== null) steps.push({ text: decoded, through: [...through, 'base64-decoded'] });
  }
  return steps;
}

/** Quotes around it, and the `j:` and `s:` that Express puts before JSON and signed values. */
function unquoted(text: string): string {
  const marked = /^[js]:/.test(text) ? text.slice(2) : text;
  return marked.length > 1 && marked.startsWith('"') && marked.endsWith('"') ? marked.slice(1, -1) : marked;
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The whole, or the parts of a signed value (`payload.time.signature`, `payload--signature`), long enough to say something. */
function base64Pieces(text: string): readonly string[] {
  return text
    .split(/\.|--|\||:|&/)
    .slice(0, 8)
    .filter((piece) => piece.length >= 12 && /^[\w+/-]+={0,2}$/.test(piece));
}

/** `header.payload.signature`, of which the header names an algorithm. */
export function isJwt(text: string): boolean {
  const parts = text.split('.');
  if (parts.length !== 3 && parts.length !== 5) return false;
  const octets = decodeBase64(parts[0] ?? '');
  const header = octets === null ? null : textOf(octets);
  if (header === null) return false;
  return header.trimStart().startsWith('{') && header.includes('"alg"');
}
