import { type DecodeOctets, never } from '../layer.ts';
import { evidence, printableText } from '../printable.ts';

interface Field {
  readonly field: number;
  readonly wire: 'varint' | 'i64' | 'len' | 'i32';
  readonly value: number | string;
}

const MOST_FIELDS = 200;

/**
 * The wire format of Protocol Buffers (protobuf.dev/programming-guides/encoding). It has no mark: taken only where all octets fit, and the
 * text in it is more than chance gives.
 */
export const protobuf: DecodeOctets = (octets) => {
  const fields = fieldsOf(octets);
  if (fields === null || fields.length < 2) return null;
  const texts = fields.flatMap(({ wire, value }) =>
    wire === 'len' && typeof value === 'string' && !value.startsWith('0x') ? [value] : [],
  );
  if (texts.reduce((bits, text) => bits + Math.max(0, evidence(text)), 0) < 24) return null;
  return {
    layer: {
      format: 'protobuf',
      readable: true,
      data: fields,
      notes: [
        'It fits the wire format of Protocol Buffers, which has no mark of its own: a guess. Names are not in it.',
      ],
    },
    rewrite: never('It is a guess at a format: read here, not written.'),
  };
};

function fieldsOf(octets: Uint8Array): readonly Field[] | null {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint | null => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const octet = octets[at++];
      if (octet === undefined) return null;
      value |= BigInt(octet & 0x7f) << shift;
      if (octet < 0x80) return value;
    }
    return null;
  };
  while (at < octets.length) {
    const tag = varint();
    if (tag === null || tag >> 3n < 1n || tag >> 3n > 4096n || fields.length >= MOST_FIELDS) return null;
    const field = Number(tag >> 3n);
    const wire = Number(tag & 7n);
    if (wire === 0) {
      const value = varint();
      if (value === null) return null;
      fields.push({ field, wire: 'varint', value: value <= 2n ** 53n ? Number(value) : String(value) });
      continue;
    }
    if (wire !== 1 && wire !== 2 && wire !== 5) return null;
    const length = wire === 2 ? varint() : BigInt(wire === 1 ? 8 : 4);
    if (length === null || length > BigInt(octets.length - at)) return null;
    const piece = octets.subarray(at, at + Number(length));
    at += Number(length);
    const text = wire === 2 ? printableText(piece) : null;
    fields.push({
      field,
      wire: wire === 2 ? 'len' : wire === 1 ? 'i64' : 'i32',
      value: text ?? hexOf(piece),
    });
  }
  return fields;
}

function hexOf(octets: Uint8Array): string {
  return `0x${Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')}`;
}
