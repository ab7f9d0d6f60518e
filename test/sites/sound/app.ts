import cookieParser from 'cookie-parser';
import express, { type Express, type Request, type Response } from 'express';
import { assets } from '../assets.ts';
import { html, type Markup } from '../html.ts';
import { renderPage } from '../page.ts';
import type { SiteContext } from '../site-context.ts';
import { createUsers } from '../users.ts';
import { accountPages } from './account.ts';
import { checkCsrf, csrfField } from './csrf.ts';
import { soundHeaders, toHttps } from './headers.ts';
import { SOUND_NAV } from './nav.ts';
import { endOldSessions, soundSession, type Timeouts } from './session.ts';

export type SoundPage = (request: Request, response: Response, title: string, body: Markup) => void;

const HALF_YEAR = 182 * 86_400_000;

/** The same shop with everything as OWASP's ASVS and WSTG ask for it. */
export function soundApp(context: SiteContext, timeouts: Timeouts, now: () => number): Express {
  const users = createUsers();
  const show: SoundPage = (request, response, title, body) => {
    // Visitors without a session get no form that would need one.
    const hidden = request.session.csrfToken === undefined ? '' : csrfField(request);
    const theme = typeof request.cookies.theme === 'string' ? request.cookies.theme : null;
    const user = request.session.user ?? null;
    response.send(
      renderPage(
        { site: 'Sound shop', nav: SOUND_NAV, path: request.path, user, theme, hidden },
        title,
        body,
      ),
    );
  };
  const app = express().disable('x-powered-by');
  app.use(toHttps(context.origins.sound), soundHeaders(), assets());
  app.use(express.urlencoded({ extended: false }), cookieParser());
  app.use(soundSession(), endOldSessions(timeouts, now));
  // A theme harms nobody who is tricked into it, so it needs no token, and with that no session.
  app.post('/theme', (request, response) => {
    const value = request.cookies.theme === 'dark' ? 'light' : 'dark';
    // Not HttpOnly: nothing secret in it, and a page's script may want to read it.
    response.cookie('theme', value, { maxAge: HALF_YEAR, secure: true, sameSite: 'lax' });
    response.redirect(303, '/');
  });
  app.use(checkCsrf);
  app.get('/', (request, response) => {
    const body = html`<p>This shop does what its counterpart, <a href="${context.origins.flawed.https}">the flawed shop</a>,
leaves out. Compare what the developer tools say of both.</p>`;
    show(request, response, 'Welcome', body);
  });
  app.use(accountPages(users, show, timeouts, now));
  return app;
}
