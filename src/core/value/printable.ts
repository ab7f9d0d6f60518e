/** Whether octets are text, and how sure that is: what happens to decode is not thereby encoded. */

/** UTF-8 (RFC 3629), strictly; null where it is none or holds control characters other than tab and line ends. */
export function printableText(octets: Uint8Array): string | null {
  const text = utf8Text(octets);
  return text === null || UNPRINTABLE.test(text) ? null : text;
}

const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\p{Co}\p{Cn}]/u;

/** UTF-8, strictly, control characters and all; null where it is none. */
export function utf8Text(octets: Uint8Array): string | null {
  let text = '';
  let codes: number[] = [];
  for (let i = 0; i < octets.length; ) {
    const lead = octets[i++] ?? 0;
    const more =
      lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more < 0 || i + more > octets.length) return null;
    let code = more === 0 ? lead : lead & (0x3f >> more);
    for (let n = 0; n < more; n++) {
      const next = octets[i++] ?? 0;
      if ((next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 0x3f);
    }
    const shortest = more === 2 ? 0x800 : more === 3 ? 0x10000 : 0;
    if (code < shortest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    codes.push(code);
    if (codes.length === 4096) {
      text += String.fromCodePoint(...codes);
      codes = [];
    }
  }
  return text + String.fromCodePoint(...codes);
}

/** Each octet as the character of its number (ISO-8859-1). */
export function latin1Text(octets: Uint8Array): string {
  let text = '';
  for (let i = 0; i < octets.length; i += 4096) text += String.fromCharCode(...octets.subarray(i, i + 4096));
  return text;
}

/**
 * How many bits of chance speak against random octets having become this text by accident: an ASCII letter, digit or space is one of
 * four octets, another printable one of about three. Other scripts count only where they keep to one block, which chance does not.
 */
export function evidence(text: string): number {
  // A percent-encoded octet is three that fit together.
  let bits = 8 * (text.slice(0, 512).match(/%[0-9a-f]{2}/gi)?.length ?? 0);
  let block = -1;
  for (const char of text.slice(0, 512)) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bits += /[\w ]/.test(char) ? 2 : 0.5;
    } else {
      const same = code >> 8 === block || (code >= 0x3040 && code < 0xa000 && block >= 0x30 && block < 0xa0);
      const letter = /[\p{L}\p{M}]/u.test(char);
      if (letter && same) bits += code < 0x800 ? 3 : 5;
      else if (!letter || block !== -1) bits -= 3;
      block = code >> 8;
    }
  }
  return bits;
}

/** Runs of printable ASCII in octets, as a person would look for them in a file. */
export function stringsIn(octets: Uint8Array, shortest = 3): readonly string[] {
  const found: string[] = [];
  for (const run of latin1Text(octets).match(/[\x20-\x7e]+/g) ?? [])
    if (run.length >= shortest) found.push(run);
  return found.slice(0, 500);
}
