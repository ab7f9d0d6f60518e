import { randomBytes } from 'node:crypto';
import express, { Router } from 'express';
import { field } from '../fields.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../users.ts';

const newId = () => randomBytes(16).toString('hex');
const sid = (id: string) => `sid=${id}; Path=/; HttpOnly; SameSite=Lax`;

const JSON_PAGE = `<!doctype html><link rel="icon" href="data:,"><title>JSON login</title>
<form><label>User name <input name="username"></label>
<label>Password <input type="password" name="password"></label><button>Sign in</button></form>
<p id="state" role="status"></p>
<script>
const form = document.querySelector('form');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await fetch('/json-login', { method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new FormData(form))) });
  document.querySelector('#state').textContent = answer.ok ? 'signed in' : 'refused';
});
</script>`;

/** Logins without a form's POST: HTTP authentication, and JSON by fetch. */
export function logins(): Router {
  const expected = `Basic ${Buffer.from(`${DEMO_USER}:${DEMO_PASSWORD}`).toString('base64')}`;
  return Router()
    .get('/basic', (request, response) => {
      if (request.headers.authorization !== expected) {
        response.set({
          'WWW-Authenticate': 'Basic realm="edge"',
          'Set-Cookie': 'asked=1; Path=/; SameSite=Lax',
        });
        response.status(401).send('<!doctype html><title>Refused</title><p>Who are you?</p>');
        return;
      }
      response.set('Set-Cookie', sid(newId())).send('<!doctype html><title>Welcome</title><p>Welcome.</p>');
    })
    .get('/json-login', (_request, response) => {
      response.set('Set-Cookie', sid(newId())).send(JSON_PAGE);
    })
    .post('/json-login', express.json(), (request, response) => {
      if (field(request, 'username') !== DEMO_USER || field(request, 'password') !== DEMO_PASSWORD) {
        response.status(401).json({ ok: false });
        return;
      }
      response.set('Set-Cookie', sid(newId())).json({ ok: true });
    });
}
