import { defineConfig } from 'playwright/test';

/**
 * Two workers: a test waits a quarter of its time. Each has a browser and sites of its own, and takes the next test
 * wherever it stands, so both end at once. No retries: a flake is a bug.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-output/browser',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-output/browser.json' }]],
  forbidOnly: true,
});
