/** IDs that begin with a time so that they sort by age: ULID, KSUID, MongoDB's ObjectId, Snowflake. */
import { numberOf } from './integers.ts';
import { plausibleTime } from './plausible-time.ts';
import type { Structure } from './structure-type.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KSUID_EPOCH_S = 1_400_000_000;
/** Twitter's and Discord's; others count from the Unix epoch. */
const SNOWFLAKE_EPOCHS = [1_288_834_974_657, 1_420_070_400_000] as const;

export function sortableId(id: string): Structure | null {
  return ulid(id) ?? ksuid(id) ?? objectId(id) ?? snowflake(id);
}

/** github.com/ulid/spec: 48 bits of milliseconds, 80 bits, in Crockford's base32. */
function ulid(id: string): Structure | null {
  if (!/^[0-7][0-9a-hjkmnp-tv-z]{25}$/i.test(id) || /^[0-9a-f]+$/i.test(id)) return null;
  const value = numberOf(id.slice(0, 10).toLowerCase(), CROCKFORD);
  const time = value === null ? null : plausibleTime(Number(value));
  if (time === null) return null;
  return {
    kind: 'ulid',
    title: 'ULID',
    proves:
      'The first 48 bits are the time in milliseconds; 80 bits are left, and makers that count within a millisecond leave fewer.',
    freeBits: 80,
    predictable: false,
    confidence: 'firm',
    time,
  };
}

/** github.com/segmentio/ksuid: 32 bits of seconds, 128 bits, in base62. */
function ksuid(id: string): Structure | null {
  if (!/^[0-9A-Za-z]{27}$/.test(id)) return null;
  const value = numberOf(id, BASE62);
  if (value === null || value >= 1n << 160n) return null;
  const time = plausibleTime((Number(value >> 128n) + KSUID_EPOCH_S) * 1000);
  if (time === null) return null;
  return {
    kind: 'ksuid',
    title: 'KSUID',
    proves: 'The first 32 bits are the time in seconds; 128 bits are left to chance.',
    freeBits: 128,
    predictable: false,
    confidence: 'tentative',
    time,
  };
}

/** BSON specification: 4 octets of seconds, 5 of the process, 3 of a counter. */
function objectId(id: string): Structure | null {
  if (!/^(?:[0-9a-f]{24}|[0-9A-F]{24})$/.test(id)) return null;
  const time = plausibleTime(Number.parseInt(id.slice(0, 8), 16) * 1000);
  if (time === null) return null;
  return {
    kind: 'object-id',
    title: 'ObjectId',
    proves:
      'It is built of the time in seconds, a number of the process that stays the same, and a counter: one ID tells the next.',
    freeBits: 0,
    predictable: true,
    confidence: 'tentative',
    time,
  };
}

/** 41 bits of milliseconds, 10 of the machine, 12 of a counter, as a decimal number. */
function snowflake(id: string): Structure | null {
  if (!/^[1-9]\d{16,18}$/.test(id)) return null;
  const milliseconds = Number(BigInt(id) >> 22n);
  for (const epoch of SNOWFLAKE_EPOCHS) {
    const time = plausibleTime(milliseconds + epoch);
    if (time === null) continue;
    return {
      kind: 'snowflake',
      title: 'Snowflake ID',
      proves:
        'It is built of the time in milliseconds, the number of the machine and a counter: one ID tells the next.',
      freeBits: 0,
      predictable: true,
      confidence: 'tentative',
      time,
    };
  }
  return null;
}
