import type { Page } from 'playwright';
import { html } from '../html.ts';
import { expressPages, INNOCENT } from './express-pages.ts';
import { destroy, regenerate, sessionMiddleware } from './express-session.ts';
import {
  type ExpectedSession,
  type FrameworkApp,
  PASSWORD,
  ROUTES,
  type Running,
  USER,
} from './framework-app.ts';
import { anyPage } from './pages.ts';
import { isLoggedIn, logOut, lookAround, use } from './person.ts';
import { serveApp } from './serve-app.ts';

const FORM = html`<form method="post" action="/register">
<label>User name <input name="username"></label> <label>E-mail <input name="email" type="email"></label>
<label>Password <input name="password" type="password"></label>
<label>Once more <input name="password_confirmation" type="password"></label><button>Create account</button></form>`;

/** Whoever signs up is logged in. */
function start(host: string, sound: boolean): Promise<Running> {
  const app = expressPages({
    before: [sessionMiddleware()],
    userOf: ({ session: { user } }) => user ?? null,
    logIn: () => undefined,
    logOut: async (request) => {
      if (sound) await destroy(request);
      else delete request.session.user;
    },
  });
  app.get('/register', (_request, response) => void response.send(anyPage('Register', FORM)));
  app.post('/register', async (request, response) => {
    if (sound) await regenerate(request);
    request.session.user = USER;
    response.redirect(303, '/account');
  });
  return serveApp(host, app);
}

async function visit(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  await page.goto(`${origin}/register`);
  await page.getByLabel('User name').fill(USER);
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('Once more').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await isLoggedIn(page);
  await use(page);
  await logOut(page);
}

function app(form: FrameworkApp['form'], expected: Omit<ExpectedSession, 'role' | 'lifetime'>): FrameworkApp {
  const host = `sign-up-${form}.test`;
  return {
    name: 'a sign-up that logs in',
    form,
    host,
    routes: { ...ROUTES, login: '/register' },
    visit,
    start: () => start(host, form === 'sound'),
    expected: {
      sessions: { 'connect.sid': { role: 'session', lifetime: 'browser-session', ...expected } },
      others: INNOCENT,
    },
  };
}

export const signUpApps: readonly FrameworkApp[] = [
  app('sound', { login: ['rotated'], logout: ['cleared'] }),
  app('flawed', { login: ['kept'], logout: ['not-cleared', 'dead-after-logout'] }),
];
