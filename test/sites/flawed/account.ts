import { type RequestHandler, Router } from 'express';
import { field } from '../fields.ts';
import { html } from '../html.ts';
import type { Users } from '../users.ts';
import { type FlawedPage, YEAR } from './flawed-page.ts';

const onlySignedIn: RequestHandler = (request, response, next) => {
  if (request.session.user === undefined) response.redirect(303, '/login');
  else next();
};

/** Flaws: cacheable private page, e-mail changed without password or token, session ID in the address. */
export function accountPages(users: Users, show: FlawedPage): Router {
  return Router()
    .get('/account', onlySignedIn, (request, response) => {
      response.set('Cache-Control', 'public, max-age=600');
      show(
        request,
        response,
        'Account',
        html`<p>Signed in as ${request.session.user ?? ''}, reachable at <b>${users.email}</b>.</p>
<form method="post" action="/account/email">
<label for="email">New e-mail address</label>
<input type="email" id="email" name="email" autocomplete="email" required>
<button>Save e-mail</button>
</form>`,
      );
    })
    .post('/account/email', onlySignedIn, (request, response) => {
      users.email = field(request, 'email');
      response.cookie('email', users.email, { maxAge: YEAR });
      response.redirect(303, '/account?saved=1');
    })
    .get('/orders', onlySignedIn, (request, response) => {
      if (request.query.sid === undefined) {
        response.redirect(303, `/orders?sid=${request.sessionID}`);
        return;
      }
      show(
        request,
        response,
        'Orders',
        html`<p>Your session ID stands in this page's address, in the history and in logs.</p>`,
      );
    });
}
