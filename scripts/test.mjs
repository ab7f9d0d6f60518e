/**
 * `npm test`: installs, then types, lint, build, unit and contract tests, browser tests. Each test counts once, and
 * so does each check. The last line is `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { install, main, run, runScript, say } from './setup.mjs';

// Colours are for a person at a terminal.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1';

const bin = (path) => [process.execPath, `node_modules/${path}`];
const totals = { passed: 0, failed: 0, skipped: 0 };

function count(name, passed, failed, skipped = 0) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  say(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

async function check(name, [command, ...args]) {
  say(`${name} ...`);
  const code = await run(command, args);
  count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1);
  return code === 0;
}

/** A runner that died without a report is one failure, never silence. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

await main(async () => {
  await install();
  rmSync('test-output', { recursive: true, force: true });
  mkdirSync('test-output', { recursive: true });

  await check('types', [...bin('typescript/bin/tsc'), '--noEmit']);
  await check('types of the core alone', [...bin('typescript/bin/tsc'), '--noEmit', '-p', 'src/core']);
  await check('lint and format', [...bin('@biomejs/biome/bin/biome'), 'check', '.']);
  const built = await check('build', [process.execPath, '--import', 'tsx', 'scripts/build.ts']);

  say('unit and contract tests ...');
  const unitFile = 'test-output/unit.json';
  await run(
    ...split([
      ...bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitFile}`,
    ]),
  );
  const unit = readReport(unitFile);
  if (unit === null) count('unit and contract tests', 0, 1);
  else {
    const emptyFiles = unit.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    count(
      'unit and contract tests',
      unit.numPassedTests,
      unit.numFailedTests + emptyFiles.length,
      unit.numPendingTests + unit.numTodoTests,
    );
  }

  if (!built) count('browser tests (nothing was built)', 0, 1);
  else if ((await runScript('scripts/ensure-browsers.ts')) !== 0) count('browsers', 0, 1);
  else {
    say('browser tests ...');
    const browserFile = 'test-output/browser.json';
    await run(...split([...bin('playwright/cli.js'), 'test', '--config', 'test/e2e/playwright.config.ts']), {
      PLAYWRIGHT_JSON_OUTPUT_NAME: browserFile,
    });
    const report = readReport(browserFile);
    if (report === null) count('browser tests', 0, 1);
    else {
      const { expected, unexpected, flaky, skipped } = report.stats;
      count('browser tests', expected + flaky, unexpected + (report.errors.length > 0 ? 1 : 0), skipped);
      // A test that passes only when tried again is a bug to find.
      for (const title of flakyIn(report.suites)) say(`flaky, a bug to find: ${title}`);
    }
  }

  if (totals.skipped > 0) say(`${totals.skipped} skipped, each with its reason above`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
});

/** Titles of the tests that passed only when they were tried again. */
function flakyIn(suites = []) {
  return suites.flatMap(({ file, specs = [], suites: inner }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => `${file}: ${title}`),
    ...flakyIn(inner),
  ]);
}

function split([command, ...args]) {
  return [command, args];
}
