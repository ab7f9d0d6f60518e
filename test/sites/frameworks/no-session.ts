import express, { type RequestHandler } from 'express';
import { jwtVerify, SignJWT } from 'jose';
import type { Page } from 'playwright';
import { html } from '../html.ts';
import { INNOCENT, innocent } from './express-pages.ts';
import { sessionMiddleware } from './express-session.ts';
import { type FrameworkApp, PASSWORD, ROUTES, USER, WRONG_PASSWORD } from './framework-app.ts';
import { accountPage, anyPage, homePage } from './pages.ts';
import { isLoggedIn, lookAround } from './person.ts';
import { serveApp } from './serve-app.ts';

/** Logins that no cookie keeps, beside a session cookie for everybody: nothing can be said of them. */

const basic: RequestHandler = ({ headers: { authorization } }, response, next) => {
  if (authorization === `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`) next();
  else response.set('www-authenticate', 'Basic realm="account"').status(401).send('Sign in first.');
};

function basicApp() {
  const app = express().use(innocent, sessionMiddleware());
  app.get('/', (_request, response) => void response.send(homePage(null)));
  app.get('/account', basic, (_request, response) => void response.send(accountPage(USER)));
  return app;
}

async function visitBasic(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  // What is written into the address answers the challenge, as what a person writes into the browser's box.
  const { host } = new URL(origin);
  await page.goto(`https://${USER}:${PASSWORD}@${host}/account`);
  await isLoggedIn(page);
  await page.goto(`${origin}/account`);
  await isLoggedIn(page);
}

const KEY = new TextEncoder().encode('a secret of this test, at least 32 long');

const BEARER_SCRIPT = `
const $ = (id) => document.getElementById(id);
const show = async () => {
  const token = localStorage.getItem('token');
  const answer = await fetch('/api/me', token === null ? {} : { headers: { authorization: 'Bearer ' + token } });
  $('who').textContent = answer.ok ? 'Signed in as ${USER}.' : 'Hello, stranger.';
};
$('in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = JSON.stringify({ username: $('username').value, password: $('password').value });
  const answer = await fetch('/api/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  $('error').textContent = answer.ok ? '' : 'Wrong password.';
  if (answer.ok) localStorage.setItem('token', (await answer.json()).token);
  await show();
});
show();
`;

function bearerApp() {
  const app = express().use(innocent, express.json(), sessionMiddleware());
  app.get('/', (_request, response) => {
    response.send(
      anyPage(
        'Home',
        html`<p id="who"></p><p id="error" role="alert"></p><form id="in"><label>User name <input id="username"></label>
<label>Password <input id="password" type="password"></label><button>Sign in</button></form><script src="/app.js"></script>`,
      ),
    );
  });
  app.get('/app.js', (_request, response) => void response.type('js').send(BEARER_SCRIPT));
  app.get('/api/me', async ({ headers: { authorization = '' } }, response) => {
    const verified = await jwtVerify(authorization.slice('Bearer '.length), KEY).catch(() => null);
    response.status(verified === null ? 401 : 200).json({});
  });
  app.post('/api/login', async (request, response) => {
    const { password } = request.body as { password?: unknown };
    if (password !== PASSWORD) response.status(401).json({ error: 'Wrong password.' });
    else response.json({ token: await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(KEY) });
  });
  return app;
}

async function visitBearer(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  for (const password of [WRONG_PASSWORD, PASSWORD]) {
    await page.getByLabel('User name').fill(USER);
    await page.getByLabel('Password').fill(password);
    const answered = page.waitForResponse('**/api/me');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answered;
  }
  await isLoggedIn(page);
  await page.reload();
  await isLoggedIn(page);
}

const { flash: _, ...INNOCENT_UNSENT } = INNOCENT;

const SESSION = { role: 'session', lifetime: 'browser-session', logout: [] } as const;

export const noSessionApps: readonly FrameworkApp[] = [
  {
    name: 'HTTP Basic beside a session cookie',
    form: 'sound',
    host: 'basic.test',
    routes: ROUTES,
    visit: visitBasic,
    start: () => serveApp('basic.test', basicApp()),
    expected: {
      sessions: { 'connect.sid': { ...SESSION, login: ['unobserved'] } },
      others: INNOCENT_UNSENT,
      // The challenge is not in it, for the browser answered that by itself.
      inHar: { 'connect.sid': { login: [] } },
    },
  },
  {
    name: 'a token in localStorage beside a session cookie',
    form: 'flawed',
    host: 'bearer.test',
    routes: { ...ROUTES, account: '/api/me' },
    visit: visitBearer,
    start: () => serveApp('bearer.test', bearerApp()),
    expected: {
      sessions: { 'connect.sid': { ...SESSION, login: ['failed', 'unobserved'] } },
      others: INNOCENT,
    },
  },
];
