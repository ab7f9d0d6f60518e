/**
 * Chromium without a test driver: Playwright listens to the network of every page, which costs the browser as much
 * as an extension does. Here only what is asked for is attached, and no domain is enabled.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../scripts/browser.ts';
import { unpackedExtensionId } from '../helpers/extension-id.ts';
import { connectDevtools, type Devtools } from './devtools-socket.ts';
import { processorTime } from './processor-time.ts';
import { openTarget, type Tab, workerOf } from './tab.ts';

export type BareChromium = {
  readonly devtools: Devtools;
  /** '' without an extension. */
  readonly extensionId: string;
  /** Milliseconds since the browser began; null where it cannot be measured. */
  processorTime(): number | null;
  open(url: string, how?: { background?: boolean; newWindow?: boolean }): Promise<Tab>;
  close(): Promise<void>;
};

export async function launchBare(extension: string | null): Promise<BareChromium> {
  const program = findChromium();
  if (program === null)
    throw new Error('No Chromium found: run npm start or npm test once, they install it.');
  const profile = await mkdtemp(join(tmpdir(), 'crumbtrail-bench-'));
  const child = spawn(
    program,
    [
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      '--headless=new',
      '--window-size=1280,900',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(extension === null
        ? ['--disable-extensions']
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      '--disable-gpu',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--password-store=basic',
      '--use-mock-keychain',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // A bench that fails must not leave browsers behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const devtools = await connectDevtools(await addressOf(child));
  const { pid } = child;
  const extensionId = extension === null ? '' : unpackedExtensionId(extension);
  // An extension is loaded a moment after the browser listens: before that its pages are errors.
  if (extension !== null) {
    const worker = await workerOf(devtools, extensionId).catch((error: unknown) => {
      kill();
      throw error;
    });
    await worker.detach();
  }
  return {
    devtools,
    extensionId,
    processorTime: () => (pid === undefined ? null : processorTime(pid)),
    open: (url, how) => openTarget(devtools, url, how),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await devtools.send('Browser.close').catch(() => child.kill());
      devtools.close();
      await ended;
      process.off('exit', kill);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-10_000);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`Chromium did not start: ${said.slice(-500)}`)));
  });
}
