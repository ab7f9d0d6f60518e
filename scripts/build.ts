/** `npm run build`: the extension for both browsers (folder and zip) the core library with its types, and the command line. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import pkg from '../package.json' with { type: 'json' };
import { zipFolder } from './zip.ts';

const only = process.argv.slice(2);
const wanted = (what: string) => only.length === 0 || only.includes(what);

for (const mode of ['chrome', 'firefox', 'core', 'cli'] as const) {
  if (!wanted(mode)) continue;
  await build({ mode, logLevel: 'warn' });
  console.log(`built dist/${mode}`);
}
if (wanted('core')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/core/tsconfig.build.json'], {
    stdio: 'inherit',
  });
}
for (const browser of ['chrome', 'firefox'] as const) {
  if (!wanted(browser)) continue;
  const zip = `dist/crumbtrail-${browser}-${pkg.version}.zip`;
  rmSync(zip, { force: true });
  writeFileSync(zip, zipFolder(`dist/${browser}`));
  console.log(`packed ${zip} (${Math.round(readFileSync(zip).length / 1024)} KiB)`);
}
