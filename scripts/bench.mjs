/** `npm run bench`: micro and browser benchmarks against peers, as a table of ratios and bench-output/*.json. */
import { install, main, runScript, say } from './setup.mjs';

await main(async () => {
  await install();
  say('Building the extension ...');
  if ((await runScript('scripts/build.ts', ['chrome', 'core'])) !== 0) return 1;
  if ((await runScript('scripts/ensure-browsers.ts')) !== 0) return 1;
  return runScript('test/bench/run.ts', process.argv.slice(2));
});
