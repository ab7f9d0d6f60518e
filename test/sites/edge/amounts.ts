import { type Request, Router } from 'express';
import { count } from '../fields.ts';

/** Six at a time, as a browser's own limit of connections to a host has it over HTTP/1.1. */
const FETCHER = `
const ask = async (urls, state) => {
  const queue = urls.slice();
  const started = performance.now();
  const one = async () => { for (let url; (url = queue.shift()) !== undefined;) await (await fetch(url)).arrayBuffer(); };
  await Promise.all(Array.from({ length: 6 }, one));
  window.elapsed = performance.now() - started;
  document.querySelector('#state').textContent = state;
};`;

/** A page that fetches these URLs and says "done" in `#state`; `window.elapsed` is how long it took, in ms. */
function fetching(title: string, urls: string): string {
  return `<!doctype html><link rel="icon" href="data:,"><title>${title}</title><p id="state" role="status">working</p>
<script>${FETCHER}
window.finished = ask(${urls}, 'done');</script>`;
}

function cookies(request: Request, prefix: string): string[] {
  const from = count(request, 'from', 0, 100_000);
  const amount = count(request, 'count', 10, 1000);
  return Array.from(
    { length: amount },
    (_, index) => `${prefix}${from + index}=value-${from + index}; Path=/; SameSite=Lax`,
  );
}

/** Many cookies: in a burst, in a storm, or to fill the jar. */
export function amounts(): Router {
  return Router()
    .get('/burst', (request, response) => {
      const n = count(request, 'n', 2000, 100_000);
      const per = Math.max(1, count(request, 'per', 10, 1000));
      response.send(
        fetching(
          'Burst',
          `Array.from({ length: ${Math.ceil(n / per)} }, (_, i) => '/burst/set?from=' + i * ${per} + '&count=' + Math.min(${per}, ${n} - i * ${per}))`,
        ),
      );
    })
    .get('/burst/set', (request, response) => {
      response.set({ 'Set-Cookie': cookies(request, 'burst_'), 'Cache-Control': 'no-store' }).send('ok');
    })
    .get('/storm', (request, response) => {
      const responses = count(request, 'responses', 1000, 100_000);
      const perResponse = count(request, 'cookies', 3, 100);
      response.send(
        fetching(
          'Storm',
          `Array.from({ length: ${responses} }, (_, i) => '/storm/set?cookies=${perResponse}&turn=' + i)`,
        ),
      );
    })
    .get('/storm/set', (request, response) => {
      const amount = count(request, 'cookies', 3, 100);
      const turn = count(request, 'turn', 0, 1_000_000);
      const lines = Array.from({ length: amount }, (_, i) => `storm_${i}=turn-${turn}; Path=/; SameSite=Lax`);
      response.set({ 'Set-Cookie': lines, 'Cache-Control': 'no-store' }).send('ok');
    })
    .get('/jar', (request, response) => {
      response.set('Set-Cookie', cookies(request, 'jar_'));
      response.send('<!doctype html><link rel="icon" href="data:,"><title>Jar</title><p>Filled.</p>');
    });
}
