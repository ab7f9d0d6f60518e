/**
 * The octets of a string in UTF-8. A lone surrogate is kept as its own three octets (WTF-8) rather than replaced, so that
 * different strings stay different.
 */
export function utf8(text: string): Uint8Array {
  const octets = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code < 0x80) {
      octets[length++] = code;
    } else if (code < 0x800) {
      octets[length++] = 0xc0 | (code >> 6);
      octets[length++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      octets[length++] = 0xe0 | (code >> 12);
      octets[length++] = 0x80 | ((code >> 6) & 0x3f);
      octets[length++] = 0x80 | (code & 0x3f);
    } else {
      octets[length++] = 0xf0 | (code >> 18);
      octets[length++] = 0x80 | ((code >> 12) & 0x3f);
      octets[length++] = 0x80 | ((code >> 6) & 0x3f);
      octets[length++] = 0x80 | (code & 0x3f);
      i++;
    }
  }
  return octets.subarray(0, length);
}
