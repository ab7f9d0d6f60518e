/** The page that gets cookies at a steady pace, a hand-written page that lists them, and the eyes on rows. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchSite } from './site.ts';

export const SECONDS = 10;
const RESPONSES_PER_SECOND = 50;
const COOKIES_EACH = 4;
/** Below the browser's 180 for one site, so that nothing is evicted. */
const NAMES = 168;

/** A cookie's name and a moment, in epoch milliseconds. */
export type Sent = readonly [name: string, at: number];

const now = () => performance.timeOrigin + performance.now();

/** Adds what sets the cookies; the list grows by each with the moment it was sent, in epoch milliseconds. */
export function serveLive(site: BenchSite): Sent[] {
  const sent: Sent[] = [];
  site.handle('/live', (_, response) => {
    const names = Array.from({ length: COOKIES_EACH }, (_, index) => `live${(sent.length + index) % NAMES}.`);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader(
      'Set-Cookie',
      names.map((name) => `${name}=v${sent.length}; Path=/; SameSite=Lax`),
    );
    const at = now();
    for (const name of names) sent.push([name, at]);
    response.end('ok');
  });
  site.handle('/blank', (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(PAGE);
  });
  return sent;
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>Live</title><link rel="icon" href="data:,"><p>Live</p>
<script>
async function liveCookies() {
  const total = ${SECONDS * RESPONSES_PER_SECOND};
  const began = performance.now();
  for (let asked = 0; asked < total; ) {
    const due = Math.min(total, Math.floor((performance.now() - began) / ${1000 / RESPONSES_PER_SECOND}) + 1);
    for (; asked < due; asked += 1) fetch('/live').then((response) => response.text());
    await new Promise((done) => setTimeout(done, 5));
  }
}
</script>`;

/** Watches for two seconds more than the cookies come; a row counts from the frame after the one that drew it. */
export const WATCH_ROWS = `new Promise((done) => {
  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask' });
  const rows = [];
  const shown = new Map();
  let fresh = [];
  let frames = 0;
  const began = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = ({ data }) => {
    const at = performance.timeOrigin + performance.now();
    for (const name of data) rows.push([name, at]);
  };
  const look = () => {
    const present = new Map();
    for (const row of document.querySelectorAll('[role=grid] [role=row]')) {
      const name = /live\\d+\\./.exec(row.textContent)?.[0];
      if (name === undefined) continue;
      present.set(name, row.id);
      if (shown.get(name) !== row.id) fresh.push(name);
    }
    shown.clear();
    for (const [name, id] of present) shown.set(name, id);
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  const frame = () => {
    frames += 1;
    if (fresh.length > 0) {
      channel.port2.postMessage(fresh);
      fresh = [];
    }
    const seconds = (performance.now() - began) / 1000;
    if (seconds < ${SECONDS + 1}) requestAnimationFrame(frame);
    else done({ longTasks, frames, seconds, rows });
  };
  requestAnimationFrame(frame);
})`;

/** The least a page can do: hears the responses itself and appends a row of text for each line, the last hundred kept. */
const LISTENER = `
const grid = document.querySelector('[role=grid]');
let rows = 0;
chrome.webRequest.onHeadersReceived.addListener(({ url, method, statusCode, timeStamp, responseHeaders }) => {
  for (const { name, value } of responseHeaders) {
    if (name.toLowerCase() !== 'set-cookie') continue;
    const row = document.createElement('div');
    row.setAttribute('role', 'row');
    row.id = 'row-' + rows++;
    for (const text of [new Date(timeStamp).toISOString(), value.split('=')[0], value, method + ' ' + url, statusCode]) {
      const cell = document.createElement('div');
      cell.setAttribute('role', 'gridcell');
      cell.textContent = text;
      row.append(cell);
    }
    grid.append(row);
    if (grid.childElementCount > 100) grid.firstElementChild.remove();
  }
  grid.scrollTop = 1e6;
}, { urls: ['http://*/*'] }, ['responseHeaders', 'extraHeaders']);
`;

const LISTENER_PAGE = `<!doctype html><meta charset="utf-8"><title>Minimal</title>
<style>
body { margin: 0; font: 12px system-ui; }
[role=grid] { height: 100vh; overflow: auto; }
[role=row] { display: grid; grid-template-columns: 2fr 1fr 3fr 3fr 1fr; height: 22px; }
[role=gridcell] { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
</style>
<div role="grid"></div><script src="live.js"></script>`;

export function addLivePage(extension: string): void {
  writeFileSync(join(extension, 'live.html'), LISTENER_PAGE);
  writeFileSync(join(extension, 'live.js'), LISTENER);
}
