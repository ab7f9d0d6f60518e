import { randomBytes } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express, { type Express } from 'express';
import session from 'express-session';
import { assets } from '../assets.ts';
import { HOSTS } from '../hosts.ts';
import { html } from '../html.ts';
import { renderPage } from '../page.ts';
import type { SiteContext } from '../site-context.ts';
import { createUsers } from '../users.ts';
import { accountPages } from './account.ts';
import { basket, cartPage } from './cart.ts';
import { type FlawedPage, YEAR } from './flawed-page.ts';
import { loginPages } from './login.ts';
import { logoutPages } from './logout.ts';
import { FLAWED_NAV } from './nav.ts';
import { rejectedPages } from './rejected.ts';
import { waysPages } from './ways.ts';

/** A shop that does everything wrong that a login can do wrong, with ordinary Express parts. */
export function flawedApp(context: SiteContext): Express {
  const users = createUsers();
  const secret = randomBytes(16).toString('hex');
  const show: FlawedPage = (request, response, title, body) => {
    response.send(
      renderPage(
        {
          site: 'Flawed shop',
          nav: FLAWED_NAV,
          path: request.path,
          user: request.session.user ?? null,
          theme: typeof request.cookies.theme === 'string' ? request.cookies.theme : null,
          hidden: '',
        },
        title,
        body,
      ),
    );
  };
  return express()
    .use(assets())
    .use(express.urlencoded({ extended: false }))
    .use(cookieParser(secret))
    .post('/basket', ...basket(secret))
    .use(
      // Flaws: a session for every visitor, re-sent by every response, for a year, to every subdomain, in clear,
      // readable by script, and (see login.ts) with the same ID before and after login.
      session({
        secret,
        resave: true,
        rolling: true,
        saveUninitialized: true,
        cookie: { domain: HOSTS.flawed, maxAge: YEAR, httpOnly: false, secure: false },
      }),
    )
    .get('/', (request, response) => {
      // Flaw: SameSite=None without Secure, which browsers do not store.
      response.append('Set-Cookie', 'promo=spring; Path=/; SameSite=None');
      const note = html`<p>This shop shows what goes wrong with cookies and sessions. Open the developer tools, then
follow the pages on the left. Its counterpart is <a href="${context.origins.sound.https}">the sound shop</a>.</p>
<p>The same pages over <a href="${context.origins.flawed.http}">HTTP</a> and
<a href="${context.origins.flawed.https}">HTTPS</a>: some cookies behave differently.</p>`;
      show(request, response, 'Welcome', note);
    })
    .post('/theme', (request, response) => {
      response.cookie('theme', request.cookies.theme === 'dark' ? 'light' : 'dark', { maxAge: YEAR });
      response.redirect(303, '/');
    })
    .use(loginPages(users, show))
    .use(logoutPages(show))
    .use(accountPages(users, show))
    .use(cartPage(show))
    .use(rejectedPages(context, show))
    .use(waysPages(context, show));
}
