import { randomBytes } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { field } from '../fields.ts';
import { html, type Markup } from '../html.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../users.ts';

/** How an application treats session IDs that should be dead, and visitors. */
type Kind = {
  /** The ID from before a login is logged in as well. */
  readonly keepsPreLogin?: true;
  /** A logout removes the cookie and nothing else. */
  readonly keepsPreLogout?: true;
  /** Forgets a session this many milliseconds after its logout. */
  readonly forgetsAfter?: number;
  /** What the account page shows to a visitor: the way to the login, the way to another site's, the login itself, or the same page without an account. */
  readonly visitor: 'redirect' | 'provider' | 'login-page' | 'open-page';
  /** A visitor's answer comes late. */
  readonly late?: number;
};

const KINDS: Readonly<Record<string, Kind>> = {
  'rotates.test': { visitor: 'redirect' },
  'keeps-pre-login.test': { visitor: 'redirect', keepsPreLogin: true },
  'keeps-pre-logout.test': { visitor: 'redirect', keepsPreLogout: true },
  'login-page.test': { visitor: 'login-page' },
  'login-page-alive.test': { visitor: 'login-page', keepsPreLogin: true, keepsPreLogout: true },
  'open-page.test': { visitor: 'open-page' },
  'open-page-alive.test': { visitor: 'open-page', keepsPreLogin: true, keepsPreLogout: true },
  'provider.test': { visitor: 'provider' },
  'forgets-late.test': { visitor: 'redirect', forgetsAfter: 3000 },
  'late.test': { visitor: 'redirect', late: 4000 },
};

/** Every request that the edge pages got, oldest first: what a test that runs in the same process may look at. */
export const received: { readonly host: string; readonly path: string; readonly cookie: string | null }[] =
  [];

type Session = { user: string | null };

const FORM = html`<form method="post" action="/login"><label>User name <input name="username"></label>
<label>Password <input type="password" name="password"></label><button>Sign in</button></form>`;

/** Small applications that differ only in what becomes of old session IDs; all rotate at login. */
export function oldIds(): Router {
  const apps = new Map(Object.entries(KINDS).map(([host, kind]) => [host, app(kind)]));
  return Router().use((request, response, next) => {
    const { hostname: host, path, headers } = request;
    received.push({ host, path, cookie: headers.cookie ?? null });
    const own = apps.get(host);
    if (own === undefined) next();
    else own(request, response, next);
  });
}

function app(kind: Kind): Router {
  const sessions = new Map<string, Session>();
  const idOf = (request: Request) => /(?:^|; )sid=([0-9a-f]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const begin = (response: Response, user: string | null) => {
    const id = randomBytes(16).toString('hex');
    sessions.set(id, { user });
    response.append('Set-Cookie', `sid=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  };
  const show = (response: Response, title: string, body: Markup) => {
    // Other in every answer: a nonce, a time, a token.
    const nonce = randomBytes(18).toString('base64');
    response.send(
      html`<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>${title}</title>
<meta name="csrf-token" content="${nonce}"></head><body><p>${new Date().toISOString()}</p>${body}
<p>Request ${randomBytes(8).toString('hex')}</p></body></html>`.text,
    );
  };
  return Router()
    .use(express.urlencoded({ extended: false }))
    .get('/', (request, response) => {
      if (!sessions.has(idOf(request))) begin(response, null);
      show(response, 'Home', html`<h1>Home</h1><p>Welcome to the shop.</p>`);
    })
    .get('/login', (_request, response) => show(response, 'Sign in', html`<h1>Sign in</h1>${FORM}`))
    .post('/login', (request, response) => {
      if (field(request, 'username') !== DEMO_USER || field(request, 'password') !== DEMO_PASSWORD) {
        response.redirect(303, '/login?error=1');
        return;
      }
      const old = sessions.get(idOf(request));
      if (kind.keepsPreLogin && old !== undefined) old.user = DEMO_USER;
      else sessions.delete(idOf(request));
      begin(response, DEMO_USER);
      response.redirect(303, '/account');
    })
    .get('/account', (request, response) => {
      const user = sessions.get(idOf(request))?.user ?? null;
      if (user !== null) {
        show(
          response,
          'Account',
          html`<h1>Account</h1><p>Signed in as ${user}.</p>
<form method="post" action="/logout"><button>Sign out</button></form>`,
        );
        return;
      }
      // What a replay must not let in: cookies of its answers, and orders to the cookie store.
      response.append('Set-Cookie', 'probe=planted; Path=/; Max-Age=3600');
      response.append('Set-Cookie', 'sid=planted; Path=/; Secure');
      response.set('Clear-Site-Data', '"cookies"');
      setTimeout(() => {
        if (kind.visitor === 'redirect') response.redirect(302, '/login?next=%2Faccount');
        else if (kind.visitor === 'provider')
          response.redirect(302, `https://other.test:${request.socket.localPort}/oauth2/authorize?state=1`);
        else if (kind.visitor === 'login-page') show(response, 'Sign in', html`<h1>Sign in</h1>${FORM}`);
        else show(response, 'Account', html`<h1>Account</h1><p>Nobody. <a href="/login">Sign in</a></p>`);
      }, kind.late ?? 0);
    })
    .post('/logout', (request, response) => {
      const id = idOf(request);
      if (kind.forgetsAfter !== undefined) setTimeout(() => sessions.delete(id), kind.forgetsAfter);
      else if (!kind.keepsPreLogout) sessions.delete(id);
      response.append('Set-Cookie', 'sid=; Path=/; Max-Age=0; Secure');
      response.redirect(303, '/signed-out');
    })
    .get('/signed-out', (_request, response) => {
      show(response, 'Signed out', html`<p class="done" role="status">You are signed out.</p>`);
    });
}
