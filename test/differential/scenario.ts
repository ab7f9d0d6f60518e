import type { Origin } from './generate-line.ts';

/** How a Set-Cookie line, or a request for the cookies, gets to the browser. */
export type Way = 'top' | 'frame' | 'fetch' | 'script' | 'frame-script';

export interface Scenario {
  readonly name: string;
  readonly way: Way;
  /** The site that sets; its scheme and host. */
  readonly setter: string;
  readonly origin: Origin;
  /** The top-level page; the setter itself for `top` and `script`. */
  readonly top: string;
  /** Origins that cookies are read from afterwards: all are asked from `top`, by fetch. */
  readonly readers: readonly string[];
}

const shop: Origin = {
  host: 'a.shop.test',
  domains: [
    'shop.test',
    'a.shop.test',
    'shop.test',
    'b.shop.test',
    'test',
    'other.test',
    'hop.test',
    'a.a.shop.test',
  ],
};
const deep: Origin = {
  host: 'x.a.shop.co.uk',
  domains: ['shop.co.uk', 'a.shop.co.uk', 'x.a.shop.co.uk', 'co.uk', 'uk', 'shop.com'],
};
const pages: Origin = {
  host: 'me.github.io',
  domains: ['me.github.io', 'github.io', 'io', 'you.github.io', 'github.com'],
};
const suffix: Origin = { host: 'github.io', domains: ['github.io', 'io', 'me.github.io'] };
const local: Origin = { host: 'localhost', domains: ['localhost', '127.0.0.1', 'com'] };
const sublocal: Origin = { host: 'a.localhost', domains: ['a.localhost', 'localhost', 'b.localhost'] };
const address: Origin = { host: '127.0.0.1', domains: ['127.0.0.1', '0.0.1', '1', 'localhost'] };
const rooted: Origin = {
  host: 'a.shop.test.',
  domains: ['shop.test.', 'a.shop.test.', 'shop.test', 'test.'],
};

const near = [
  'https://a.shop.test',
  'https://shop.test',
  'https://b.a.shop.test',
  'http://a.shop.test',
] as const;

/** A name says: what sets, from where, seen from which top level. */
export const scenarios: readonly Scenario[] = [
  scenario('https top', 'top', 'https', shop, near),
  scenario('http top', 'top', 'http', shop, near),
  scenario('https co.uk top', 'top', 'https', deep, ['https://shop.co.uk', 'http://x.a.shop.co.uk']),
  scenario('https private suffix top', 'top', 'https', pages, [
    'https://me.github.io',
    'https://x.me.github.io',
  ]),
  scenario('https on a suffix top', 'top', 'https', suffix, ['https://github.io', 'https://me.github.io']),
  scenario('http localhost top', 'top', 'http', local, ['http://localhost', 'https://localhost']),
  scenario('http sub-localhost top', 'top', 'http', sublocal, ['http://a.localhost', 'http://localhost']),
  scenario('http 127.0.0.1 top', 'top', 'http', address, ['http://127.0.0.1', 'https://127.0.0.1']),
  scenario('https rooted host top', 'top', 'https', rooted, ['https://a.shop.test.', 'https://a.shop.test']),
  scenario('same-site frame', 'frame', 'https', shop, near, 'https://www.shop.test'),
  scenario('cross-site frame', 'frame', 'https', shop, near, 'https://other.test'),
  scenario(
    'cross-site http frame',
    'frame',
    'http',
    shop,
    ['http://a.shop.test', 'https://a.shop.test'],
    'http://other.test',
  ),
  scenario('https frame in http', 'frame', 'https', shop, near, 'http://shop.test'),
  scenario('same-site fetch', 'fetch', 'https', shop, near, 'https://shop.test'),
  scenario('cross-site fetch', 'fetch', 'https', shop, near, 'https://other.test'),
  scenario('https fetch from http', 'fetch', 'https', shop, near, 'http://shop.test'),
  scenario(
    'cross-site fetch of http',
    'fetch',
    'http',
    shop,
    ['http://a.shop.test', 'http://shop.test'],
    'http://other.test',
  ),
  scenario('https script', 'script', 'https', shop, near),
  scenario('http script', 'script', 'http', shop, near),
  scenario('localhost script', 'script', 'http', local, ['http://localhost']),
  scenario('cross-site frame script', 'frame-script', 'https', shop, near, 'https://other.test'),
];

function scenario(
  name: string,
  way: Way,
  scheme: 'http' | 'https',
  origin: Origin,
  readers: readonly string[],
  top?: string,
): Scenario {
  const setter = `${scheme}://${origin.host}`;
  return { name, way, setter, origin, readers, top: top ?? setter };
}
