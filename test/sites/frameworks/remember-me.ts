import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Page } from 'playwright';
import { field } from '../fields.ts';
import { expressPages, INNOCENT } from './express-pages.ts';
import { destroy, regenerate, sessionMiddleware } from './express-session.ts';
import { type FrameworkApp, PASSWORD, ROUTES, type Running, USER } from './framework-app.ts';
import { follow, isLoggedIn, logInWrongly, logOut, lookAround, use } from './person.ts';
import { serveApp } from './serve-app.ts';

const MONTH = 30 * 86_400_000;

/** A long-lived cookie beside the session, that starts a new one when it is gone. */
function start(host: string, sound: boolean): Promise<Running> {
  const remembered = new Map<string, string>();
  const tokenOf = ({ headers: { cookie = '' } }: Request) =>
    /(?:^|; )remember_token=([0-9a-f]+)/.exec(cookie)?.[1] ?? '';
  const remember = (response: Response, user: string) => {
    const token = randomBytes(24).toString('hex');
    remembered.set(token, user);
    response.cookie('remember_token', token, {
      maxAge: MONTH,
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
    });
  };
  const app = expressPages({
    before: [sessionMiddleware()],
    remember: true,
    userOf: async (request) => {
      if (request.session.user !== undefined) return request.session.user;
      const user = remembered.get(tokenOf(request));
      if (user === undefined) return null;
      if (sound) await regenerate(request);
      request.session.user = user;
      return user;
    },
    logIn: async (request, response, user) => {
      if (sound) await regenerate(request);
      request.session.user = user;
      if (field(request, 'remember') !== '') remember(response, user);
    },
    logOut: async (request, response) => {
      await destroy(request);
      response.clearCookie('connect.sid');
      if (!sound) return;
      remembered.delete(tokenOf(request));
      response.clearCookie('remember_token');
    },
  });
  return serveApp(host, app);
}

async function visit(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  await logInWrongly(page);
  await follow(page, 'Sign in');
  await page.getByLabel('User name').fill(USER);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('Remember me').check();
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await isLoggedIn(page);
  await use(page);
  await logOut(page);
}

/** The browser was closed in between, so that the session's cookie is gone. */
async function visitAfterRestart(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  await follow(page, 'Sign in');
  await page.getByLabel('User name').fill(USER);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('Remember me').check();
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await isLoggedIn(page);
  await page.context().clearCookies({ name: 'connect.sid', domain: new URL(origin).hostname });
  await follow(page, 'Home');
  await use(page);
  await logOut(page);
}

const SESSION = { role: 'session', lifetime: 'browser-session' } as const;
const REMEMBER = { role: 'remember-me', lifetime: 'fixed', login: [] } as const;

function app(
  name: string,
  form: FrameworkApp['form'],
  how: FrameworkApp['visit'],
  sessions: FrameworkApp['expected']['sessions'],
): FrameworkApp {
  const host = `${name.replaceAll(' ', '-')}.test`;
  return {
    name,
    form,
    host,
    routes: ROUTES,
    visit: how ?? visit,
    start: () => start(host, form === 'sound'),
    expected: { sessions, others: INNOCENT },
  };
}

export const rememberMeApps: readonly FrameworkApp[] = [
  app('remember me', 'sound', visit, {
    'connect.sid': { ...SESSION, login: ['failed', 'rotated'], logout: ['cleared'] },
    remember_token: { ...REMEMBER, logout: ['cleared'] },
  }),
  app('remember me after a restart', 'sound', visitAfterRestart, {
    'connect.sid': { ...SESSION, login: ['rotated'], logout: ['cleared'] },
    remember_token: { ...REMEMBER, logout: ['cleared'] },
  }),
  app('remember me left at logout', 'flawed', visit, {
    'connect.sid': { ...SESSION, login: ['failed', 'kept'], logout: ['cleared'] },
    remember_token: { ...REMEMBER, logout: ['not-cleared', 'alive-after-logout'] },
  }),
];
