/** The cookie engine beside its peers: parsing lines, and reading a jar. */
import { parseSetCookie as parseWithCookie } from 'cookie';
import { parseSetCookie as parseWithSetCookieParser } from 'set-cookie-parser';
import { Cookie as ToughCookie, CookieJar as ToughJar } from 'tough-cookie';
import { CookieJar } from '../../src/core/cookie/jar.ts';
import { parseSetCookie } from '../../src/core/cookie/parse-set-cookie.ts';
import { corpus } from './cookie-corpus.ts';
import { median, medianRatio, printTable, round, type Target } from './figures.ts';
import type { Given, Group, Result } from './group.ts';

const rounds = 41;
/** Turns that do not count: the engine compiles what is used often. */
const warmUp = 30;

export const cookie: Group = {
  name: 'cookie',
  parts: ['cookie-parse', 'cookie-read', 'cookie-hostile'],
  run,
};

async function run({ parts }: Given): Promise<Result> {
  const results = [
    ...(parts.has('cookie-parse') ? [parsing()] : []),
    ...(parts.has('cookie-read') ? [reading()] : []),
    ...(parts.has('cookie-hostile') ? [hostile()] : []),
  ];
  return {
    figures: results.map(({ figures }) => figures),
    targets: results.flatMap(({ targets }) => targets),
  };
}

/** Milliseconds of each of the tasks, in turns, so that all of them meet the same machine. */
function inTurns(tasks: readonly (() => void)[]): readonly (readonly number[])[] {
  const times: number[][] = tasks.map(() => []);
  for (let turn = -warmUp; turn < rounds; turn += 1) {
    tasks.forEach((task, index) => {
      const started = performance.now();
      task();
      if (turn >= 0) times[index]?.push(performance.now() - started);
    });
  }
  return times;
}

function parsing(): Result {
  const lines = corpus(2000);
  const parsers: readonly (readonly [string, (line: string) => unknown])[] = [
    ['crumbtrail', parseSetCookie],
    ['set-cookie-parser', (line) => parseWithSetCookieParser(line)],
    ['cookie', (line) => parseWithCookie(line)],
    ['tough-cookie', (line) => ToughCookie.parse(line)],
  ];
  const times = inTurns(
    parsers.map(([, parse]) => () => {
      for (const line of lines) parse(line);
    }),
  );
  const ours = times[0] ?? [];
  const rows = parsers.map(([name], index) => {
    const theirs = times[index] ?? [];
    return {
      name,
      microseconds: round((median(theirs) * 1000) / lines.length, 3),
      ratio: round(medianRatio(theirs, ours)),
    };
  });
  printTable(
    'Parsing 2,000 Set-Cookie lines',
    ['', 'µs a line', 'times ours'],
    rows.map(({ name, microseconds, ratio }) => [name, String(microseconds), String(ratio)]),
  );
  const fastest = Math.min(...rows.slice(1).map(({ ratio }) => ratio));
  return {
    figures: { parse: rows },
    targets: [
      {
        what: 'fastest peer, time to parse relative to ours',
        value: fastest,
        limit: 1,
        unit: 'x',
        kind: 'least',
      },
    ],
  };
}

const now = Date.UTC(2026, 10, 21);
const perSite = 16;
/** Over the URLs in each turn: a jar is read again and again. */
const passes = 5;

function reading(): Result {
  const sites = 200;
  const ours = filled(sites);
  const theirs = new ToughJar(undefined, { rejectPublicSuffixes: true });
  forEachCookie(sites, (line, url) => theirs.setCookieSync(line, url, { now: new Date(now) }));
  const urls = Array.from({ length: 1000 }, (_, index) => siteUrl((index * 37) % sites));
  const [mine = [], tough = []] = inTurns([
    () => {
      for (let pass = 0; pass < passes; pass += 1) for (const url of urls) ours.read({ url, now });
    },
    () => {
      for (let pass = 0; pass < passes; pass += 1) for (const url of urls) theirs.getCookieStringSync(url);
    },
  ]);
  const ratio = medianRatio(tough, mine);
  // Interleaved too, and always the same twenty sites: only the cookies of others grow.
  const counts = [20, 200, 2000];
  const few = urls.map((_, index) => siteUrl(index % 20));
  const turns = inTurns(
    counts.map((count) => {
      const jar = filled(count);
      return () => {
        for (const url of few) jar.read({ url, now });
      };
    }),
  );
  const curve = counts.map((count, index) => ({
    cookies: count * perSite,
    microseconds: round((median(turns[index] ?? []) * 1000) / few.length),
  }));
  printTable(
    `Reading a jar (${sites * perSite} cookies of ${sites} sites; then ours with more sites)`,
    ['', 'µs a read'],
    [
      ['crumbtrail', String(round((median(mine) * 1000) / urls.length / passes))],
      ['tough-cookie', String(round((median(tough) * 1000) / urls.length / passes))],
      ...curve.map(({ cookies, microseconds }) => [`crumbtrail, ${cookies} cookies`, String(microseconds)]),
    ],
  );
  const growth = medianRatio(turns.at(-1) ?? [], turns[0] ?? []);
  const targets: readonly Target[] = [
    { what: 'tough-cookie, time to read relative to ours', value: ratio, limit: 5, unit: 'x', kind: 'least' },
    { what: 'a read with 100 times the cookies of other sites', value: growth, limit: 1.5, unit: 'x' },
  ];
  return { figures: { ratio: round(ratio), curve }, targets };
}

const siteUrl = (index: number): string => `https://www.site${index}.example/account/orders`;

function forEachCookie(sites: number, set: (line: string, url: string) => void): void {
  for (let site = 0; site < sites; site += 1) {
    for (let index = 0; index < perSite; index += 1) {
      const domain = index % 3 === 0 ? `; Domain=site${site}.example` : '';
      const path = index % 4 === 0 ? '; Path=/account' : '; Path=/';
      set(`name${index}=value${index}${domain}${path}; Secure; SameSite=Lax`, siteUrl(site));
    }
  }
}

/** Under the RFC's profile, which has no limits: 32,000 cookies are more than any browser keeps. */
function filled(sites: number): CookieJar {
  const jar = new CookieJar({ browser: 'rfc6265bis' });
  forEachCookie(sites, (line, url) => jar.set(line, { url, now }));
  return jar;
}

function hostile(): Result {
  const size = 64 * 1024;
  const pieces = [
    ';',
    ';a',
    '=',
    ' ',
    ';=',
    'a=b;',
    ';Expires=1 Jan',
    ';Domain=.',
    '😀',
    ';secure',
    '1:',
    ';Path=/\t',
  ];
  const times = pieces.map((piece) => {
    const line = `a=b;${piece.repeat(Math.ceil(size / piece.length))}`.slice(0, size);
    const jar = new CookieJar();
    const [own = []] = inTurns([() => jar.set(line, { url: 'https://shop.example/', now })]);
    return { piece, milliseconds: round(median(own)) };
  });
  const slowest = Math.max(...times.map(({ milliseconds }) => milliseconds));
  return {
    figures: { hostile: times },
    targets: [{ what: 'slowest line of 64 KiB, parsed and judged', value: slowest, limit: 50, unit: ' ms' }],
  };
}
