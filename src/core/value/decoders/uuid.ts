import { isBelievable, isoDate } from '../instant.ts';
import { type DecodeText, NO_EDIT, never } from '../layer.ts';

const SHAPE = /^\{?([\da-f]{8})-([\da-f]{4})-([\da-f])([\da-f]{3})-([89ab][\da-f]{3})-([\da-f]{12})\}?$/i;

/** 100 ns steps from 15 October 1582 to 1970 (RFC 9562 section 5.1). */
const GREGORIAN = 122_192_928_000_000_000n;

const KIND: Readonly<Record<number, string>> = {
  1: 'time and node: the next one can be guessed, it is no secret',
  2: 'DCE security: it is no secret',
  3: 'MD5 of a name: whoever knows the name can make it',
  4: 'random, 122 bits, if its generator is good',
  5: 'SHA-1 of a name: whoever knows the name can make it',
  6: 'time first, and node: the next one can be guessed, it is no secret',
  7: 'time first, then up to 74 random bits',
  8: 'made by rules of its own',
};

/** A UUID (RFC 9562) of the versions 1 to 8, with the time that is in it. */
export const uuid: DecodeText = (text) => {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [, low = '', mid = '', digit = '', high = '', , node = ''] = match;
  const version = Number.parseInt(digit, 16);
  const kind = KIND[version];
  if (kind === undefined) return null;
  const at = timeOf(version, low, mid, high);
  const believable = at !== null && isBelievable(at);
  const notes = [`UUID version ${version}: ${kind}.`];
  if (believable) notes.push(`Made ${isoDate(at)}.`);
  if (version === 1 || version === 6) notes.push(`Node ${node.toLowerCase()}: it may be a network address.`);
  const seen = believable
    ? { data: { version, at }, times: [{ kind: 'made', at } as const] }
    : { data: { version } };
  return {
    layer: { format: 'uuid', readable: true, ...seen, notes },
    rewrite: never(NO_EDIT),
  };
};

function timeOf(version: number, low: string, mid: string, high: string): number | null {
  if (version === 7) return Number.parseInt(low + mid, 16);
  if (version !== 1 && version !== 6) return null;
  const ticks = BigInt(`0x${version === 1 ? high + mid + low : low + mid + high}`);
  return Number((ticks - GREGORIAN) / 10_000n);
}
