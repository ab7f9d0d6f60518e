/** `npm start`: from a fresh clone to a browser with the extension on the demo sites. See scripts/demo.ts. */
import { install, main, runScript, say } from './setup.mjs';

await main(async () => {
  await install();
  say('Building the extension ...');
  if ((await runScript('scripts/build.ts', ['chrome'])) !== 0) return 1;
  return runScript('scripts/demo.ts', process.argv.slice(2));
});
