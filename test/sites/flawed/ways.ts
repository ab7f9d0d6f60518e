import { type RequestHandler, Router } from 'express';
import { html } from '../html.ts';
import { serviceWorker } from '../service-worker.ts';
import type { SiteContext } from '../site-context.ts';
import type { FlawedPage } from './flawed-page.ts';

/** Flaw: a token that script writes, script can read. A JWT-shaped one, signed with nothing worth the name. */
const TOKEN_SCRIPT = `
const part = (data) => btoa(JSON.stringify(data)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
const token = [part({ alg: 'none', typ: 'JWT' }), part({ sub: 'demo', role: 'customer', email: 'demo@example.com' }), ''].join('.');
document.cookie = 'access_token=' + token + '; path=/; max-age=31536000';
localStorage.setItem('access_token', token);
sessionStorage.setItem('refresh_token', crypto.randomUUID ? crypto.randomUUID() : String(Math.random()));
const store = window.cookieStore;
Promise.resolve(store && store.set({ name: 'store_token', value: token, path: '/' }))
  .then(() => { document.querySelector('#state').textContent = 'Done: the token is written.'; });
`;

/** The ways a cookie can come: frame, script, redirect, image, service worker. */
export function waysPages(context: SiteContext, show: FlawedPage): Router {
  const { flawed, flawedWww, flawedCdn, tracker } = context.origins;
  const scheme: (request: Parameters<RequestHandler>[0]) => 'http' | 'https' = (request) =>
    request.secure ? 'https' : 'http';
  return Router()
    .use(serviceWorker())
    .get('/frame', (request, response) => {
      const body = html`<p>The frame below and an invisible image belong to <code>tracker.test</code>.</p>
<iframe title="Advertisement" src="${tracker.https}/frame"></iframe>
<img src="${tracker.https}/pixel.gif?page=frame" alt="" width="1" height="1">`;
      show(request, response, 'Third parties', body);
    })
    .get('/script', (request, response) => {
      show(
        request,
        response,
        'Script',
        html`<p id="state" role="status">Writing ...</p><script src="/token.js"></script>`,
      );
    })
    .get('/token.js', (_request, response) => {
      response.type('js').send(TOKEN_SCRIPT);
    })
    .get('/redirect', (request, response) => {
      const body = html`<p>Three hops, each sets a cookie, one of them on another host.</p>
<p><a href="/hop/1">Follow the redirects</a></p>`;
      show(request, response, 'Redirects', body);
    })
    .get('/hop/1', (request, response) => {
      response.cookie('hop_1', 'first').redirect(302, `${flawedWww[scheme(request)]}/hop/2`);
    })
    .get('/hop/2', (request, response) => {
      response.cookie('hop_2', 'second').redirect(307, `${flawed[scheme(request)]}/hop/3`);
    })
    .get('/hop/3', (_request, response) => {
      response.cookie('hop_3', 'third').redirect(303, '/landed');
    })
    .get('/landed', (request, response) => {
      show(request, response, 'Landed', html`<p>You came here through three redirects.</p>`);
    })
    .get('/image', (request, response) => {
      const body = html`<p>The dot is an image of <code>cdn.flawed.test</code>, and brings a cookie for all of the shop.</p>
<img src="${flawedCdn[scheme(request)]}/dot.gif" alt="A dot" width="16" height="16">`;
      show(request, response, 'Subresource', body);
    })
    .get('/worker', (request, response) => {
      show(
        request,
        response,
        'Service worker',
        html`<p id="state" role="status">Starting ...</p><script src="/worker/page.js"></script>`,
      );
    });
}
