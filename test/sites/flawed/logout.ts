import { Router } from 'express';
import { html } from '../html.ts';
import type { FlawedPage } from './flawed-page.ts';

/** Flaws: neither way touches the session on the server, and neither removes its cookie. */
export function logoutPages(show: FlawedPage): Router {
  return Router()
    .get('/signout', (request, response) => {
      show(
        request,
        response,
        'Sign out, two ways',
        html`<form method="post" action="/logout"><button>Sign out, clear nothing</button></form>
<form method="post" action="/logout/wrong-path"><button>Sign out, clear the wrong path</button></form>`,
      );
    })
    .post('/logout', (_request, response) => {
      response.redirect(303, '/signed-out');
    })
    .post('/logout/wrong-path', (_request, response) => {
      // The cookie has Path=/ and Domain=flawed.test: a deletion without both names another cookie.
      response.clearCookie('connect.sid', { path: '/account' });
      response.redirect(303, '/signed-out');
    })
    .get('/signed-out', (request, response) => {
      const stays =
        request.session.user === undefined
          ? ''
          : html`<p class="error">And yet the server still knows you: your old session ID is as good as before.</p>`;
      show(
        request,
        response,
        'Signed out',
        html`<p class="done" role="status">You are signed out.</p>${stays}`,
      );
    });
}
