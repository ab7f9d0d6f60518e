import { isCanonicalBase64 } from '../canonical-base64.ts';
import { isBelievable, isLikelyTime, isoDate } from '../instant.ts';
import { type DecodeText, never, SIGNED } from '../layer.ts';
import { readOctets } from '../octet-decoders.ts';
import { signedPayload } from '../signed-payload.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Django's signing: `payload:timestamp:signature`. The payload is base64url of JSON (or of a pickle: old sessions), compressed where a
 * dot stands first, or the plain value of `set_signed_cookie`; HMAC-SHA1 has 27 characters, HMAC-SHA256 43.
 */
export const django: DecodeText = (text) => {
  const [, body = '', stamp = '', signature = ''] =
    /^([^\n]+):([0-9A-Za-z]{5,7}):([\w-]{27}|[\w-]{43})$/.exec(text) ?? [];
  if (body === '' || !isCanonicalBase64(signature)) return null;
  let seconds = 0;
  for (const char of stamp) seconds = seconds * 62 + BASE62.indexOf(char);
  if (!isBelievable(seconds * 1000)) return null;
  const compressed = body.startsWith('.');
  const payload = signedPayload(compressed ? body.slice(1) : body, compressed);
  const notes = [
    'Signed by Django, not checked here: anyone can read it, only the server can change it.',
    `Signed ${isoDate(seconds * 1000)}.`,
  ];
  if (compressed) notes.push('Compressed with zlib.');
  const layer = {
    format: 'django',
    readable: true,
    times: [{ kind: 'signed', at: seconds * 1000 }],
  } as const;
  const rewrite = never(SIGNED);
  if (payload?.data !== undefined) {
    return { layer: { ...layer, text: payload.text ?? '', data: payload.data, notes }, rewrite };
  }
  if (payload?.octets !== undefined && readOctets(payload.octets) !== null) {
    return { layer: { ...layer, notes }, inside: payload.octets, rewrite };
  }
  // A plain value: only the time tells it from any ID with colons.
  if (!isLikelyTime(seconds * 1000)) return null;
  notes.push('Known by its form alone.');
  return { layer: { ...layer, text: body, notes }, inside: body, rewrite };
};
