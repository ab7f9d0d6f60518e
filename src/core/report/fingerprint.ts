import { sipHash24 } from './siphash.ts';
import { utf8 } from './utf8.ts';

/**
 * A value's keyed fingerprint: 8 hex digits that are equal for equal values of one recording and tell nothing else.
 * @param key 32 hex digits (`Recording.fingerprintKey`); digits that are missing or wrong count as 0.
 */
export function fingerprint(key: string, value: string): string {
  const octets = new Uint8Array(16);
  for (let i = 0; i < 16; i++) {
    const octet = Number.parseInt(key.slice(2 * i, 2 * i + 2), 16);
    octets[i] = Number.isNaN(octet) ? 0 : octet;
  }
  const [low] = sipHash24(octets, utf8(value));
  return low.toString(16).padStart(8, '0');
}
