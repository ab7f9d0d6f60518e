import { deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflateGzip } from '../../src/core/value/compressed.ts';
import { inflate } from '../../src/core/value/inflate.ts';

const content = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .array(fc.constantFrom('abc', 'abcd', 'x', '\0', 'zzzzzzzz'), { maxLength: 500 })
    .map((parts) => Buffer.from(parts.join(''))),
);

describe('inflate against zlib', { timeout: 60_000 }, () => {
  it('gives the same for what was packed', () => {
    fc.assert(
      fc.property(
        content,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 4 }),
        (octets, level, strategy) => {
          const packed = deflateRawSync(octets, { level, strategy });
          expect(Buffer.from(inflate(packed, 65_536)?.octets ?? []).equals(octets)).toBe(true);
          expect(Buffer.from(inflateGzip(gzipSync(octets, { level }))?.octets ?? []).equals(octets)).toBe(
            true,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agrees on what is damaged', () => {
    const damaged = fc
      .tuple(content, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }), fc.nat())
      .map(([octets, changes, end]) => {
        const packed = Buffer.from(deflateRawSync(octets));
        for (const [at, octet] of changes) packed[at % packed.length] = octet;
        return packed.subarray(0, packed.length - (end % 3));
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), (packed) => {
        let expected: Buffer | null;
        try {
          expected = inflateRawSync(packed, { maxOutputLength: 70_000 });
        } catch {
          expected = null;
        }
        const inflated = inflate(packed, 70_000);
        expect(inflated === null ? null : Buffer.from(inflated.octets)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
