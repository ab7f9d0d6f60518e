import { randomBytes } from 'node:crypto';
import { Router } from 'express';
import { field } from '../fields.ts';
import { loginForm } from '../page.ts';
import type { Users } from '../users.ts';
import { type FlawedPage, YEAR } from './flawed-page.ts';

/** Flaws: the ID is kept (fixation), no CSRF token, and who you are stands in cookies in clear. */
export function loginPages(users: Users, show: FlawedPage): Router {
  return Router()
    .get('/login', (request, response) => {
      show(request, response, 'Sign in', loginForm('', null, true));
    })
    .post('/login', (request, response) => {
      const name = field(request, 'username');
      if (!users.check(name, field(request, 'password'))) {
        response.status(401);
        show(request, response, 'Sign in', loginForm('', 'User name or password is wrong.', true));
        return;
      }
      request.session.user = name;
      response.cookie('email', users.email, { maxAge: YEAR });
      response.cookie('role', 'customer', { maxAge: YEAR });
      if (field(request, 'remember') !== '') {
        response.cookie('remember_me', randomBytes(16).toString('hex'), { maxAge: YEAR });
      }
      response.redirect(303, '/account');
    });
}
