import { describe, expect, it } from 'vitest';
import { isDrawnFromXorshift } from '../../../../src/core/session/strength/drawn-digits.ts';
import { linearComplexity } from '../../../../src/core/session/strength/linear-complexity.ts';
import { numberGeneratorOf } from '../../../../src/core/session/strength/number-generator.ts';
import { areTooMany, repeatsOf } from '../../../../src/core/session/strength/repeats.ts';
import { structureOfSample } from '../../../../src/core/session/strength/sample-structure.ts';
import { sequenceOf } from '../../../../src/core/session/strength/sequence.ts';
import * as make from './generators.ts';

describe('sequenceOf', () => {
  it.each([
    ['a counter', ['1001', '1002', '1003'], 'constant-step', true],
    ['a counter that is counted down', ['1003', '1002', '1001'], 'constant-step', true],
    ['a counter across a change of length', ['8', '9', '10', '11'], 'constant-step', true],
    ['a counter behind a name', ['user-9', 'user-10', 'user-11', 'user-12'], 'constant-step', true],
    ['a long hex counter', make.hexCounter(5), 'constant-step', true],
    [
      'two long IDs next to each other',
      ['9f3ab2c177d0e4aa00f1', '9f3ab2c177d0e4aa00f5'],
      'small-steps',
      true,
    ],
    ['a clock', make.clock(20), 'small-steps', true],
    [
      'a counter before 64 sound bits',
      make.csprngHex(20).map((id, i) => `${1001 + i}-${id.slice(0, 16)}`),
      'constant-step',
      false,
    ],
    ['a clock before 64 sound bits', make.clockAndCsprng(200), 'small-steps', false],
  ])('%s', (_, ids, kind, isWhole) => {
    expect(sequenceOf(ids)).toMatchObject({ kind, isWhole });
  });

  it.each([
    ['hex of a CSPRNG', make.csprngHex(400)],
    ['base62 of a CSPRNG', make.csprngBase62(400)],
    ['40 bits padded', make.truncated(400)],
    ['a constant part before sound bits', make.csprngHex(50).map((id) => `00001234${id.slice(0, 16)}`)],
    ['one ID', ['1001']],
    ['the same ID again', ['1001', '1001', '1001']],
    ['nothing', []],
  ])('sees none in %s', (_, ids) => {
    expect(sequenceOf(ids)).toBeNull();
  });
});

describe('numberGeneratorOf', () => {
  it.each([
    ['a 32-bit LCG', make.lcg(20), false, 32],
    ['MINSTD in decimal', make.minstd(20), false, 31],
    ['java.util.Random across IDs', make.java(20), false, 48],
    [
      'java.util.Random seeded anew for each ID',
      Array.from({ length: 10 }, (_, seed) => {
        const next = make.javaUtil(BigInt(seed) * 7919n + 1_700_000_000n);
        return Array.from({ length: 4 }, () => next().toString(16).padStart(8, '0')).join('');
      }),
      true,
      48,
    ],
  ])('sees %s', (_, ids, isSeededPerId, stateBits) => {
    expect(numberGeneratorOf(ids)).toMatchObject({ isSeededPerId, stateBits });
  });

  it.each([
    ['hex of a CSPRNG', make.csprngHex(200)],
    ['32 bits of a CSPRNG', make.csprngHex(200).map((id) => id.slice(0, 8))],
    ['UUIDs version 4', make.uuidV4(200)],
    ['nothing', []],
  ])('sees none in %s', (_, ids) => {
    expect(numberGeneratorOf(ids)).toBeNull();
  });
});

describe('isDrawnFromXorshift', () => {
  it.each([
    ['toString(36)', make.mathBase36(40)],
    ['toString(36), two for an ID', make.mathBase36Twice(40)],
    ['a character each of 62', make.mathBase62(12)],
    ['the template of a UUID', make.mathUuid(4)],
  ])('sees it in IDs made with %s', (_, ids) => {
    expect(isDrawnFromXorshift(ids)).toBe(true);
  });

  it.each([
    ['hex of a CSPRNG', make.csprngHex(200)],
    ['base62 of a CSPRNG', make.csprngBase62(200)],
    ['a counter', Array.from({ length: 300 }, (_, i) => String(i).padStart(12, '0'))],
    ['the sum form, whose high bits are not linear', make.xorshiftSum(200)],
  ])('sees it not in %s', (_, ids) => {
    expect(isDrawnFromXorshift(ids)).toBe(false);
  });
});

describe('structureOfSample', () => {
  it('takes IDs that begin with a clock for no ObjectIds', () => {
    expect(structureOfSample(make.clockAndCsprng(50))).toMatchObject({
      kind: 'timestamp',
      predictable: false,
    });
  });

  it('is certain of ObjectIds of one process', () => {
    const ids = Array.from({ length: 10 }, (_, i) => `661fa2b${i}cf86cd7994${(0x390110 + i).toString(16)}`);
    expect(structureOfSample(ids)).toMatchObject({
      kind: 'object-id',
      predictable: true,
      confidence: 'certain',
    });
  });

  it('sees a clock in hex that one ID would not show', () => {
    const ids = Array.from({ length: 5 }, (_, i) => (1_768_469_400_000 + i * 1234).toString(16));
    expect(structureOfSample(ids)).toMatchObject({ kind: 'timestamp', freeBits: 0, predictable: true });
  });

  it.each([
    ['hex', make.csprngHex(50)],
    ['8 hex digits', make.csprngHex(50).map((id) => id.slice(0, 8))],
    ['24 hex digits', make.csprngHex(50).map((id) => id.slice(0, 24))],
    ['27 of base62', make.csprngBase62(50).map((id) => `${id}abcde`)],
    ['a constant prefix that could be a time', make.csprngHex(50).map((id) => `661fa2be${id}`)],
    ['nothing', []],
  ])('sees none in %s', (_, ids) => {
    expect(structureOfSample(ids)).toBeNull();
  });
});

describe('repeats', () => {
  it('suggests how many IDs there are', () => {
    const ids = make.csprngHex(2000).map((id) => id.slice(0, 4));
    const found = repeatsOf(ids);
    expect(found.suggestedBits).toBeGreaterThan(15);
    expect(found.suggestedBits).toBeLessThan(17);
    expect(areTooMany(found, 2000, 16)).toBe(false);
    expect(areTooMany(found, 2000, 64)).toBe(true);
  });
});

describe('linearComplexity', () => {
  it.each([
    // SP 800-22 section 2.10.4: 1101011110001 has the complexity 4.
    ['1101011110001', 4],
    ['0000', 0],
    ['0001', 4],
    ['10101010', 2],
  ])('%s: %i', (text, complexity) => {
    expect(linearComplexity(Uint8Array.from(text, Number))).toBe(complexity);
  });
});
