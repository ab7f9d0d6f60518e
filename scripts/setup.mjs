/**
 * What `npm start`, `npm test` and `npm run bench` need before any dependency is there: plain Node, nothing else.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const MINIMUM = [20, 19];
const stamp = 'node_modules/.installed-lock';

/** Says a step, with the seconds since the start. */
const began = Date.now();
export function say(text) {
  console.log(`[${((Date.now() - began) / 1000).toFixed(0).padStart(3)}s] ${text}`);
}

/** Runs a program with its output shown; resolves to its exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Runs one of our TypeScript scripts. */
export function runScript(script, args = [], env = {}) {
  return run(process.execPath, ['--import', 'tsx', script, ...args], env);
}

/** Installs exactly what the lock file says, unless it is there already. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1])) {
    throw new Error(`Node ${MINIMUM.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing dependencies (npm ci) ...');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error('npm ci failed; see above.');
  writeFileSync(stamp, lock);
}

/** Ends the process with one clear line where a step throws. */
export async function main(steps) {
  try {
    process.exitCode = await steps();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
