/** The hand-written page that the panel is compared with, and what is watched in both: written into the bench's copy. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The least a page can do for the same screen: read the site's cookies, sort them, draw the rows that are seen. */
const MINIMAL = `
const started = chrome.cookies.getAll({ domain: 'bench.test', partitionKey: {} });
started.then((cookies) => {
  cookies.sort((a, b) => a.name.localeCompare(b.name));
  const grid = document.querySelector('[role=grid]');
  const seen = Math.ceil(innerHeight / 22);
  for (const cookie of cookies.slice(0, seen)) {
    const row = document.createElement('div');
    row.setAttribute('role', 'row');
    const { name, value, domain, path, secure, httpOnly, sameSite, expirationDate } = cookie;
    for (const text of [name, value, domain, path, secure, httpOnly, sameSite, expirationDate, name.length]) {
      const cell = document.createElement('div');
      cell.setAttribute('role', 'gridcell');
      cell.textContent = String(text ?? '');
      row.append(cell);
    }
    grid.append(row);
  }
});
`;

const PAGE = `<!doctype html><meta charset="utf-8"><title>Minimal</title>
<style>
body { margin: 0; font: 12px system-ui; }
[role=row] { display: grid; grid-template-columns: 2fr 3fr 2fr 1fr 1fr 1fr 1fr 2fr 1fr; height: 22px; }
[role=gridcell] { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
</style>
<div role="grid"></div><script src="minimal.js"></script>`;

export function addMinimalPage(extension: string): void {
  writeFileSync(join(extension, 'minimal.html'), PAGE);
  writeFileSync(join(extension, 'minimal.js'), MINIMAL);
}

/** Rows that are a screen's worth; there are some fewer on the panel, below its toolbar. */
export const SCREEN = 25;

/** Milliseconds from navigation until a screen of rows is painted. Begins as soon as the document is there. */
export const UNTIL_ROWS = `new Promise((done) => {
  const look = () => {
    if (document.querySelectorAll('[role=grid] [role=row]').length < ${SCREEN}) return requestAnimationFrame(look);
    // The frame that has the rows, and the moment after it.
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  };
  look();
})`;

/** Milliseconds from a key's own time to the painted list whose length it changed: set up before the key is pressed. */
export const AWAIT_KEY = `globalThis.filtered = new Promise((done) => {
  const grid = document.querySelector('[role=grid]');
  const before = grid.getAttribute('aria-rowcount');
  addEventListener('keydown', (event) => {
    const pressed = event.timeStamp;
    const look = () => {
      const now = document.querySelector('[role=grid]').getAttribute('aria-rowcount');
      if (now === before) return requestAnimationFrame(look);
      setTimeout(() => done(performance.now() - pressed));
    };
    requestAnimationFrame(look);
  }, { once: true, capture: true });
});
0`;

export const COUNT_NODES = `(() => {
  const walker = document.createTreeWalker(document);
  let nodes = 1;
  while (walker.nextNode()) nodes += 1;
  return nodes;
})()`;
