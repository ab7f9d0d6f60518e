/** The characters whose last two bits are 0, and of those the ones whose last four are, in both alphabets of RFC 4648. */
const TWO_ZERO = new Set('AEIMQUYcgkosw048');
const FOUR_ZERO = new Set('AQgw');

/**
 * Whether base64 ends as an encoder ends it: bits beyond the last octet are 0 (RFC 4648 section 3.5). Of random text one in four or
 * sixteen does, so it tells signatures from IDs of the same length.
 */
export function isCanonicalBase64(text: string): boolean {
  const body = text.replace(/={1,2}$/, '');
  const last = body.at(-1) ?? '';
  if (body.length % 4 === 2) return FOUR_ZERO.has(last);
  if (body.length % 4 === 3) return TWO_ZERO.has(last);
  return body.length % 4 === 0;
}
