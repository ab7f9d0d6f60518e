import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';

export interface CdpCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  /** Seconds; -1 for a session cookie. */
  readonly expires: number;
  readonly size: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly session: boolean;
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
  readonly partitionKey?: { readonly topLevelSite: string; readonly hasCrossSiteAncestor: boolean };
}

/** What the browser says of one exchange. */
export interface Exchange {
  readonly blocked: readonly { readonly line: string; readonly reasons: readonly string[] }[];
  readonly associated: readonly { readonly cookie: CdpCookie; readonly reasons: readonly string[] }[];
  readonly cookieHeader: string;
}

interface Seen {
  url?: string;
  request?: Pick<Exchange, 'associated' | 'cookieHeader'>;
  response?: Pick<Exchange, 'blocked'>;
}

/** Real Chromium with a page whose network events, those of its frames among them, can be waited for by path. */
export class OracleBrowser {
  readonly #seen = new Map<string, Seen>();
  readonly #waiting = new Map<string, (exchange: Exchange) => void>();
  readonly page: Page;
  readonly #cdp: CDPSession;
  readonly #context: BrowserContext;
  readonly #folder: string;

  private constructor(context: BrowserContext, page: Page, cdp: CDPSession, folder: string) {
    this.#context = context;
    this.page = page;
    this.#cdp = cdp;
    this.#folder = folder;
  }

  static async launch(executablePath: string): Promise<OracleBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'crumbtrail-differential-'));
    // Some builds block third-party cookies unless told otherwise: that is a preference, not the algorithm.
    await mkdir(join(folder, 'Default'));
    const profile = { cookie_controls_mode: 0, block_third_party_cookies: false };
    await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile }));
    // Frames of other sites stay in the page's process, so that one session hears of every request.
    const context = await chromium.launchPersistentContext(folder, {
      executablePath,
      headless: false,
      ignoreHTTPSErrors: true,
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--ignore-certificate-errors',
        '--disable-site-isolation-trials',
        '--disable-features=IsolateOrigins,site-per-process,HttpsUpgrades,HttpsFirstBalancedMode,HttpsFirstBalancedModeAutoEnable,LocalNetworkAccessChecks',
        '--host-resolver-rules=MAP * 127.0.0.1',
      ],
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const cdp = await context.newCDPSession(page);
    const browser = new OracleBrowser(context, page, cdp, folder);
    await browser.#listen();
    return browser;
  }

  async #listen(): Promise<void> {
    this.#cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
      this.#note(requestId, { url: request.url });
    });
    this.#cdp.on('Network.requestWillBeSentExtraInfo', ({ requestId, associatedCookies, headers }) => {
      this.#note(requestId, {
        request: {
          associated: associatedCookies.map(({ cookie, blockedReasons }) => ({
            cookie,
            reasons: blockedReasons,
          })),
          cookieHeader: headers.Cookie ?? headers.cookie ?? '',
        },
      });
    });
    this.#cdp.on('Network.responseReceivedExtraInfo', ({ requestId, blockedCookies }) => {
      this.#note(requestId, {
        response: {
          blocked: blockedCookies.map(({ cookieLine, blockedReasons }) => ({
            line: cookieLine,
            reasons: blockedReasons,
          })),
        },
      });
    });
    await this.#cdp.send('Network.enable');
  }

  #note(requestId: string, news: Seen): void {
    const seen = { ...this.#seen.get(requestId), ...news };
    this.#seen.set(requestId, seen);
    if (seen.url === undefined || seen.request === undefined || seen.response === undefined) return;
    this.#seen.delete(requestId);
    const { pathname, search } = new URL(seen.url);
    this.#waiting.get(pathname + search)?.({ ...seen.request, ...seen.response });
    this.#waiting.delete(pathname + search);
  }

  /** The exchange for this path, which must not have begun yet. */
  exchange(target: string): Promise<Exchange> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(
              `no exchange seen for ${target}; of this: ${JSON.stringify([...this.#seen.values()].map((s) => [s.url, s.request !== undefined, s.response !== undefined]))}`,
            ),
          ),
        15_000,
      );
      this.#waiting.set(target, (exchange) => {
        clearTimeout(timer);
        resolve(exchange);
      });
    });
  }

  async cookies(): Promise<readonly CdpCookie[]> {
    const { cookies } = (await this.#cdp.send('Storage.getCookies')) as { cookies: readonly CdpCookie[] };
    return cookies;
  }

  async clearCookies(): Promise<void> {
    await this.#cdp.send('Storage.clearCookies');
  }

  async close(): Promise<void> {
    await this.#context.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
