import { deflate, gzip, zlib } from './decoders/compression.ts';
import { foreignObject } from './decoders/foreign-object.ts';
import { protobuf } from './decoders/protobuf.ts';
import type { DecodeOctets, Step } from './layer.ts';

/** The surest first. */
const DECODERS: readonly DecodeOctets[] = [gzip, zlib, foreignObject, deflate, protobuf];

/** Who decodes base64 asks whether its octets are of a known form, and their layer is read next: they are unpacked once. */
const read = new WeakMap<Uint8Array, Step | null>();

/** What octets that are no text hold; null: of no known form. */
export function readOctets(octets: Uint8Array): Step | null {
  const known = read.get(octets);
  if (known !== undefined) return known;
  const step = firstOf(octets);
  read.set(octets, step);
  return step;
}

function firstOf(octets: Uint8Array): Step | null {
  for (const decode of DECODERS) {
    const step = decode(octets);
    if (step !== null) return step;
  }
  return null;
}
