/** UUID versions 1 to 8 (RFC 9562) and what each proves about the bits that are not the version. */
import { plausibleTime } from './plausible-time.ts';
import type { Structure } from './structure-type.ts';

const DASHED =
  /^(?:urn:uuid:)?\{?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i;
const GREGORIAN_TO_UNIX_MS = 12_219_292_800_000;

export function uuid(id: string): Structure | null {
  const groups = DASHED.exec(id)?.slice(1);
  if (groups !== undefined) return fromHex(groups.join('').toLowerCase());
  if (!/^[0-9a-f]{32}$/i.test(id)) return null;
  // Without dashes one hash in 64 has a UUID's version and variant by chance. A time in it tells more, but among thousands of
  // MD5-like IDs one would pass for such: several IDs with times near each other make it certain (`sample-structure.ts`).
  const structure = fromHex(id.toLowerCase());
  return structure?.time === undefined ? null : { ...structure, confidence: 'tentative' };
}

function fromHex(hex: string): Structure | null {
  if (/^0+$/.test(hex)) return constant('uuid-nil', 'nil UUID');
  if (/^f+$/.test(hex)) return constant('uuid-max', 'max UUID');
  const version = hex.charAt(12);
  if (!/[89ab]/.test(hex.charAt(16))) return other();
  if (version === '1' || version === '2') return timed(hex, version, gregorian(hex));
  if (version === '6') return timed(hex, version, reordered(hex));
  if (version === '7') {
    const time = plausibleTime(Number.parseInt(hex.slice(0, 12), 16));
    return {
      kind: 'uuid-v7',
      title: 'UUID version 7',
      proves:
        'The first 48 bits are the time of its making in milliseconds; 74 bits at most are left to chance.',
      freeBits: 74,
      predictable: false,
      confidence: 'certain',
      ...(time === null ? {} : { time }),
    };
  }
  if (version === '4') {
    return plain(
      'uuid-v4',
      122,
      false,
      'All but the 6 bits of version and variant are left to chance: 122 bits.',
    );
  }
  if (version === '3' || version === '5') {
    return plain(
      `uuid-v${version}`,
      null,
      true,
      `It is a hash (${version === '3' ? 'MD5' : 'SHA-1'}) of a name without a secret: whoever knows the name can compute it.`,
    );
  }
  if (version === '8')
    return plain('uuid-v8', 122, false, 'Its maker decides what the 122 bits hold; the form proves nothing.');
  return other();
}

function plain(
  kind: Structure['kind'],
  freeBits: number | null,
  predictable: boolean,
  proves: string,
): Structure {
  const title = `UUID version ${kind.slice(-1)}`;
  return { kind, title, proves, freeBits, predictable, confidence: 'certain' };
}

function other(): Structure {
  return {
    kind: 'uuid-other',
    title: 'UUID without a known version',
    proves: 'It is written as a UUID but has no version of RFC 9562; the form proves nothing.',
    freeBits: null,
    predictable: false,
    confidence: 'certain',
  };
}

function constant(kind: 'uuid-nil' | 'uuid-max', title: string): Structure {
  const proves = 'It is a constant that everybody knows.';
  return { kind, title, proves, freeBits: 0, predictable: true, confidence: 'certain' };
}

/** Versions 1, 2 and 6: a clock of 100 ns, a clock sequence, and the machine's address or 47 bits instead of it. */
function timed(hex: string, version: '1' | '2' | '6', milliseconds: number): Structure {
  // The multicast bit is set where the node is no real address (RFC 9562 section 6.10).
  const isMadeUpNode = (Number.parseInt(hex.slice(20, 22), 16) & 1) === 1;
  const time = plausibleTime(milliseconds);
  const node = isMadeUpNode ? 'a made-up address that stays the same' : "the machine's network address";
  return {
    kind: `uuid-v${version}`,
    title: `UUID version ${version}`,
    proves: `It is built of the time of its making, a clock sequence that seldom changes, and ${node}: one ID tells most of the next.`,
    freeBits: version === '2' ? 6 : 14,
    predictable: true,
    confidence: 'certain',
    ...(time === null || version === '2' ? {} : { time }),
  };
}

function gregorian(hex: string): number {
  return fromTicks(hex.slice(13, 16) + hex.slice(8, 12) + hex.slice(0, 8));
}

function reordered(hex: string): number {
  return fromTicks(hex.slice(0, 12) + hex.slice(13, 16));
}

/** Ticks of 100 ns since 1582-10-15 (RFC 9562 section 5.1), as epoch milliseconds. */
function fromTicks(ticks: string): number {
  return Math.floor(Number.parseInt(ticks, 16) / 10_000) - GREGORIAN_TO_UNIX_MS;
}
