/** A HAR file of 5,000 entries: what the audit costs beside `JSON.parse` of the same text. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Exchange, harLog } from '../helpers/har-log.ts';
import { median, medianRatio, printTable, round } from './figures.ts';
import type { Group, Result } from './group.ts';

const ENTRIES = 5000;
const ROUNDS = 7;
const LIMIT = 6;

/** An ordinary day: pages of a shop, each with its parts, a few cookies, a login now and then; bodies left out. */
export function benchHar(entries: number): string {
  const exchanges = Array.from({ length: entries }, (_, index): Exchange => exchangeOf(index));
  return JSON.stringify(harLog('chrome', exchanges));
}

function exchangeOf(index: number): Exchange {
  const page = Math.floor(index / 25);
  const cookie = `sid=${hexOf(Math.floor(page / 40))}; theme=dark; _ga=GA1.2.1234.${page}; cart=items%3A${page % 7}`;
  const base = { at: page * 5000 + (index % 25) * 20, cookie };
  const referer = { Referer: `https://www.shop.example/page/${page}` };
  if (index % 25 === 0) {
    const isLogin = page % 40 === 0;
    return {
      ...base,
      url: `https://www.shop.example/${isLogin ? 'login' : `page/${page}`}`,
      ...(isLogin ? { method: 'POST', body: 'user=a&password=b' } : {}),
      setCookie: [`sid=${hexOf(Math.floor(page / 40))}; Path=/; Secure; HttpOnly; SameSite=Lax`],
    };
  }
  if (index % 5 === 0)
    return {
      url: `https://ads.example/pixel?n=${index}`,
      at: base.at,
      type: 'image',
      mime: 'image/gif',
      requestHeaders: { ...referer, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'image' },
      setCookie: [`uid=${index}; Path=/; Secure; SameSite=None; Max-Age=31536000`],
    };
  return {
    ...base,
    url: `https://www.shop.example/api/item/${index}`,
    type: 'fetch',
    requestHeaders: { ...referer, ...LIKE_CHROME },
  };
}

/** What every request of a browser carries. */
const LIKE_CHROME = {
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-US,en;q=0.9',
  'User-Agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Not:A-Brand";v="8", "Chromium";v="156"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
};

const hexOf = (seed: number) => ((seed + 1) * 2_654_435_761).toString(16).padStart(32, '7');

export const har: Group = {
  name: 'har',
  parts: ['audit'],
  async run(): Promise<Result> {
    // As it is shipped: what runs the benchmark itself makes functions slower.
    const built = pathToFileURL(resolve('dist/core/index.js')).href;
    const { auditHar } = (await import(built)) as typeof import('../../src/core/index.ts');
    const text = benchHar(ENTRIES);
    const parse: number[] = [];
    const audit: number[] = [];
    for (let turn = -1; turn < ROUNDS; turn++) {
      const begun = performance.now();
      const data: unknown = JSON.parse(text);
      const parsed = performance.now();
      auditHar(data);
      const audited = performance.now();
      // The first turn warms up.
      if (turn < 0) continue;
      parse.push(parsed - begun);
      audit.push(audited - parsed);
    }
    const ratio = medianRatio(audit, parse);
    printTable(
      `A HAR file of ${ENTRIES} entries, ${round(text.length / 1e6, 1)} MB`,
      ['', 'median ms', 'x JSON.parse'],
      [
        ['JSON.parse', `${round(median(parse), 1)}`, '1'],
        ['audit (facts, recording, rules, report)', `${round(median(audit), 1)}`, `${round(ratio)}`],
      ],
    );
    return {
      figures: { entries: ENTRIES, characters: text.length, parse, audit },
      targets: [{ what: 'audit of a HAR to JSON.parse of it', value: ratio, limit: LIMIT, unit: 'x' }],
    };
  },
};
