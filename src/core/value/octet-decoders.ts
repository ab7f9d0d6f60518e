import { deflate, gzip, zlib } from './decoders/compression.ts';
import { foreignObject } from './decoders/foreign-object.ts';
import { protobuf } from './decoders/protobuf.ts';
import type { DecodeOctets, Step } from './layer.ts';

/** The surest first. */
const DECODERS: readonly DecodeOctets[] = [gzip, zlib, foreignObject, deflate, protobuf];

/** What octets that are no text hold; null: of no known form. */
export function readOctets(octets: Uint8Array): Step | null {
  for (const decode of DECODERS) {
    const step = decode(octets);
    if (step !== null) return step;
  }
  return null;
}
