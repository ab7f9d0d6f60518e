import express from 'express';
import type { Page } from 'playwright';
import { html } from '../html.ts';
import { INNOCENT, innocent } from './express-pages.ts';
import { destroy, regenerate, sessionMiddleware } from './express-session.ts';
import {
  type ExpectedSession,
  type FrameworkApp,
  PASSWORD,
  type Running,
  USER,
  WRONG_PASSWORD,
} from './framework-app.ts';
import { anyPage } from './pages.ts';
import { isLoggedIn, lookAround } from './person.ts';
import { serveApp } from './serve-app.ts';

/** One page that asks an API for everything, as single-page applications do. */
const SCRIPT = `
const $ = (id) => document.getElementById(id);
const show = async () => {
  const answer = await fetch('/api/me');
  $('who').textContent = answer.ok ? 'Signed in as ' + (await answer.json()).user + '.' : 'Hello, stranger.';
};
$('in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = JSON.stringify({ username: $('username').value, password: $('password').value });
  const answer = await fetch('/api/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { error } = await answer.json();
  $('error').textContent = error ?? '';
  if (error === undefined) await show();
});
$('out').addEventListener('click', async () => {
  await fetch('/api/session', { method: 'DELETE' });
  await show();
});
show();
`;

function page(): string {
  return anyPage(
    'Home',
    html`<p id="who"></p><p id="error" role="alert"></p>
<form id="in"><label>User name <input id="username"></label> <label>Password <input id="password" type="password"></label>
<button>Sign in</button></form><button id="out">Sign out</button><script src="/app.js"></script>`,
  );
}

/** `sound` answers 401 and takes a new ID; else 200 with an error inside, and the ID stays. */
function start(host: string, sound: boolean): Promise<Running> {
  const app = express().use(innocent, express.json(), sessionMiddleware());
  app.get('/', (_request, response) => void response.send(page()));
  app.get('/app.js', (_request, response) => void response.type('js').send(SCRIPT));
  app.get('/api/me', ({ session: { user } }, response) => {
    if (user === undefined) response.status(401).json({ error: 'Sign in first.' });
    else response.json({ user });
  });
  app.post('/api/login', async (request, response) => {
    const { username, password } = request.body as { username?: unknown; password?: unknown };
    if (username !== USER || password !== PASSWORD) {
      response.status(sound ? 401 : 200).json({ error: 'Wrong password.' });
      return;
    }
    if (sound) await regenerate(request);
    request.session.user = USER;
    response.json({ user: USER });
  });
  app.delete('/api/session', async (request, response) => {
    if (sound) {
      await destroy(request);
      response.clearCookie('connect.sid');
    } else delete request.session.user;
    response.json({});
  });
  return serveApp(host, app);
}

async function visit(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  const enter = async (password: string) => {
    await page.getByLabel('User name').fill(USER);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await enter(WRONG_PASSWORD);
  await page.getByText('Wrong password.').waitFor();
  await enter(PASSWORD);
  await isLoggedIn(page);
  await page.reload();
  await isLoggedIn(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Hello, stranger.').waitFor();
}

function app(form: FrameworkApp['form'], expected: Omit<ExpectedSession, 'role' | 'lifetime'>): FrameworkApp {
  const host = `json-${form}.test`;
  return {
    name: 'JSON API, asked by script',
    form,
    host,
    routes: { home: '/', login: '/', account: '/api/me', logout: '/api/session' },
    visit,
    start: () => start(host, form === 'sound'),
    expected: {
      sessions: { 'connect.sid': { role: 'session', lifetime: 'browser-session', ...expected } },
      others: INNOCENT,
    },
  };
}

export const jsonApiApps: readonly FrameworkApp[] = [
  app('sound', { login: ['failed', 'rotated'], logout: ['cleared'] }),
  app('flawed', { login: ['failed', 'kept'], logout: ['not-cleared', 'dead-after-logout'] }),
];
