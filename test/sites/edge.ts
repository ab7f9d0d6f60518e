import express, { type Express } from 'express';
import { amounts } from './edge/amounts.ts';
import { chain } from './edge/chain.ts';
import { frames } from './edge/frames.ts';
import { hostile } from './edge/hostile.ts';
import { logins } from './edge/logins.ts';
import { newIds } from './edge/new-ids.ts';
import { oldIds } from './edge/old-ids.ts';
import { ordinary } from './edge/ordinary.ts';
import { scriptWrites } from './edge/script-writes.ts';
import { setExactly } from './edge/set.ts';
import { html } from './html.ts';
import { serviceWorker } from './service-worker.ts';
import type { SiteContext } from './site-context.ts';

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['/set?line=a%3D1&line=b%3D2', 'exactly these Set-Cookie lines'],
  ['/burst?n=2000&per=10', '2,000 cookies, ten in each response'],
  ['/storm?responses=1000&cookies=3', '1,000 responses with three cookies each'],
  ['/jar?from=0&count=180', '180 cookies in one response'],
  ['/chain?hops=5', 'five redirects with a cookie each'],
  ['/hostile', 'values that want to be more than text'],
  ['/hostile-script', 'the same, written by script, lone surrogates included'],
  ['/nest', 'frames: this site, another, this site again'],
  ['/ordinary', '80 requests, 12 of them with Set-Cookie'],
  ['/basic', 'HTTP authentication, with a cookie on the 401'],
  ['/json-login', 'a login by fetch and JSON'],
  ['/new-id/counter', 'a session ID that is a counter; also strong, clock, busy, refuses, clears, moves'],
  [
    '/script-writes/plain',
    'cookies written by script; also first, csp, frames, redefined, frozen, frozenLater, hostile',
  ],
  ['/worker', 'a service worker (HTTPS)'],
];

/** Pages for browser tests. They answer on every name that no other site has. */
export function edgeApp(context: SiteContext): Express {
  return express()
    .disable('x-powered-by')
    .use(oldIds(), newIds())
    .use(setExactly(), amounts(), chain(), hostile(), frames(context), ordinary(), logins(), serviceWorker())
    .use(scriptWrites(context))
    .get('/worker', (_request, response) => {
      response.send(
        '<!doctype html><title>Worker</title><p id="state"></p><script src="/worker/page.js"></script>',
      );
    })
    .get('/icon.svg', (_request, response) => {
      response.type('svg').send('<svg xmlns="http://www.w3.org/2000/svg"/>');
    })
    .get('/blank', (_request, response) => {
      response.send('<!doctype html><link rel="icon" href="data:,"><title>Blank</title>');
    })
    .get('/', (_request, response) => {
      const items = EXAMPLES.map(([path, shows]) => html`<li><a href="${path}">${path}</a> ${shows}</li>`);
      response.send(
        html`<!doctype html><meta charset="utf-8"><title>Edge cases</title><ul>${items}</ul>`.text,
      );
    });
}
