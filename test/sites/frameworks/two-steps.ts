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
import { accountPage, homePage, stepPage } from './pages.ts';
import { follow, isLoggedIn, logOut, lookAround, use } from './person.ts';
import { serveApp } from './serve-app.ts';

const CODE = '123456';

/** User name, then password, then a code: three pages, one login. */
function start(host: string, sound: boolean): Promise<Running> {
  const app = express().use(innocent, express.urlencoded({ extended: false }), sessionMiddleware());
  app.get('/', ({ session: { user } }, response) => void response.send(homePage(user ?? null)));
  app.get('/login', (_request, response) => {
    response.send(stepPage('Sign in', '/login', 'User name', 'username'));
  });
  app.post('/login', (request, response) => {
    request.session.notice = field(request, 'username');
    response.redirect(303, '/login/password');
  });
  app.get('/login/password', (_request, response) => {
    response.send(stepPage('Sign in', '/login/password', 'Password', 'password', 'password'));
  });
  app.post('/login/password', (request, response) => {
    const isRight = request.session.notice === USER && field(request, 'password') === PASSWORD;
    if (isRight) request.session.pending = USER;
    response.redirect(303, isRight ? '/login/otp' : '/login');
  });
  app.get('/login/otp', (_request, response) => {
    response.send(stepPage('Sign in', '/login/otp', 'Code', 'otp'));
  });
  app.post('/login/otp', async (request, response) => {
    if (request.session.pending === undefined || field(request, 'otp') !== CODE) {
      response.redirect(303, '/login');
      return;
    }
    if (sound) await regenerate(request);
    request.session.user = USER;
    response.redirect(303, '/account');
  });
  app.get('/account', ({ session: { user } }, response) => {
    if (user === undefined) response.redirect('/login');
    else response.send(accountPage(user));
  });
  app.post('/logout', async (request, response) => {
    if (sound) await destroy(request);
    else delete request.session.user;
    response.redirect(303, '/');
  });
  return serveApp(host, app);
}

async function visit(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  await follow(page, 'Sign in');
  for (const [label, text] of [
    ['User name', USER],
    ['Password', PASSWORD],
    ['Code', CODE],
  ] as const) {
    await page.getByLabel(label).fill(text);
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await isLoggedIn(page);
  await use(page);
  await logOut(page);
}

function app(form: FrameworkApp['form'], expected: Omit<ExpectedSession, 'role' | 'lifetime'>): FrameworkApp {
  const host = `two-steps-${form}.test`;
  return {
    name: 'user name, password and code on three pages',
    form,
    host,
    routes: ROUTES,
    visit,
    start: () => start(host, form === 'sound'),
    expected: {
      sessions: { 'connect.sid': { role: 'session', lifetime: 'browser-session', ...expected } },
      others: INNOCENT,
    },
  };
}

export const twoStepApps: readonly FrameworkApp[] = [
  app('sound', { login: ['rotated'], logout: ['cleared'] }),
  app('flawed', { login: ['kept'], logout: ['not-cleared', 'dead-after-logout'] }),
];
