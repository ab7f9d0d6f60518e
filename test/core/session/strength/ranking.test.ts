/** Generators of known quality, at the sizes of samples that people collect. */
import { describe, expect, it } from 'vitest';
import { analyseTokens } from '../../../../src/core/session/strength/analyse-tokens.ts';
import type { TokenReport } from '../../../../src/core/session/strength/token-report.ts';
import * as make from './generators.ts';
import * as made from './id-generators.ts';

const SIZES = [20, 200, 2000, 20_000] as const;
type Size = (typeof SIZES)[number];

interface Known {
  readonly name: string;
  readonly make: make.Make;
  /** Bits that an attacker has to guess who knows how the IDs are made. */
  readonly bits: number;
  /** The smallest sample that shows it, and the test that does; null: no sample can. */
  readonly seen: { readonly from: Size; readonly by: string } | null;
}

const WEAK: readonly Known[] = [
  { name: 'counter', make: make.counter, bits: 0, seen: { from: 20, by: 'sequence' } },
  { name: 'counter in hex', make: make.hexCounter, bits: 0, seen: { from: 20, by: 'sequence' } },
  { name: 'milliseconds', make: make.clock, bits: 8, seen: { from: 20, by: 'sequence' } },
  { name: 'LCG', make: make.lcg, bits: 0, seen: { from: 20, by: 'number-generator' } },
  { name: 'MINSTD', make: make.minstd, bits: 0, seen: { from: 20, by: 'number-generator' } },
  { name: 'Java', make: make.java, bits: 0, seen: { from: 20, by: 'number-generator' } },
  { name: 'V8, base36', make: make.mathBase36, bits: 0, seen: { from: 20, by: 'xorshift128+' } },
  { name: 'V8, base62', make: make.mathBase62, bits: 0, seen: { from: 20, by: 'xorshift128+' } },
  { name: 'V8, UUID', make: make.mathUuid, bits: 0, seen: { from: 20, by: 'xorshift128+' } },
  { name: 'PHP uniqid', make: made.phpUniqid, bits: 0, seen: { from: 20, by: 'structure' } },
  { name: 'MD5 of a counter', make: made.md5Counter, bits: 0, seen: { from: 20, by: 'structure' } },
  { name: 'UUID version 1', make: made.uuidV1, bits: 14, seen: { from: 20, by: 'structure' } },
  { name: '40 bits, padded', make: make.truncated, bits: 40, seen: { from: 20, by: 'mark-64' } },
  { name: '40 bits, thrice', make: make.stretched, bits: 40, seen: { from: 200, by: 'linear-rank' } },
  {
    name: '32-bit seed, xorshift',
    make: make.seededXorshift32,
    bits: 32,
    seen: { from: 200, by: 'linear-rank' },
  },
  { name: '16-bit seed', make: make.seeded(16), bits: 16, seen: { from: 2000, by: 'repeats' } },
  { name: '24-bit seed', make: make.seeded(24), bits: 24, seen: { from: 20_000, by: 'repeats' } },
  { name: '32-bit seed, mixed well', make: make.seeded(32), bits: 32, seen: null },
  { name: 'MD5 of a high counter', make: made.md5HighCounter, bits: 0, seen: null },
];

const SOUND: readonly Omit<Known, 'seen'>[] = [
  { name: 'seconds and 64 bits', make: make.clockAndCsprng, bits: 64 },
  { name: 'UUID version 7', make: made.uuidV7, bits: 74 },
  { name: 'ULID', make: made.ulid, bits: 80 },
  { name: 'UUID version 4', make: make.uuidV4, bits: 122 },
  { name: 'Rails', make: made.rails, bits: 128 },
  { name: 'PHP', make: made.phpSession, bits: 130 },
  { name: 'Django', make: made.django, bits: 165.4 },
  { name: 'express-session', make: made.expressSession, bits: 192 },
];

/** Each sample is judged once, however many tests look at it. */
const reports = new Map<string, TokenReport>();
function reportOn({ name, make: generate }: Pick<Known, 'name' | 'make'>, size: Size): TokenReport {
  const key = `${size} of ${name}`;
  const report = reports.get(key) ?? analyseTokens(generate(size));
  reports.set(key, report);
  return report;
}
const failed = ({ findings }: TokenReport) =>
  findings.flatMap(({ test, passed }) => (passed === false ? [test] : []));
/** What is known against it, else the most that it can be: the order in which a person would trust them. */
const trust = ({ effectiveBits, upperBoundBits }: TokenReport) => effectiveBits ?? upperBoundBits;

describe.each(SIZES)(
  '%i IDs',
  (size) => {
    const shown = WEAK.filter(({ seen }) => seen !== null && seen.from <= size);
    const hidden = WEAK.filter(({ seen }) => seen === null || seen.from > size);

    it.each(shown)('show what is wrong with $name', (weak) => {
      const report = reportOn(weak, size);
      expect(failed(report)).toContain(weak.seen?.by);
      expect(trust(report)).toBeLessThanOrEqual(weak.bits + 3);
    });

    it.each(hidden)('do not show what is wrong with $name, and claim no more than they show', (weak) => {
      const report = reportOn(weak, size);
      expect(report.findings.find(({ test }) => test === 'repeats')?.passed).not.toBe(false);
      expect(report.findings.find(({ test }) => test === 'sample-size')?.note).toMatch(
        size < 100
          ? /can show a weakness, no strength/
          : /Cannot be shown by any sample: .*small or guessable/,
      );
      if (size < 100) expect(report.effectiveBits).toBeNull();
    });

    it.each(SOUND)('hold nothing against the bits of $name', (sound) => {
      const report = reportOn(sound, size);
      expect(trust(report)).toBeGreaterThan(sound.bits - 1.5);
      expect(failed(report)).not.toContain('mark-64');
    });

    it('rank everything that they show below everything sound', () => {
      const weak = shown.map((each) => trust(reportOn(each, size)));
      const sound = SOUND.map((each) => trust(reportOn(each, size)));
      expect(Math.max(...weak)).toBeLessThan(Math.min(...sound));
      // The clock before 64 bits counts a few bits too many.
      const [, ...others] = sound;
      expect(others).toEqual([...others].sort((a, b) => a - b));
    });
  },
  120_000,
);

/**
 * By design about one sound sample in 10,000 fails a test: serial correlation and the eight of SP 800-22 once in 100,000
 * each, all others less.
 */
it('300 sound samples raise no false alarm', () => {
  const alarms = Array.from({ length: 300 }, (_, seed) => failed(analyseTokens(made.soundIds(seed, 200))));
  expect(alarms.flat()).toEqual([]);
}, 120_000);

it('no finding claims a quality that no test can prove', () => {
  for (const each of [...WEAK, ...SOUND]) expect(JSON.stringify(reportOn(each, 200))).not.toMatch(/random/i);
}, 120_000);
