import { type RequestHandler, Router } from 'express';
import { field } from '../fields.ts';
import { html } from '../html.ts';
import { loginForm } from '../page.ts';
import type { Users } from '../users.ts';
import type { SoundPage } from './app.ts';
import { csrfField } from './csrf.ts';
import { beginSession, endSession, SOUND_COOKIE, type Timeouts } from './session.ts';

const onlySignedIn: RequestHandler = (request, response, next) => {
  if (request.session.user === undefined) response.redirect(303, '/login');
  else next();
};

export function accountPages(users: Users, show: SoundPage, timeouts: Timeouts, now: () => number): Router {
  return Router()
    .get('/login', (request, response) => {
      show(request, response, 'Sign in', loginForm(csrfField(request), null, false));
    })
    .post('/login', async (request, response) => {
      const name = field(request, 'username');
      if (!users.check(name, field(request, 'password'))) {
        response.status(401);
        show(
          request,
          response,
          'Sign in',
          loginForm(csrfField(request), 'User name or password is wrong.', false),
        );
        return;
      }
      await beginSession(request, name, now());
      response.redirect(303, '/account');
    })
    .post('/logout', async (request, response) => {
      await endSession(request);
      response.clearCookie(SOUND_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
      response.set('Clear-Site-Data', '"cookies", "storage"');
      response.redirect(303, '/signed-out');
    })
    .get('/signed-out', (request, response) => {
      show(request, response, 'Signed out', html`<p class="done" role="status">You are signed out.</p>`);
    })
    .get('/account', onlySignedIn, (request, response) => {
      const { notice } = request.session;
      delete request.session.notice;
      show(
        request,
        response,
        'Account',
        html`${notice === undefined ? '' : html`<p role="status">${notice}</p>`}
<p>Signed in as ${request.session.user ?? ''}, reachable at <b>${users.email}</b>.</p>
<form method="post" action="/account/email">${csrfField(request)}
<label for="email">New e-mail address</label>
<input type="email" id="email" name="email" autocomplete="email" required>
<label for="current">Current password</label>
<input type="password" id="current" name="current_password" autocomplete="current-password" required>
<button>Save e-mail</button>
</form>`,
      );
    })
    .post('/account/email', onlySignedIn, (request, response) => {
      // Sensitive changes ask again who is there (ASVS 7.5.1).
      const known = users.check(request.session.user ?? '', field(request, 'current_password'));
      if (known) users.email = field(request, 'email');
      request.session.notice = known
        ? 'Your e-mail address is changed.'
        : 'The password is wrong: nothing was changed.';
      response.redirect(303, '/account');
    })
    .get('/session', (request, response) => {
      const minutes = (ms: number) => `${Math.round(ms / 60_000)} minutes`;
      const body = html`<p>A session ends after ${minutes(timeouts.idle)} without a request,
and after ${minutes(timeouts.absolute)} in any case. The server decides; the cookie goes with the browser.</p>`;
      show(request, response, 'Session', body);
    });
}
