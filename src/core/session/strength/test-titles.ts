/** Names of the tests of a `TokenReport` as their standards have them, and what they look at. */

export type TestGroup = 'form' | 'positions' | 'bits' | 'marks';

interface TestName {
  readonly title: string;
  readonly group: TestGroup;
}

const NAMES: Readonly<Record<string, TestName>> = {
  strength: { title: 'Strength', group: 'form' },
  formats: { title: 'Values left out', group: 'form' },
  limit: { title: 'Size of the sample', group: 'form' },
  repeats: { title: 'Repeats', group: 'form' },
  structure: { title: 'Structure', group: 'form' },
  sequence: { title: 'Sequence', group: 'form' },
  'number-generator': { title: 'Linear congruential generator', group: 'form' },
  'xorshift128+': { title: 'xorshift128+ (V8)', group: 'form' },
  'shift-register': { title: 'Shift register', group: 'form' },
  'linear-rank': { title: 'Linear rank', group: 'form' },
  'position-entropy': { title: 'Entropy of the positions', group: 'positions' },
  'position-evenness': { title: 'Evenness of each position', group: 'positions' },
  'position-steps': { title: 'Steps of each position', group: 'positions' },
  transitions: { title: 'Transitions', group: 'positions' },
  'serial-correlation': { title: 'Serial correlation', group: 'bits' },
  'fips-monobit': { title: 'FIPS 140-2 monobit', group: 'bits' },
  'fips-poker': { title: 'FIPS 140-2 poker', group: 'bits' },
  'fips-runs': { title: 'FIPS 140-2 runs', group: 'bits' },
  'fips-long-run': { title: 'FIPS 140-2 long run', group: 'bits' },
  'sp800-22-frequency': { title: 'SP 800-22 frequency', group: 'bits' },
  'sp800-22-block-frequency': { title: 'SP 800-22 block frequency', group: 'bits' },
  'sp800-22-runs': { title: 'SP 800-22 runs', group: 'bits' },
  'sp800-22-longest-run': { title: 'SP 800-22 longest run of ones', group: 'bits' },
  'sp800-22-spectral': { title: 'SP 800-22 spectral', group: 'bits' },
  'sp800-22-serial': { title: 'SP 800-22 serial', group: 'bits' },
  'sp800-22-approximate-entropy': { title: 'SP 800-22 approximate entropy', group: 'bits' },
  'sp800-22-cumulative-sums': { title: 'SP 800-22 cumulative sums', group: 'bits' },
  'sp800-90b-most-common-value': { title: 'SP 800-90B most common value', group: 'bits' },
  'sp800-90b-collision': { title: 'SP 800-90B collision', group: 'bits' },
  'sp800-90b-markov': { title: 'SP 800-90B Markov', group: 'bits' },
  'sample-size': { title: 'Sample size', group: 'form' },
  'mark-64': { title: '64 bits', group: 'marks' },
  'mark-128': { title: '128 bits', group: 'marks' },
};

export function testName(test: string): TestName {
  return (Object.hasOwn(NAMES, test) ? NAMES[test] : undefined) ?? { title: test, group: 'form' };
}
