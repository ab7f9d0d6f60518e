import { decodeBase64 } from '../base64.ts';
import { isCanonicalBase64 } from '../canonical-base64.ts';
import { isBelievable, isLikelyTime, isoDate } from '../instant.ts';
import { isRecord } from '../json-text.ts';
import { type DecodeText, never, SIGNED } from '../layer.ts';
import { signedPayload } from '../signed-payload.ts';

/** The epoch that itsdangerous counted from before version 1.1: 2011-01-01. */
const OLD_EPOCH = 1_293_840_000;

/**
 * itsdangerous: `payload.signature` or `payload.time.signature`, with a dot before it where it is compressed. Called `flask` where it is
 * what Flask's session is: an object, with a time. HMAC-SHA1 has 27 characters, SHA-256 43, SHA-512 86.
 */
export const itsdangerous: DecodeText = (text) => {
  const [, dot = '', body = '', , stamp, signature = ''] =
    /^(\.?)([\w-]+)(\.([\w-]{4,8}))?\.([\w-]{27}|[\w-]{43}|[\w-]{86})$/.exec(text) ?? [];
  if (body === '' || !isCanonicalBase64(signature)) return null;
  const at = stamp === undefined ? null : timeOf(stamp);
  if (stamp !== undefined && at === null) return null;
  const payload = signedPayload(body, dot !== '');
  const plain = payload?.data === undefined;
  // Without JSON inside, only the time tells it from any dotted ID.
  if (plain && (at === null || dot !== '' || !isLikelyTime(at) || !isCanonicalBase64(stamp ?? '')))
    return null;
  const notes = [
    'Signed by itsdangerous (Flask), not checked here: anyone can read it, only the server can change it.',
  ];
  if (at !== null) notes.push(`Signed ${isoDate(at)}.`);
  if (dot !== '') notes.push('Compressed with zlib.');
  const rewrite = never(SIGNED);
  const times = at === null ? [] : [{ kind: 'signed', at } as const];
  if (plain) {
    notes.push('Known by its form alone.');
    return {
      layer: { format: 'itsdangerous', readable: true, text: body, notes, times },
      inside: body,
      rewrite,
    };
  }
  const format = at !== null && isRecord(payload.data) ? 'flask' : 'itsdangerous';
  return {
    layer: { format, readable: true, text: payload.text ?? '', data: payload.data, notes, times },
    rewrite,
  };
};

/** Seconds as octets, the highest first; null where they make no believable time. */
function timeOf(stamp: string): number | null {
  let seconds = 0;
  for (const octet of decodeBase64(stamp) ?? []) seconds = seconds * 256 + octet;
  const at = (seconds < OLD_EPOCH - 189_000_000 ? seconds + OLD_EPOCH : seconds) * 1000;
  return isBelievable(at) ? at : null;
}
