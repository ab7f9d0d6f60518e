import { CookieJar } from '../../src/core/cookie/jar.ts';
import { nameOfLine } from '../../src/core/cookie/parse-set-cookie.ts';
import { sameSiteContext } from '../../src/core/cookie/same-site-context.ts';
import type { StoredCookie } from '../../src/core/cookie/types.ts';
import { type Firefox, type FirefoxCookie, launchFirefox } from '../helpers/firefox.ts';
import type { Disagreement } from './compare.ts';
import { generateLine } from './generate-line.ts';
import { Random } from './random.ts';
import { type Scenario, scenarios } from './scenario.ts';
import { type RawServers, startServers } from './server.ts';

export interface FirefoxDifferentialResult {
  readonly lines: number;
  /** Cookies that were stored, by the engine's word. */
  readonly stored: number;
  readonly disagreements: readonly Disagreement[];
}

const linesPerRound = 50;
const setPaths = ['/dir/page', '/', '/dir/', '/dir/page/', '/other'] as const;
/** Clocks of two processes, and the cookie's own whole seconds. */
const tolerance = 5;

/** Embedded pages live in partitions of Firefox's own (Total Cookie Protection), which its automation does not tell apart. */
const topLevel = scenarios.filter(({ way }) => way === 'top' || way === 'script');
const hosts = [...new Set(topLevel.map(({ origin }) => origin.host))];

/** Serves `lines` generated lines to real Firefox and compares what it has stored with what the engine would. No exceptions. */
export async function runFirefoxDifferential(options: {
  readonly lines: number;
  readonly seed: number;
}): Promise<FirefoxDifferentialResult> {
  const random = new Random(options.seed);
  const servers = await startServers(['shop.test', '*.shop.test']);
  const disagreements: Disagreement[] = [];
  let lines = 0;
  let stored = 0;
  try {
    const firefox = await launchFirefox({ hosts });
    try {
      for (let index = 0; lines < options.lines; index += 1) {
        const scenario = topLevel[index % topLevel.length];
        if (scenario === undefined) break;
        const round = await play(firefox, servers, random, scenario, index);
        disagreements.push(...round.disagreements);
        lines += linesPerRound;
        stored += round.stored;
      }
    } finally {
      await firefox.close();
    }
  } finally {
    await servers.close();
  }
  return { lines, stored, disagreements };
}

/** One page that sets cookies by its header or its script, with nothing stored before. */
async function play(
  firefox: Firefox,
  servers: RawServers,
  random: Random,
  scenario: Scenario,
  index: number,
): Promise<{ readonly stored: number; readonly disagreements: readonly Disagreement[] }> {
  const lines = Array.from({ length: linesPerRound }, (_, at) => {
    // Some lines set a cookie anew that an earlier one has set.
    const tag = random.chance(0.15) ? random.whole(0, at) : at;
    return generateLine(random, scenario.origin, `n${tag}`);
  });
  const isScript = scenario.way === 'script';
  const target = `${random.pick(setPaths)}?r${index}`;
  const port = scenario.setter.startsWith('https:') ? servers.httpsPort : servers.httpPort;
  const url = `${scenario.setter}:${port}${target}`;
  await firefox.bidi.send('storage.deleteCookies', {});
  if (!isScript)
    servers.lines.set(
      target,
      lines.map((line) => Buffer.from(line, 'utf8')),
    );
  await firefox.navigate(url);
  if (isScript) {
    await firefox.evaluate(
      `(() => { for (const line of ${JSON.stringify(lines)}) document.cookie = line; })()`,
    );
    // Writes of a page are known to the browser when its next request is answered.
    await firefox.navigate(url);
  }
  const now = Date.now();
  const jar = new CookieJar({ browser: 'firefox' });
  const context = sameSiteContext({
    kind: isScript ? 'scriptSet' : 'response',
    url,
    siteForCookies: url,
    initiator: isScript ? url : null,
    method: 'GET',
    isMainFrameNavigation: !isScript,
  });
  for (const line of lines) {
    jar.set(line, {
      url,
      now,
      topLevelSite: url,
      sameSiteContext: context,
      api: isScript ? 'script' : 'http',
    });
  }
  const mine = jar.all(now);
  const theirs = await firefox.cookies();
  // What ends within a second is there or not, as the clocks of two processes have it.
  const soon = Date.now() + 1000;
  return {
    stored: mine.length,
    disagreements: compareStores(
      scenario.name,
      lines,
      mine.filter(({ expires }) => expires === null || expires > soon),
      theirs.filter(({ expiry }) => expiry === undefined || expiry * 1000 > soon),
    ),
  };
}

function compareStores(
  scenario: string,
  lines: readonly string[],
  mine: readonly StoredCookie[],
  theirs: readonly FirefoxCookie[],
): readonly Disagreement[] {
  const predicted = grouped(mine, (cookie) =>
    [cookie.name, `${cookie.hostOnly ? '' : '.'}${cookie.domain}`, cookie.path].join('\0'),
  );
  const actual = grouped(theirs, (cookie) => [nameOf(cookie), cookie.domain, cookie.path].join('\0'));
  const disagreements: Disagreement[] = [];
  for (const key of new Set([...predicted.keys(), ...actual.keys()])) {
    const ours = predicted.get(key) ?? [];
    const stored = actual.get(key) ?? [];
    // More than one only where partitions differ, which are not shown: each needs its like.
    const agree =
      ours.length === stored.length && ours.every((cookie) => stored.some((other) => isSame(cookie, other)));
    if (agree) continue;
    const [name = ''] = key.split('\0');
    const subjects = lines.filter((line) => nameOfLine(line, 'firefox') === name);
    disagreements.push({
      scenario,
      subject: subjects.join(' | ') || key,
      predicted: ours.length === 0 ? 'not in the store' : JSON.stringify(ours),
      actual: stored.length === 0 ? 'not in the store' : JSON.stringify(stored),
    });
  }
  return disagreements;
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function isSame(mine: StoredCookie, theirs: FirefoxCookie): boolean {
  const expires = mine.expires === null ? undefined : mine.expires / 1000;
  const sameExpiry =
    expires === undefined || theirs.expiry === undefined
      ? expires === theirs.expiry
      : Math.abs(expires - theirs.expiry) < tolerance;
  return (
    sameExpiry &&
    mine.value === textOf(theirs) &&
    mine.secure === theirs.secure &&
    mine.httpOnly === theirs.httpOnly &&
    mine.sameSite === (theirs.sameSite === 'default' ? 'unspecified' : theirs.sameSite)
  );
}

function textOf({ value }: FirefoxCookie): string {
  return value.type === 'string' ? value.value : Buffer.from(value.value, 'base64').toString('utf8');
}

/** Firefox's automation gives the octets of a name as characters. */
function nameOf({ name }: FirefoxCookie): string {
  const isOctets = /[\x80-\xff]/.test(name) && !/[^\0-\xff]/.test(name);
  return isOctets ? Buffer.from(name, 'latin1').toString('utf8') : name;
}
