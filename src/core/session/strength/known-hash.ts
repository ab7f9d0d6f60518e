/** IDs that are the MD5, SHA-1 or SHA-256 of a small known string: a counter, a usual user name, a time, or what the caller knows. */
import { utf8 } from '../../report/utf8.ts';
import { decodeBase64 } from '../../value/base64.ts';
import { md5 } from './md5.ts';
import { sha1 } from './sha1.ts';
import { sha256 } from './sha256.ts';
import type { Structure } from './structure-type.ts';

export interface KnownStrings {
  /** Strings whose hash is tried: a user name, an address. */
  readonly strings?: readonly string[];
  /** Epoch milliseconds near which the ID was made: seconds two minutes around it, milliseconds one second around it are tried. */
  readonly around?: number;
  /** How many numbers, from 0 on; 2,048 unless told. */
  readonly numbers?: number;
}

const NAMES =
  'admin administrator root user test guest demo anonymous login session password secret default null undefined true false system'.split(
    ' ',
  );
const NUMBERS = 2048;
const MOST_NUMBERS = 1_000_000;
const HASHES = [
  { name: 'MD5', length: 32, hash: md5 },
  { name: 'SHA-1', length: 40, hash: sha1 },
  { name: 'SHA-256', length: 64, hash: sha256 },
] as const;
type Hash = (typeof HASHES)[number];

/** Made once for each hash: the numbers and names that are tried for every ID. */
const usual = new Map<Hash, Map<string, string>>();

export function knownHash(id: string, known: KnownStrings = {}): Structure | null {
  const hex = asHex(id);
  const hash = HASHES.find(({ length }) => length === hex?.length);
  if (hex === null || hash === undefined) return null;
  const source = usualSource(hash, hex) ?? givenSource(hash, hex, known);
  return source === null ? null : found(hash, source);
}

/** Hex, or base64 of as many octets as the hash has. */
function asHex(id: string): string | null {
  if (/^[0-9a-f]{32,64}$/i.test(id)) return id.toLowerCase();
  if (!/^[\w+/-]{22,43}={0,2}$/.test(id)) return null;
  const octets = decodeBase64(id);
  return octets && Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

function usualSource(hash: Hash, hex: string): string | null {
  let sources = usual.get(hash);
  if (sources === undefined) {
    sources = new Map();
    for (let n = 0; n < NUMBERS; n++) sources.set(of(hash, String(n)), 'a small number');
    for (const name of ['', ...NAMES]) sources.set(of(hash, name), 'a usual word');
    usual.set(hash, sources);
  }
  return sources.get(hex) ?? null;
}

function givenSource(
  hash: Hash,
  hex: string,
  { strings = [], around, numbers = 0 }: KnownStrings,
): string | null {
  if (strings.slice(0, 1000).some((text) => of(hash, text.slice(0, 1000)) === hex)) return 'a known string';
  for (let n = NUMBERS; n < Math.min(numbers, MOST_NUMBERS); n++)
    if (of(hash, String(n)) === hex) return 'a small number';
  if (around === undefined || !Number.isFinite(around)) return null;
  const second = Math.floor(around / 1000);
  for (let n = second - 120; n <= second + 120; n++)
    if (of(hash, String(n)) === hex) return 'the time in seconds';
  const millisecond = Math.floor(around);
  for (let n = millisecond - 1000; n <= millisecond + 1000; n++) {
    if (of(hash, String(n)) === hex) return 'the time in milliseconds';
  }
  return null;
}

function of({ hash }: Hash, text: string): string {
  return hash(utf8(text));
}

function found({ name }: Hash, source: string): Structure {
  return {
    kind: 'known-hash',
    title: `${name} of ${source}`,
    proves: `It is the ${name} of ${source}, without a secret: whoever guesses the string has the ID.`,
    freeBits: 0,
    predictable: true,
    confidence: 'certain',
  };
}
