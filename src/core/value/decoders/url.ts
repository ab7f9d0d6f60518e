import { type DecodeText, never } from '../layer.ts';
import { percentRewriter } from '../percent.ts';
import { latin1Text, printableText } from '../printable.ts';

/** Percent-encoding (RFC 3986 section 2.1) of UTF-8. `+` stays a plus: in a cookie it is no space. */
export const url: DecodeText = (text) => {
  if (!/%[0-9a-f]{2}/i.test(text)) return null;
  try {
    const inside = decodeURIComponent(text);
    return {
      layer: { format: 'url', readable: true, text: inside, notes: [] },
      inside,
      rewrite: { kind: 'around', write: percentRewriter(text) },
    };
  } catch {
    return olderEncoding(text);
  }
};

/** `caf%E9`: octets that are no UTF-8, but letters in ISO-8859-1. */
function olderEncoding(text: string): ReturnType<DecodeText> {
  if (/%(?![0-9a-f]{2})|[^\x20-\x7e]/i.test(text)) return null;
  const octets = Uint8Array.from(
    (text.match(/%..|./g) ?? []).map((piece) =>
      piece.length === 3 ? Number.parseInt(piece.slice(1), 16) : piece.charCodeAt(0),
    ),
  );
  if (printableText(octets.filter((octet) => octet < 0x80)) === null) return null;
  if (octets.some((octet) => octet >= 0x80 && octet < 0xc0)) return null;
  const inside = latin1Text(octets);
  return {
    layer: {
      format: 'url',
      readable: true,
      text: inside,
      notes: ['Its octets are no UTF-8; read as ISO-8859-1, which is a guess.'],
    },
    inside,
    rewrite: never('Its text is in another encoding than UTF-8.'),
  };
}
