import { findChromium } from '../../scripts/browser.ts';
import { runFirefoxDifferential } from '../differential/firefox.ts';
import { runDifferential } from '../differential/run.ts';
import { expect, test } from './harness.ts';

/** Every scenario once: 21 of 50 lines each. `npm run test:differential` runs the whole. */
const LINES = 1050;

test('Chromium and the engine agree on generated Set-Cookie lines: stored, why not, attributes, sent, why not', async () => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium found: run npm test once, it installs it.');
  const { lines, verdicts, disagreements } = await runDifferential({ lines: LINES, seed: 7, executablePath });
  expect(disagreements).toEqual([]);
  expect(lines).toBeGreaterThanOrEqual(LINES);
  expect(verdicts).toBeGreaterThan(500);
});

test('Firefox and the engine agree on generated Set-Cookie lines: stored or not, and the stored attributes', async () => {
  // Every scenario once: twelve of 50 lines each.
  const { lines, stored, disagreements } = await runFirefoxDifferential({ lines: 600, seed: 7 });
  expect(disagreements).toEqual([]);
  expect(lines).toBe(600);
  expect(stored).toBeGreaterThan(150);
});
