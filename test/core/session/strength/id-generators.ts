/** IDs as well-known makers write them, seeded: the same in every run. */
import { createHash } from 'node:crypto';
import { type Make, stream } from './generators.ts';

const START = Date.UTC(2026, 0, 15, 9, 30);
const GREGORIAN_TO_UNIX_MS = 12_219_292_800_000n;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE36 = 'abcdefghijklmnopqrstuvwxyz0123456789';
const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

/** Epoch milliseconds of the sample's requests: five a second, some jitter. */
function clock(seed: string): () => number {
  const next = stream(`clock of ${seed}`);
  let now = START;
  return () => {
    now += 180 + ((next(1)[0] ?? 0) % 40);
    return now;
  };
}

function uuid(octets: Buffer, version: number): string {
  octets[6] = ((octets[6] ?? 0) & 0x0f) | (version << 4);
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
  const hex = octets.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function many(count: number, make: (index: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Letters of an alphabet whose size divides 256, or by drawing again. */
function letters(next: (octets: number) => Buffer, alphabet: string, length: number): string {
  let text = '';
  const bound = 256 - (256 % alphabet.length);
  while (text.length < length) {
    const octet = next(1)[0] ?? 0;
    if (octet < bound) text += alphabet.charAt(octet % alphabet.length);
  }
  return text;
}

/** RFC 9562 section 5.1, one machine, one clock sequence. */
export const uuidV1: Make = (count) => {
  const now = clock('uuid v1');
  const tail = stream('node')(8).toString('hex');
  return many(count, (index) => {
    const ticks = ((BigInt(now()) + GREGORIAN_TO_UNIX_MS) * 10_000n + BigInt((index * 7919) % 10_000))
      .toString(16)
      .padStart(15, '0');
    return uuid(Buffer.from(`${ticks.slice(7)}${ticks.slice(3, 7)}0${ticks.slice(0, 3)}${tail}`, 'hex'), 1);
  });
};

/** RFC 9562 section 5.7: 48 bits of milliseconds, 74 of a CSPRNG. */
export const uuidV7: Make = (count) => {
  const now = clock('uuid v7');
  const next = stream('uuid v7');
  return many(count, () =>
    uuid(Buffer.concat([Buffer.from(now().toString(16).padStart(12, '0'), 'hex'), next(10)]), 7),
  );
};

/** 48 bits of milliseconds, 80 of a CSPRNG. */
export const ulid: Make = (count) => {
  const now = clock('ulid');
  const next = stream('ulid');
  return many(count, () => {
    let time = now();
    let head = '';
    for (let i = 0; i < 10; i++) {
      head = CROCKFORD.charAt(time % 32) + head;
      time = Math.floor(time / 32);
    }
    return head + letters(next, CROCKFORD, 16);
  });
};

/** PHP's uniqid(): seconds and microseconds in hex. */
export const phpUniqid: Make = (count) => {
  const now = clock('uniqid');
  return many(count, (index) => {
    const at = now();
    const micros = (at % 1000) * 1000 + ((index * 7919) % 1000);
    return Math.floor(at / 1000).toString(16) + micros.toString(16).padStart(5, '0');
  });
};

/** MD5 of 1, 2, 3… */
export const md5Counter: Make = (count) =>
  many(count, (index) =>
    createHash('md5')
      .update(String(index + 1))
      .digest('hex'),
  );

/** The same, of a counter that stands at 50 million: nothing in the IDs tells. */
export const md5HighCounter: Make = (count) =>
  many(count, (index) =>
    createHash('md5')
      .update(String(index + 50_000_000))
      .digest('hex'),
  );

/** express-session: `s:` and uid-safe's 24 octets in base64url, then cookie-signature's HMAC, percent-encoded. */
export const expressSession: Make = (count) => {
  const next = stream('express');
  return many(count, () => {
    const id = next(24).toString('base64url');
    const signature = createHash('sha256').update(`key ${id}`).digest('base64').replace(/=+$/, '');
    return encodeURIComponent(`s:${id}.${signature}`);
  });
};

/** PHP with session.sid_length = 26 and sid_bits_per_character = 5. */
export const phpSession: Make = (count) => {
  const next = stream('php');
  return many(count, () => letters(next, BASE32HEX, 26));
};

/** Django: 32 of lower-case letters and digits. */
export const django: Make = (count) => {
  const next = stream('django');
  return many(count, () => letters(next, BASE36, 32));
};

/** Rails with sessions in a table: SecureRandom.hex(16). */
export const rails: Make = (count) => {
  const next = stream('rails');
  return many(count, () => next(16).toString('hex'));
};

/** A sound source of a seed of its own, in one of five writings. */
export function soundIds(seed: number, count: number): readonly string[] {
  const next = stream(`sound ${seed}`);
  const writings = [
    () => next(16).toString('hex'),
    () => next(24).toString('base64url'),
    () => letters(next, BASE36, 32),
    () => letters(next, BASE32HEX, 26),
    () => uuid(next(16), 4),
  ];
  const write = writings[seed % writings.length] ?? (() => next(16).toString('hex'));
  return many(count, write);
}
