/** Base64 and base64url (RFC 4648 sections 4 and 5), padded or not. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTETS = new Map<string, number>([...ALPHABET].map((char, index) => [char, index]));
SEXTETS.set('-', 62).set('_', 63);

/** The octets; null for what is not base64. */
export function decodeBase64(text: string): Uint8Array | null {
  const body = text.replace(/={1,2}$/, '');
  if (body.length % 4 === 1) return null;
  const octets = new Uint8Array(Math.floor((body.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (const char of body) {
    const sextet = SEXTETS.get(char);
    if (sextet === undefined) return null;
    buffer = ((buffer << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      octets[length++] = (buffer >> bits) & 0xff;
    }
  }
  return octets;
}

/** The text that octets are in UTF-8, where they are text: no control characters but tab and line ends; null otherwise. */
export function textOf(octets: Uint8Array): string | null {
  let escaped = '';
  for (const octet of octets) {
    if (octet < 0x20 && octet !== 9 && octet !== 10 && octet !== 13) return null;
    escaped += `%${octet.toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
