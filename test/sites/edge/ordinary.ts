import { Router } from 'express';
import { sendPixel } from '../assets.ts';
import { count } from '../fields.ts';

const IMAGES = 50;
const SCRIPTS = 12;
const STYLES = 7;
const FETCHES = 10;

/** The page and 79 more requests; every seventh of those sets a cookie: with the page's own, 12 in all. */
function html(): string {
  let asset = 0;
  const next = (kind: string) => `/ordinary/${kind}?i=${++asset}`;
  const many = (amount: number, write: () => string) => Array.from({ length: amount }, write).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ordinary page</title>
<link rel="icon" href="data:,">
${many(STYLES, () => `<link rel="stylesheet" href="${next('style')}">`)}
${many(SCRIPTS, () => `<script src="${next('script')}" defer></script>`)}
</head><body><h1>An ordinary page</h1>
${many(IMAGES, () => `<img src="${next('image')}" alt="">`)}
<p id="state" role="status">loading</p>
<script>
window.finished = Promise.all([
  new Promise((resolve) => addEventListener('load', resolve)),
  ...[${many(FETCHES, () => `'${next('data')}',`)}].map((url) => fetch(url).then((answer) => answer.json())),
]).then(() => { document.querySelector('#state').textContent = 'done'; });
</script></body></html>`;
}

export function ordinary(): Router {
  const page = html();
  return Router()
    .use('/ordinary', (request, response, next) => {
      const index = count(request, 'i', 0, 1000);
      response.set('Cache-Control', 'no-store');
      if (index % 7 === 0)
        response.set('Set-Cookie', `ordinary_${index}=${Date.now()}; Path=/; SameSite=Lax; Max-Age=86400`);
      next();
    })
    .get('/ordinary', (_request, response) => {
      response.send(page);
    })
    .get('/ordinary/style', (_request, response) => {
      response.type('css').send('body { margin: 1em; }');
    })
    .get('/ordinary/script', (_request, response) => {
      response.type('js').send('window.ready = true;');
    })
    .get('/ordinary/image', (_request, response) => sendPixel(response))
    .get('/ordinary/data', (_request, response) => {
      response.json({ ok: true });
    });
}
