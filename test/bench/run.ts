/**
 * `npm run bench [-- NAME...]`: all groups, or those that are named (or have a part that is).
 * Prints tables of ratios and writes bench-output/GROUP.json. Ends with 1 where a target is missed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { cookie } from './cookie.ts';
import { meets, printTargets, type Target } from './figures.ts';
import type { Group } from './group.ts';
import { har } from './har.ts';
import { jar } from './jar.ts';
import { live } from './live.ts';
import { load } from './load.ts';
import { memory } from './memory.ts';
import { makePeers } from './peers.ts';
import { popup } from './popup.ts';
import { sizes } from './sizes.ts';
import { timeline } from './timeline.ts';

const GROUPS: readonly Group[] = [sizes, cookie, har, popup, jar, timeline, live, memory, load];

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const known = new Set(GROUPS.flatMap(({ name, parts }) => [name, ...parts]));
const unknown = asked.filter((name) => !known.has(name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${[...known].join(', ')}.`);
  process.exit(2);
}

const built = resolve(process.env.CRUMBTRAIL_BUILT ?? 'dist/chrome');
const output = 'bench-output';
mkdirSync(output, { recursive: true });
if (process.platform !== 'linux')
  console.log('Processor time is read from /proc: not measured on this system.');

const [load1 = 0] = loadavg();
if (load1 > cpus().length / 2) {
  console.log(`Other programs keep this machine busy (load ${load1.toFixed(1)}, ${cpus().length} cores):`);
  console.log('trust ratios, not milliseconds, and repeat what looks odd.');
}

const peers = makePeers(built);
const targets: Target[] = [];
try {
  for (const group of GROUPS) {
    const whole = asked.length === 0 || asked.includes(group.name);
    const parts = group.parts.filter((part) => whole || asked.includes(part));
    if (!whole && parts.length === 0) continue;
    const result = await group.run({ peers, built, parts: new Set(parts) });
    targets.push(...result.targets);
    const about = {
      date: new Date().toISOString(),
      cores: cpus().length,
      platform: process.platform,
      load: loadavg()[0],
    };
    writeFileSync(join(output, `${group.name}.json`), `${JSON.stringify({ about, ...result }, null, 2)}\n`);
  }
} finally {
  peers.remove();
}
console.log('');
printTargets(targets);
process.exitCode = targets.every(meets) ? 0 : 1;
