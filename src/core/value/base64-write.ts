const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;

/** Base64 (RFC 4648 section 4) or base64url (section 5), padded or not. */
export function encodeBase64(
  octets: Uint8Array,
  { urlSafe, padded }: { readonly urlSafe: boolean; readonly padded: boolean },
): string {
  const alphabet = urlSafe ? URL_SAFE : STANDARD;
  let text = '';
  for (let i = 0; i < octets.length; i += 3) {
    const left = octets.length - i;
    const group = ((octets[i] ?? 0) << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0);
    for (let n = 0; n < 4; n++) {
      if (n <= left) text += alphabet[(group >> (18 - 6 * n)) & 63];
      else if (padded) text += '=';
    }
  }
  return text;
}
