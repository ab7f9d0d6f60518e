import express from 'express';
import type { Page } from 'playwright';
import { field } from '../fields.ts';
import { INNOCENT, innocent } from './express-pages.ts';
import { destroy, regenerate, sessionMiddleware } from './express-session.ts';
import {
  type ExpectedSession,
  type FrameworkApp,
  PASSWORD,
  ROUTES,
  type Running,
  USER,
} from './framework-app.ts';
import { accountPage, homePage, loginPage, stepPage } from './pages.ts';
import { isLoggedIn, logIn, logOut, lookAround, use } from './person.ts';
import { serveApp } from './serve-app.ts';

/** Before what only few may do, the password is asked for again: a change of rights. */
function start(host: string, sound: boolean): Promise<Running> {
  const app = express().use(innocent, express.urlencoded({ extended: false }), sessionMiddleware());
  app.get('/', ({ session: { user } }, response) => void response.send(homePage(user ?? null)));
  app.get('/login', (_request, response) => void response.send(loginPage()));
  app.post('/login', async (request, response) => {
    const isRight = field(request, 'username') === USER && field(request, 'password') === PASSWORD;
    if (isRight) {
      await regenerate(request);
      request.session.user = USER;
    }
    response.redirect(303, isRight ? '/account' : '/login');
  });
  app.get('/account', ({ session: { user } }, response) => {
    if (user === undefined) response.redirect('/login');
    else response.send(accountPage(user));
  });
  app.get(SUDO, (_request, response) => {
    response.send(stepPage('Is it you?', SUDO, 'Password', 'password', 'password'));
  });
  app.post(SUDO, async (request, response) => {
    if (request.session.user === undefined || field(request, 'password') !== PASSWORD) {
      response.redirect(303, SUDO);
      return;
    }
    if (sound) await regenerate(request);
    request.session.user = USER;
    response.redirect(303, '/account');
  });
  app.post('/logout', async (request, response) => {
    await destroy(request);
    response.redirect(303, '/');
  });
  return serveApp(host, app);
}

const SUDO = '/sudo';

async function visit(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  await logIn(page);
  await page.goto(`${origin}${SUDO}`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  await isLoggedIn(page);
  await use(page);
  await logOut(page);
}

function app(form: FrameworkApp['form'], expected: Omit<ExpectedSession, 'role' | 'lifetime'>): FrameworkApp {
  const host = `asking-again-${form}.test`;
  return {
    name: 'the password asked for again',
    form,
    host,
    routes: { ...ROUTES, privilege: SUDO },
    visit,
    start: () => start(host, form === 'sound'),
    expected: {
      sessions: { 'connect.sid': { role: 'session', lifetime: 'browser-session', ...expected } },
      others: INNOCENT,
    },
  };
}

export const askingAgainApps: readonly FrameworkApp[] = [
  app('sound', { login: ['rotated'], privilege: ['rotated'], logout: ['cleared'] }),
  app('flawed', { login: ['rotated'], privilege: ['kept'], logout: ['cleared'] }),
];
