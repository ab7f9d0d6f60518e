import { adler32, crc32 } from './checksum.ts';
import { type Inflated, inflate } from './inflate.ts';
import { LONGEST } from './layer.ts';

/** zlib (RFC 1950), its checksum verified unless it was cut; null for anything else. */
export function inflateZlib(octets: Uint8Array): Inflated | null {
  const [method = 0, flags = 0] = octets;
  // Method 8, a window of at most 32 KiB, no preset dictionary (section 2.2).
  if ((method & 15) !== 8 || method >> 4 > 7 || ((method << 8) | flags) % 31 !== 0 || flags & 32) return null;
  const body = octets.subarray(2);
  const inflated = inflate(body, LONGEST);
  if (inflated === null || inflated.cut) return inflated;
  const check = body.subarray(inflated.used);
  return check.length === 4 && bigEndian(check) === adler32(inflated.octets) ? inflated : null;
}

/** gzip (RFC 1952), one member, its checksum verified unless it was cut; null for anything else. */
export function inflateGzip(octets: Uint8Array): Inflated | null {
  if (octets[0] !== 0x1f || octets[1] !== 0x8b || octets[2] !== 8) return null;
  const start = afterHeader(octets);
  if (start === null) return null;
  const body = octets.subarray(start);
  const inflated = inflate(body, LONGEST);
  if (inflated === null || inflated.cut) return inflated;
  const check = body.subarray(inflated.used);
  return check.length === 8 && bigEndian(check.slice(0, 4).reverse()) === crc32(inflated.octets)
    ? inflated
    : null;
}

/** The optional fields of section 2.3: extra field, name, comment, checksum of the header. */
function afterHeader(octets: Uint8Array): number | null {
  const flags = octets[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (octets[at] ?? 0) + ((octets[at + 1] ?? 0) << 8);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = octets.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at < octets.length ? at : null;
}

function bigEndian(octets: Uint8Array): number {
  let number = 0;
  for (const octet of octets) number = number * 256 + octet;
  return number;
}
