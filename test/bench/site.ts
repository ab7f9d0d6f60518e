/** The pages that are loaded: a storm of responses, an ordinary page, a chain of redirects. Nothing but loopback. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** At most this many at once: with all at once, the browser's own queue costs more than any extension. */
export const STORM = { responses: 1000, cookiesEach: 3, atOnce: 24 } as const;
export const ORDINARY = { requests: 80, withCookies: 12 } as const;
export const CHAIN = { hops: 20 } as const;

export type BenchSite = {
  /** Origin with a `*.test` name, which the browsers map to loopback. */
  readonly origin: string;
  /** Adds an answer of its own to the site. */
  handle(path: string, answer: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
};

export async function startSite(): Promise<BenchSite> {
  const own = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  let served = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench.test');
    const [, kind = '', number = '0'] = pathname.split('/');
    served += 1;
    const handler = own.get(pathname);
    if (handler !== undefined) return handler(request, response);
    response.setHeader('Cache-Control', 'no-store');
    switch (kind) {
      case 'storm':
        response.setHeader('Set-Cookie', stormCookies(Number(number), served));
        response.end('ok');
        return;
      case 'ordinary':
        page(response, ordinaryPage());
        return;
      case 'part':
        part(response, Number(number), served);
        return;
      case 'chain':
        hop(response, Number(number), served);
        return;
      default:
        page(response, BLANK);
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://www.bench.test:${port}`,
    handle: (path, answer) => own.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sixty names in turn, each time with another value: the jar does not grow over its limit. */
function stormCookies(response: number, serial: number): string[] {
  return Array.from(
    { length: STORM.cookiesEach },
    (_, index) =>
      `storm${(response * STORM.cookiesEach + index) % 60}=v${serial}; Path=/; SameSite=Lax; HttpOnly`,
  );
}

const BLANK = `<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><p>Bench</p>
<script>
async function storm(count, lanes = count) {
  const began = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) await fetch('/storm/' + next++).then((response) => response.text());
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return performance.now() - began;
}
</script>`;

function page(response: ServerResponse, html: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(html);
}

/** Styles, scripts, pictures and data as an ordinary page asks for them; the page itself is the first request. */
function ordinaryPage(): string {
  const parts = Array.from({ length: ORDINARY.requests - 1 }, (_, n) => {
    if (n % 8 === 0) return `<link rel="stylesheet" href="/part/${n}?css">`;
    if (n % 8 === 1) return `<script src="/part/${n}?js"></script>`;
    if (n % 8 === 2) return `<script>fetch('/part/${n}?json')</script>`;
    return `<img src="/part/${n}?svg" width="20" height="20" alt="">`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Ordinary</title><link rel="icon" href="data:,">${parts.join('\n')}`;
}

const TYPES = [
  'text/css',
  'text/javascript',
  'application/json',
  ...Array<string>(5).fill('image/svg+xml'),
] as const;
const BODIES = [
  'p { margin: 0 }',
  'window.parts = (window.parts || 0) + 1;',
  '{"ok":true}',
  ...Array<string>(5).fill(
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="9"/></svg>',
  ),
] as const;

function part(response: ServerResponse, number: number, serial: number): void {
  if (number < ORDINARY.withCookies) {
    response.setHeader('Set-Cookie', `part${number}=v${serial}; Path=/; SameSite=Lax; Max-Age=3600`);
  }
  response.setHeader('Content-Type', TYPES[number % 8] ?? 'text/plain');
  response.end(BODIES[number % 8]);
}

function hop(response: ServerResponse, number: number, serial: number): void {
  if (number >= CHAIN.hops) {
    page(response, BLANK);
    return;
  }
  response.writeHead(302, {
    Location: `/chain/${number + 1}`,
    'Set-Cookie': `hop${number}=v${serial}; Path=/; HttpOnly`,
  });
  response.end();
}
