import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright';

type Log = (line: string) => void;

// Branded Chrome and Edge are left out on purpose: they no longer take --load-extension.
const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-for-testing',
  'chrome-for-testing',
] as const;
const FIREFOX_NAMES = ['firefox-esr', 'firefox'] as const;
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
] as const;

/** A Chromium that can load an unpacked extension: `CRUMBTRAIL_CHROMIUM`, then PATH, then Playwright's own. */
export function findChromium(): string | null {
  const chosen = process.env.CRUMBTRAIL_CHROMIUM;
  if (chosen !== undefined && chosen !== '') return isExecutable(chosen) ? chosen : onPath([chosen]);
  return onPath(CHROMIUM_NAMES) ?? playwrightChromium();
}

/** Firefox: `CRUMBTRAIL_FIREFOX`, then PATH, then where its installers put it. */
export function findFirefox(): string | null {
  const chosen = process.env.CRUMBTRAIL_FIREFOX;
  if (chosen !== undefined && chosen !== '') return isExecutable(chosen) ? chosen : onPath([chosen]);
  return onPath(FIREFOX_NAMES) ?? FIREFOX_PLACES.find(isExecutable) ?? null;
}

/** Finds Chromium or installs one. Throws one sentence that says what to do where neither works. */
export async function ensureChromium(log: Log): Promise<string> {
  const found = findChromium();
  if (found !== null) return found;
  refuseWrongChoice('CRUMBTRAIL_CHROMIUM');
  if (await aptInstall('chromium', log)) {
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  log("Downloading Playwright's Chromium (about 180 MB) ...");
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  const dependencies = isRoot() && process.platform === 'linux' ? ['--with-deps'] : [];
  await run(process.execPath, [cli, 'install', ...dependencies, '--no-shell', 'chromium'], log);
  const downloaded = findChromium();
  if (downloaded !== null) return downloaded;
  throw new Error(
    'No Chromium found: install the package "chromium", or set CRUMBTRAIL_CHROMIUM to its program.',
  );
}

/** Finds Firefox or installs it. Throws one sentence that says what to do where neither works. */
export async function ensureFirefox(log: Log): Promise<string> {
  const found = findFirefox();
  if (found !== null) return found;
  refuseWrongChoice('CRUMBTRAIL_FIREFOX');
  if (await aptInstall('firefox-esr', log)) {
    const installed = findFirefox();
    if (installed !== null) return installed;
  }
  throw new Error(
    'No Firefox found: install Firefox (on Debian the package "firefox-esr"), or set CRUMBTRAIL_FIREFOX to its program.',
  );
}

/** A name that was set by hand and does not exist is an error to report, not a reason to install another. */
function refuseWrongChoice(variable: string): void {
  const chosen = process.env[variable];
  if (chosen !== undefined && chosen !== '') {
    throw new Error(`${variable} names "${chosen}", which is not a program here: correct it or unset it.`);
  }
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', ''] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (isExecutable(path)) return path;
      }
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function playwrightChromium(): string | null {
  try {
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isDebian(): boolean {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** True when apt-get ran to its end; false where it cannot be used or failed. */
async function aptInstall(name: string, log: Log): Promise<boolean> {
  if (!isRoot() || !isDebian() || onPath(['apt-get']) === null) return false;
  log(`Installing ${name} with apt-get (a minute or two) ...`);
  // A stale list is worth a try all the same: the answer of `update` does not decide.
  await run('apt-get', ['update'], log);
  return run('apt-get', ['install', '-y', '--no-install-recommends', name], log);
}

/** Runs a program, hands on what it prints line by line, and says whether it ended well. */
function run(command: string, args: readonly string[], log: Log): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      let rest = '';
      stream.on('data', (text: string) => {
        const lines = (rest + text).split(/[\r\n]+/);
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.trim() !== '') log(`  ${line.trim()}`);
      });
      stream.on('end', () => {
        if (rest.trim() !== '') log(`  ${rest.trim()}`);
      });
    }
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
