import { CookieJar } from '../../src/core/cookie/jar.ts';
import { sameSiteContext } from '../../src/core/cookie/same-site-context.ts';
import type { ReadResult, SetContext, SetResult, StoredCookie } from '../../src/core/cookie/types.ts';
import type { CdpCookie, Exchange, OracleBrowser } from './browser.ts';
import { generateLine } from './generate-line.ts';
import type { Random } from './random.ts';
import type { Scenario } from './scenario.ts';
import type { RawServers } from './server.ts';

export type ReadMode = 'fetch' | 'fetch-post' | 'frame' | 'navigate' | 'link' | 'form-post';

export interface LineOutcome {
  readonly line: string;
  readonly predicted: SetResult;
  /** Undefined where the browser does not say: scripts. */
  readonly reasons: readonly string[] | undefined;
}

export interface ReadOutcome {
  readonly mode: ReadMode;
  readonly url: string;
  readonly predicted: ReadResult;
  readonly exchange: Exchange;
}

export interface RoundOutcome {
  readonly scenario: Scenario;
  readonly lines: readonly LineOutcome[];
  readonly predictedStore: readonly StoredCookie[];
  readonly store: readonly CdpCookie[];
  readonly reads: readonly ReadOutcome[];
  /** `document.cookie` of the page that is shown at the end. */
  readonly script: { readonly predicted: string; readonly actual: string };
  readonly now: number;
}

const setPaths = ['/dir/page', '/', '/dir/', '/dir/page/', '/other'] as const;
const readPaths = ['/', '/dir', '/dir/page', '/dir/page/x', '/other/x', '/dir%2Fpage', '/dirx'] as const;

let requests = 0;

/** One response (or script) full of lines, then a handful of requests for what became of them. */
export class Round {
  readonly #browser: OracleBrowser;
  readonly #servers: RawServers;
  readonly #random: Random;
  readonly #jar = new CookieJar();
  /** URL of the page that is shown. */
  #top = '';

  constructor(browser: OracleBrowser, servers: RawServers, random: Random) {
    this.#browser = browser;
    this.#servers = servers;
    this.#random = random;
  }

  async run(scenario: Scenario, count: number): Promise<RoundOutcome> {
    await this.#browser.clearCookies();
    await this.#seedSecureCookies(scenario);
    const lines = this.#generate(scenario, count);
    const outcomes = await this.#set(scenario, lines);
    const now = Date.now();
    const store = await this.#browser.cookies();
    const predictedStore = this.#jar.all(now);
    const reads = await this.#readAll(scenario);
    const script = await this.#readScript();
    return { scenario, lines: outcomes, predictedStore, store, reads, script, now };
  }

  /** Where lines come over plain HTTP, Secure cookies of the same names lie in their way. */
  async #seedSecureCookies({ setter, origin }: Scenario): Promise<void> {
    if (!setter.startsWith('http:') || origin.host !== 'a.shop.test') return;
    const lines = [
      'n0=secure; Secure; Path=/',
      'n1=secure; Secure; Path=/dir',
      'n2=secure; Secure; Domain=shop.test',
      'n3=secure; Secure; Path=/dir/page; HttpOnly',
      'n4=plain; Path=/dir; HttpOnly',
    ];
    await this.#navigate('https://a.shop.test', '/dir/page', lines);
  }

  #generate({ origin }: Scenario, count: number): readonly string[] {
    const lines: string[] = [];
    const known = new Set<string>();
    while (lines.length < count) {
      const index = this.#random.chance(0.25) ? this.#random.whole(0, lines.length) : lines.length;
      const line = generateLine(this.#random, origin, `n${index}`);
      // The browser names a blocked cookie by its line alone.
      if (known.has(line)) continue;
      known.add(line);
      lines.push(line);
    }
    return lines;
  }

  async #set(scenario: Scenario, lines: readonly string[]): Promise<readonly LineOutcome[]> {
    const { way, setter, top } = scenario;
    const path = this.#random.pick(setPaths);
    if (way === 'top') return this.#navigate(setter, path, lines);
    if (way === 'script') {
      await this.#navigate(setter, path, []);
      await this.#browser.page.evaluate(writeAll, lines);
      return this.#predictScript(this.#top, this.#top, lines);
    }
    await this.#navigate(top, '/dir/page', []);
    const url = this.#url(setter, path, way === 'frame-script' ? [] : lines);
    if (way === 'frame-script') {
      await this.#frame(url);
      const frame = this.#browser.page.frames().find((one) => one.url() === url);
      await frame?.evaluate(writeAll, lines);
      return this.#predictScript(url, this.#top, lines);
    }
    const exchange = way === 'frame' ? await this.#frame(url) : await this.#fetch(url, 'GET');
    return this.#predict(lines, exchange, {
      url,
      now: Date.now(),
      topLevelSite: this.#top,
      sameSiteContext: sameSiteContext({
        kind: 'response',
        url,
        siteForCookies: this.#top,
        initiator: this.#top,
        method: 'GET',
        isMainFrameNavigation: false,
      }),
    });
  }

  #predict(lines: readonly string[], exchange: Exchange, context: SetContext): readonly LineOutcome[] {
    const blocked = new Map(exchange.blocked.map(({ line, reasons }) => [line, reasons]));
    return lines.map((line) => ({
      line,
      predicted: this.#jar.set(line, context),
      reasons: blocked.get(line) ?? [],
    }));
  }

  #predictScript(url: string, siteForCookies: string, lines: readonly string[]): readonly LineOutcome[] {
    const context: SetContext = {
      url,
      now: Date.now(),
      api: 'script',
      topLevelSite: siteForCookies,
      sameSiteContext: sameSiteContext({
        kind: 'scriptSet',
        url,
        siteForCookies,
        initiator: url,
        method: 'GET',
        isMainFrameNavigation: false,
      }),
    };
    return lines.map((line) => ({ line, predicted: this.#jar.set(line, context), reasons: undefined }));
  }

  async #readAll({ readers }: Scenario): Promise<readonly ReadOutcome[]> {
    const outcomes: ReadOutcome[] = [];
    const isSecureTop = this.#top.startsWith('https:');
    // A secure page may not fetch from an insecure one: that reader gets a navigation.
    const reachable = readers.filter((reader) => !isSecureTop || reader.startsWith('https:'));
    for (const reader of reachable) {
      for (const mode of ['fetch', 'fetch-post', 'frame'] as const) {
        if (this.#random.chance(0.5)) outcomes.push(await this.#read(mode, reader));
      }
    }
    const last = this.#random.pick([readers[0] ?? this.#top, ...readers]);
    // A form on a secure page that posts to an insecure one gets a warning page in between.
    const isDowngrade = isSecureTop && last.startsWith('http:');
    const mode = this.#random.pick(['navigate', 'link', 'form-post'] as const);
    outcomes.push(await this.#read(isDowngrade && mode === 'form-post' ? 'link' : mode, last));
    return outcomes;
  }

  async #readScript(): Promise<RoundOutcome['script']> {
    const url = this.#top;
    const access = { kind: 'scriptGet', url, siteForCookies: url, initiator: url } as const;
    const predicted = this.#jar.read({
      url,
      now: Date.now(),
      api: 'script',
      topLevelSite: url,
      sameSiteContext: sameSiteContext({ ...access, method: 'GET', isMainFrameNavigation: false }),
    });
    const actual = await this.#browser.page.evaluate(() => document.cookie);
    return { predicted: predicted.header, actual };
  }

  async #read(mode: ReadMode, reader: string): Promise<ReadOutcome> {
    const url = this.#url(reader, this.#random.pick(readPaths), []);
    const isMainFrame = mode === 'navigate' || mode === 'link' || mode === 'form-post';
    const method = mode === 'fetch-post' || mode === 'form-post' ? 'POST' : 'GET';
    const before = this.#top;
    const predicted = this.#jar.read({
      url,
      now: Date.now(),
      method,
      topLevelSite: isMainFrame ? url : before,
      sameSiteContext: sameSiteContext({
        kind: 'request',
        url,
        siteForCookies: isMainFrame ? url : before,
        initiator: mode === 'navigate' ? null : before,
        method,
        isMainFrameNavigation: isMainFrame,
      }),
    });
    const exchange = await this.#perform(mode, url, method);
    if (isMainFrame) this.#top = url;
    return { mode, url, predicted, exchange };
  }

  async #perform(mode: ReadMode, url: string, method: string): Promise<Exchange> {
    if (mode === 'frame') return this.#frame(url);
    if (mode === 'fetch' || mode === 'fetch-post') return this.#fetch(url, method);
    const exchange = this.#browser.exchange(pathOf(url));
    const { page } = this.#browser;
    if (mode === 'navigate') await page.goto(url);
    else {
      const arrived = page.waitForURL(url);
      await page.evaluate(mode === 'link' ? follow : post, url);
      await arrived;
    }
    return exchange;
  }

  async #navigate(origin: string, path: string, lines: readonly string[]): Promise<readonly LineOutcome[]> {
    const url = this.#url(origin, path, lines);
    const exchange = this.#browser.exchange(pathOf(url));
    await this.#browser.page.goto(url);
    this.#top = url;
    return this.#predict(lines, await exchange, {
      url,
      now: Date.now(),
      topLevelSite: url,
      sameSiteContext: sameSiteContext({
        kind: 'response',
        url,
        siteForCookies: url,
        initiator: null,
        method: 'GET',
        isMainFrameNavigation: true,
      }),
    });
  }

  async #frame(url: string): Promise<Exchange> {
    const exchange = this.#browser.exchange(pathOf(url));
    await this.#browser.page.evaluate(embed, url);
    return exchange;
  }

  async #fetch(url: string, method: string): Promise<Exchange> {
    const exchange = this.#browser.exchange(pathOf(url));
    await this.#browser.page.evaluate(request, { url, method });
    return exchange;
  }

  #url(origin: string, path: string, lines: readonly string[]): string {
    const port = origin.startsWith('https:') ? this.#servers.httpsPort : this.#servers.httpPort;
    requests += 1;
    const target = `${path}?r${requests}`;
    if (lines.length > 0)
      this.#servers.lines.set(
        target,
        lines.map((line) => Buffer.from(line, 'utf8')),
      );
    return `${origin}:${port}${target}`;
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

// What follows runs in the page.

function writeAll(lines: readonly string[]): number {
  // The setter is what is being tested; the Cookie Store API goes another way.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  for (const line of lines) document.cookie = line;
  // Writes may still be under way when the setter returns; a read waits for them.
  return document.cookie.length;
}

function follow(url: string): void {
  location.href = url;
}

function post(url: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  document.body.append(form);
  form.submit();
}

function embed(url: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.src = url;
  return new Promise((loaded) => {
    frame.addEventListener('load', () => loaded());
    document.body.append(frame);
  });
}

async function request({ url, method }: { url: string; method: string }): Promise<void> {
  await fetch(url, { method, mode: 'no-cors', credentials: 'include' });
}
