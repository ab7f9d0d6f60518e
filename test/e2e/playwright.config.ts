import { defineConfig } from 'playwright/test';

/**
 * Two workers: a test waits a quarter of its time. Each has a browser and sites of its own, and takes the next test
 * wherever it stands, so both end at once. One
 * that fails is tried again once, alone in a fresh worker: a browser on a busy machine may be held up for seconds. What
 * passes only then is a bug to find, and is said by name at the end of the run.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-output/browser',
  workers: 2,
  fullyParallel: true,
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-output/browser.json' }]],
  forbidOnly: true,
});
