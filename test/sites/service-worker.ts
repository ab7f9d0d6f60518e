import { Router } from 'express';

/** A service worker whose own fetch sets a cookie, and answers the page's fetches by asking the network itself. */
const WORKER = `
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname === '/worker/through') event.respondWith(fetch('/worker/cookie?name=sw_through'));
});
self.addEventListener('message', (event) => {
  event.waitUntil(fetch('/worker/cookie?name=sw_own').then(() => event.source.postMessage('done')));
});
`;

const PAGE_SCRIPT = `
const say = (text) => { document.querySelector('#state').textContent = text; };
(async () => {
  if (!('serviceWorker' in navigator)) return say('No service worker here: open this page over HTTPS.');
  await navigator.serviceWorker.register('/worker.js');
  const registration = await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller)
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  const answered = new Promise((resolve) => navigator.serviceWorker.addEventListener('message', resolve));
  registration.active.postMessage('go');
  await answered;
  await fetch('/worker/through');
  say('Done: sw_own and sw_through are set.');
})().catch((error) => say('Failed: ' + error));
`;

/** Routes a page needs to try the service worker: it includes `/worker/page.js` and an element with ID `state`. */
export function serviceWorker(): Router {
  return Router()
    .get('/worker.js', (_request, response) => {
      response.type('js').send(WORKER);
    })
    .get('/worker/page.js', (_request, response) => {
      response.type('js').send(PAGE_SCRIPT);
    })
    .get('/worker/cookie', (request, response) => {
      const name = request.query.name === 'sw_through' ? 'sw_through' : 'sw_own';
      response.set('Set-Cookie', `${name}=by-service-worker; Path=/; SameSite=Lax`).send('ok');
    });
}
