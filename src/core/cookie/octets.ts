const beyondAscii = /[^\0-\x7F]/;

/** The length of a text in UTF-8, in octets. A lone surrogate counts 3, as the replacement character would. */
export function utf8Length(text: string): number {
  return beyondAscii.test(text) ? countOctets(text) : text.length;
}

function countOctets(text: string): number {
  let octets = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    octets += unit < 0x800 ? 1 : 2;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(index + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        // A pair is two units and four octets.
        index += 1;
      }
    }
  }
  return octets;
}
