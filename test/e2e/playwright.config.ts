import { defineConfig } from 'playwright/test';

/** One worker: two browsers at once on a small machine make timing, not speed. No retries: a flake is a bug. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-output/browser',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-output/browser.json' }]],
  forbidOnly: true,
});
