import { inflateGzip, inflateZlib } from '../compressed.ts';
import { type Inflated, inflate } from '../inflate.ts';
import { type DecodeOctets, LONGEST, never, type Step } from '../layer.ts';
import { evidence, printableText } from '../printable.ts';

/** gzip (RFC 1952) and zlib (RFC 1950): a checksum proves them. */
export const gzip: DecodeOctets = (octets) => step('gzip', inflateGzip(octets));
export const zlib: DecodeOctets = (octets) => step('zlib', inflateZlib(octets));

/** Bare DEFLATE (RFC 1951) has neither mark nor checksum: it must end with the octets, and be text. */
export const deflate: DecodeOctets = (octets) => {
  if (octets.length < 8) return null;
  const inflated = inflate(octets, LONGEST);
  if (inflated === null || inflated.cut || inflated.used !== octets.length) return null;
  const text = printableText(inflated.octets);
  return text === null || evidence(text) < 40 ? null : step('deflate', inflated);
};

function step(format: string, inflated: Inflated | null): Step | null {
  if (inflated === null) return null;
  const { octets, cut } = inflated;
  const text = printableText(octets);
  const notes = cut
    ? ['Only the first 64 KiB were unpacked.']
    : [`${octets.length} octets unpacked${text === null ? ', that are no text' : ''}.`];
  return {
    layer: { format, readable: true, ...(text === null ? {} : { text }), notes },
    inside: text ?? octets,
    rewrite: never('It is compressed: it is read here, not written.'),
  };
}
