import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { md5 } from '../../../../src/core/session/strength/md5.ts';
import { sha1 } from '../../../../src/core/session/strength/sha1.ts';
import { sha256 } from '../../../../src/core/session/strength/sha256.ts';

describe.each([
  ['md5', md5],
  ['sha1', sha1],
  ['sha256', sha256],
] as const)('%s', (name, hash) => {
  it.each([0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 200])('agrees with Node on %i octets', (length) => {
    const octets = Uint8Array.from({ length }, (_, i) => i * 7 + length);
    expect(hash(octets)).toBe(createHash(name).update(octets).digest('hex'));
  });
});
