import { describe, expect, it } from 'vitest';
import { analyseTokens } from '../../../../src/core/session/strength/analyse-tokens.ts';
import * as make from './generators.ts';

const failed = (values: readonly string[]) =>
  analyseTokens(values).findings.flatMap(({ test, passed }) => (passed === false ? [test] : []));
const effective = (values: readonly string[]) => analyseTokens(values).effectiveBits;

describe('generators of known quality', () => {
  const count = 2000;
  it.each([
    ['counter', make.counter, 'sequence', 0],
    ['long hex counter', make.hexCounter, 'sequence', 0],
    ['clock', make.clock, 'sequence', 8],
    ['LCG', make.lcg, 'number-generator', 0],
    ['MINSTD', make.minstd, 'number-generator', 0],
    ['java.util.Random', make.java, 'number-generator', 0],
    ["V8's generator, base36", make.mathBase36, 'xorshift128+', 0],
    ["V8's generator, base36 twice", make.mathBase36Twice, 'xorshift128+', 0],
    ["V8's generator, base62", make.mathBase62, 'xorshift128+', 0],
    ["V8's generator, UUID", make.mathUuid, 'xorshift128+', 0],
    ['32-bit seed, linear expansion', make.seededXorshift32, 'linear-rank', 32],
    ['40 bits repeated', make.stretched, 'linear-rank', 40],
    ['40 bits padded', make.truncated, 'mark-64', 40],
    ['16-bit seed', make.seeded(16), 'repeats', 17],
  ])('%s: seen by a test, at most that many bits', (_, generate, test, most) => {
    const ids = generate(count);
    expect(failed(ids)).toContain(test);
    expect(effective(ids)).toBeLessThanOrEqual(most);
  });

  it.each([
    ['hex', make.csprngHex, 128],
    ['base64url', make.csprngBase64url, 128],
    ['base62', make.csprngBase62, 131],
    ['UUID version 4', make.uuidV4, 122],
    ['clock and 64 bits', make.clockAndCsprng, 64],
  ])('CSPRNG as %s: nothing against its bits', (_, generate, bits) => {
    expect(effective(generate(count))).toBeGreaterThan(bits - 1.5);
    expect(effective(generate(count))).toBeLessThan(bits + 12);
  });

  it.each([105, 150, 400, 5000])('accuses no CSPRNG in %i IDs', (size) => {
    for (const generate of [
      make.csprngHex,
      make.csprngBase64,
      make.csprngBase64url,
      make.csprngBase62,
      make.uuidV4,
    ]) {
      expect(failed(generate(size))).toEqual([]);
    }
  });

  it('ranks them', () => {
    const order = [
      make.counter,
      make.lcg,
      make.mathBase62,
      make.clock,
      make.seeded(16),
      make.truncated,
      make.uuidV4,
      make.csprngHex,
    ];
    const bits = order.map((generate) => effective(generate(count)) ?? Number.NaN);
    expect(bits).toEqual([...bits].sort((a, b) => a - b));
    expect(bits.slice(0, 6).every((figure) => figure < 64)).toBe(true);
    expect(bits.slice(6).every((figure) => figure > 120)).toBe(true);
  });

  it('says of a 32-bit seed that no sample of this size shows it', () => {
    const report = analyseTokens(make.seeded(32)(count));
    expect(report.findings.find(({ test }) => test === 'sample-size')?.note).toMatch(
      /at least 2\^18\.\d .*small or guessable seed/,
    );
  });

  it('sees a 24-bit seed as soon as it repeats', () => {
    const bits = effective(make.seeded(24)(20_000)) ?? 0;
    expect(bits).toBeGreaterThan(22);
    expect(bits).toBeLessThan(27);
  });
});

describe('analyseTokens', () => {
  it('has null where the sample shows nothing', () => {
    expect(analyseTokens(make.csprngHex(20))).toMatchObject({
      sampleSize: 20,
      length: { min: 32, max: 32 },
      alphabet: 'hex',
      upperBoundBits: 128,
      effectiveBits: null,
      kind: 'opaque',
    });
  });

  it.each([
    [
      'sealed',
      ['Fe26.2**0cdd607945dd1dffb7da0b0bf5f1a7daa6218cbae14cac51dcbd91fb077aeb5b*aOZLCKLhCt0D5IU1qLTtYw'],
    ],
    ['signed', ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl']],
  ])('finds strength not applicable to values that are %s and carry their state', (kind, values) => {
    const report = analyseTokens(values);
    expect(report).toMatchObject({ kind, effectiveBits: null });
    expect(report.findings).toEqual([
      { test: 'strength', passed: null, figure: null, note: expect.stringMatching(/^not applicable: .*key/) },
    ]);
  });

  it('takes nothing away for a form that may be chance', () => {
    const [id = ''] = make.clockAndCsprng(1);
    const report = analyseTokens([id]);
    expect(report).toMatchObject({ upperBoundBits: 96, effectiveBits: null, kind: 'opaque' });
    expect(report.findings.find(({ test }) => test === 'structure')).toMatchObject({ passed: null });
  });

  it('judges the ID within a signed value', () => {
    const ids = make.counter(20).map((id) => `s:${id}.${'A'.repeat(43)}`);
    expect(analyseTokens(ids)).toMatchObject({ kind: 'signed', effectiveBits: 0, alphabet: 'digits' });
  });

  it('leaves values that carry their state out of a mixed sample', () => {
    const report = analyseTokens([...make.csprngHex(3), 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl']);
    expect(report.findings[0]).toMatchObject({ test: 'formats', note: expect.stringContaining('1 value') });
    expect(report.upperBoundBits).toBe(128);
  });

  it.each([
    ['below both marks', ['9f3ab2c177d0'], false, false],
    ['between the marks', make.csprngHex(3).map((id) => id.slice(0, 20)), null, false],
    ['above both, of few IDs', make.csprngHex(3), null, null],
    ['above both, of many', make.csprngHex(200), true, true],
    ['a UUID version 4 is not held against 128 bits', make.uuidV4(200), true, null],
  ])('marks: %s', (_, values, at64, at128) => {
    const findings = analyseTokens(values).findings;
    expect(['mark-64', 'mark-128'].map((mark) => findings.find(({ test }) => test === mark)?.passed)).toEqual(
      [at64, at128],
    );
  });

  it('bears the largest samples in seconds', () => {
    const pool = make.stream('large')(1_500_000).toString('base64url');
    const values = Array.from({ length: 20_000 }, (_, i) => pool.slice(i * 97, i * 97 + 4096));
    const started = process.cpuUsage();
    expect(analyseTokens([...values, 'one more'])).toMatchObject({
      sampleSize: 20_001,
      upperBoundBits: 24_576,
    });
    // One and a half seconds of work; time on the wall would measure what else the machine does.
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(6);
  }, 60_000);
});
