import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../../scripts/browser.ts';
import { HOST_NAMES } from '../sites/hosts.ts';
import { type BidiConnection, connectBidi } from './bidi.ts';

export type FirefoxOptions = {
  /** Host names that shall lead to this machine; Firefox takes no wildcard. Default: those of the sites. */
  readonly hosts?: readonly string[];
  /** Default true. */
  readonly headless?: boolean;
};

/** A cookie as WebDriver BiDi gives it (storage.getCookies); `expiry` in seconds since the epoch. */
export type FirefoxCookie = {
  readonly name: string;
  readonly value: { readonly type: 'string' | 'base64'; readonly value: string };
  readonly domain: string;
  readonly path: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: string;
  readonly expiry?: number;
};

export type Firefox = {
  /** The tab that was open at the start. */
  readonly tab: string;
  /** Installs an unpacked extension for this run; gives its origin, e.g. `moz-extension://UUID`. */
  install(folder: string): Promise<{ id: string; origin: string }>;
  newTab(): Promise<string>;
  /** Goes there and waits until the page has loaded. */
  navigate(url: string, tab?: string): Promise<void>;
  /** Runs an expression in a tab (awaited); the result must be plain JSON. */
  evaluate(expression: string, tab?: string): Promise<unknown>;
  /** The same in Firefox's own privileged scope. */
  evaluateInBrowser(expression: string): Promise<unknown>;
  /** Until the expression is truthy in the tab; default 10 seconds. */
  waitFor(expression: string, tab?: string, timeout?: number): Promise<void>;
  /** Every unpartitioned cookie of the default store. */
  cookies(): Promise<readonly FirefoxCookie[]>;
  /** PNG of what the tab shows. */
  screenshot(tab?: string): Promise<Buffer>;
  readonly bidi: BidiConnection;
  close(): Promise<void>;
};

/** Firefox with a new profile, `*.test` names on loopback and any certificate accepted, driven by WebDriver BiDi. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  const program = findFirefox();
  if (program === null) throw new Error('No Firefox found: run npm test once, it installs it.');
  const profile = await mkdtemp(join(tmpdir(), 'crumbtrail-firefox-'));
  await writeFile(join(profile, 'user.js'), preferences(options.hosts ?? HOST_NAMES));
  const child = spawn(
    program,
    [
      ...(options.headless === false ? [] : ['--headless']),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  try {
    const bidi = await connectBidi(`${await listeningAddress(child)}/session`);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return await firefox(bidi, child, profile);
  } catch (error) {
    await end(child, profile);
    throw error;
  }
}

async function firefox(bidi: BidiConnection, child: ChildProcess, profile: string): Promise<Firefox> {
  const tab = await firstContext(bidi, {});
  const evaluate = (expression: string, context = tab) => evaluateIn(bidi, context, expression);
  const evaluateInBrowser = async (expression: string) =>
    evaluateIn(bidi, await firstContext(bidi, { 'moz:scope': 'chrome' }), expression);
  return {
    tab,
    bidi,
    evaluate,
    evaluateInBrowser,
    install: async (path) => {
      const answer = await bidi.send('webExtension.install', { extensionData: { type: 'path', path } });
      const id = String((answer as { extension: unknown }).extension);
      const host = await evaluateInBrowser(
        `WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`,
      );
      return { id, origin: `moz-extension://${host}` };
    },
    newTab: async () =>
      ((await bidi.send('browsingContext.create', { type: 'tab' })) as { context: string }).context,
    navigate: async (url, context = tab) => {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    waitFor: async (expression, context = tab, timeout = 10_000) => {
      const last = Date.now() + timeout;
      while (!(await evaluate(expression, context))) {
        if (Date.now() > last) throw new Error(`Not so within ${timeout} ms: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    cookies: async () =>
      ((await bidi.send('storage.getCookies', {})) as { cookies: readonly FirefoxCookie[] }).cookies,
    screenshot: async (context = tab) => {
      const answer = await bidi.send('browsingContext.captureScreenshot', { context });
      return Buffer.from((answer as { data: string }).data, 'base64');
    },
    close: async () => {
      // `browser.close` ends the connection before or after it answers: either is a success.
      await bidi.send('browser.close', {}).catch(() => undefined);
      bidi.close();
      await end(child, profile);
    },
  };
}

function preferences(hosts: readonly string[]): string {
  const values: Readonly<Record<string, string | number | boolean>> = {
    'network.dns.localDomains': hosts.join(','),
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'data:,',
    // Names ending in .test are no search, and HTTP pages shall stay HTTP.
    'browser.fixup.domainsuffixwhitelist.test': true,
    'dom.security.https_first': false,
    'dom.security.https_only_mode': false,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** Firefox says on stderr where it listens. */
function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox does not listen within 60 s: ${said}`)), 60_000);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      said = '';
      resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
    child.once('error', reject);
  });
}

async function firstContext(bidi: BidiConnection, params: object): Promise<string> {
  const { contexts } = (await bidi.send('browsingContext.getTree', { maxDepth: 0, ...params })) as {
    contexts: readonly { context: string }[];
  };
  const first = contexts[0];
  if (first === undefined) throw new Error('Firefox has no tab');
  return first.context;
}

/** The value crosses as a JSON text: BiDi's own serialisation would need undoing. */
async function evaluateIn(bidi: BidiConnection, context: string, expression: string): Promise<unknown> {
  const answer = (await bidi.send('script.evaluate', {
    expression: `(async () => JSON.stringify(await (${expression})))()`,
    target: { context },
    awaitPromise: true,
  })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
  if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.text);
  const text = answer.result?.value;
  return text === undefined ? undefined : JSON.parse(text);
}

async function end(child: ChildProcess, profile: string): Promise<void> {
  const exited = child.exitCode !== null || child.signalCode !== null;
  if (!exited) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.kill();
    });
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
