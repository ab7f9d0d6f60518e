import { ExpressAuth, getSession } from '@auth/express';
import Credentials from '@auth/express/providers/credentials';
import express, { type Request } from 'express';
import type { Page } from 'playwright';
import { type FrameworkApp, PASSWORD, type Running, USER, WRONG_PASSWORD } from './framework-app.ts';
import { accountPage, homePage } from './pages.ts';
import { isLoggedIn } from './person.ts';
import { serveApp } from './serve-app.ts';

type Variant = {
  readonly name: string;
  /** Characters beside the user in the token: beyond 4 KB it is cut into several cookies. */
  readonly ballast: number;
  readonly cookie: string;
  readonly members: readonly string[];
};

/** Auth.js on Express, with its own sign-in and sign-out pages: https://authjs.dev/reference/express */
function start(host: string, ballast: number): Promise<Running> {
  const config: Parameters<typeof ExpressAuth>[0] = {
    secret: 'a secret of this test, long enough',
    trustHost: true,
    session: { strategy: 'jwt' },
    logger: { error: () => undefined },
    providers: [
      Credentials({
        credentials: { username: { label: 'User name' }, password: { label: 'Password', type: 'password' } },
        authorize: ({ username, password }) =>
          username === USER && password === PASSWORD ? { id: '1', name: USER } : null,
      }),
    ],
    callbacks: { jwt: ({ token }) => ({ ...token, ballast: 'x'.repeat(ballast) }) },
  };
  const app = express();
  app.use(/^\/auth\/(.*)/, ExpressAuth(config));
  const userOf = async (request: Request) => (await getSession(request, config))?.user?.name ?? null;
  // As its React provider does when a page is shown.
  const asks = "fetch('/auth/session')";
  app.get('/', async (request, response) => {
    response.send(homePage(await userOf(request), asks));
  });
  app.get('/account', async (request, response) => {
    const user = await userOf(request);
    if (user === null) response.redirect('/auth/signin');
    else response.send(accountPage(user, '/auth/signout'));
  });
  return serveApp(host, app);
}

async function signIn(page: Page, origin: string, password: string): Promise<void> {
  await page.goto(`${origin}/auth/signin?callbackUrl=${encodeURIComponent(`${origin}/account`)}`);
  await page.getByLabel('User name').fill(USER);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in with Credentials' }).click();
}

/** Until its script has the answer: the CSRF cookie in that one must not come after the sign-in page's. */
async function visitHome(page: Page, origin: string): Promise<void> {
  const asked = page.waitForResponse('**/auth/session');
  await page.goto(`${origin}/`);
  await asked;
}

async function visit(page: Page, origin: string): Promise<void> {
  await visitHome(page, origin);
  await signIn(page, origin, WRONG_PASSWORD);
  await page.getByText('Sign in failed').waitFor();
  await signIn(page, origin, PASSWORD);
  await isLoggedIn(page);
  await visitHome(page, origin);
  await page.goto(`${origin}/account`);
  await isLoggedIn(page);
  await page.goto(`${origin}/auth/signout?callbackUrl=${encodeURIComponent(`${origin}/`)}`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Hello, stranger').waitFor();
  await page.goto(`${origin}/account`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
}

function app({ name, ballast, cookie, members }: Variant): FrameworkApp {
  const host = `authjs-${name}.test`;
  return {
    name: `Auth.js, ${name.replaceAll('-', ' ')}`,
    form: 'sound',
    host,
    routes: { home: '/', login: '/auth/signin', account: '/account', logout: '/auth/signout' },
    start: () => start(host, ballast),
    visit,
    expected: {
      sessions: {
        [cookie]: {
          role: 'auth',
          members,
          lifetime: 'fixed',
          login: ['failed', 'issued'],
          logout: ['cleared'],
        },
      },
      others: { '__Host-authjs.csrf-token': 'csrf', '__Secure-authjs.callback-url': 'preference' },
    },
  };
}

const TOKEN = '__Secure-authjs.session-token';

export const authJsApps: readonly FrameworkApp[] = [
  app({ name: 'in-one-cookie', ballast: 0, cookie: TOKEN, members: [] }),
  app({ name: 'in-chunks', ballast: 5000, cookie: `${TOKEN}.0`, members: [`${TOKEN}.1`] }),
];
