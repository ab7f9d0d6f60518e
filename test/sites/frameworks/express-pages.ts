import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { field } from '../fields.ts';
import { PASSWORD, USER } from './framework-app.ts';
import { accountPage, homePage, loginPage } from './pages.ts';

export type ExpressAuth = {
  readonly before: readonly RequestHandler[];
  userOf(request: Request, response: Response): Promise<string | null> | string | null;
  logIn(request: Request, response: Response, user: string): Promise<void> | void;
  logOut(request: Request, response: Response): Promise<void> | void;
  /** How a wrong password is answered. Default: 401 with the form. */
  readonly refusal?: '401' | 'page' | 'redirect';
  /** Called for a wrong password. */
  refused?(request: Request): void;
  readonly remember?: boolean;
};

/** Cookies of `innocent` and what they are. */
export const INNOCENT = {
  AWSALB: 'load-balancer',
  'XSRF-TOKEN': 'csrf',
  flash: 'flash',
  theme: 'preference',
  device: 'unknown',
} as const;

const random = () => randomBytes(48).toString('base64url');

/** What sites set beside their session: none of it may be taken for one, whatever it does at login and logout. */
export const innocent: RequestHandler = (request, response, next) => {
  // AWS sets it anew with every response.
  response.cookie('AWSALB', random(), { maxAge: 7 * 86_400_000 });
  response.cookie('theme', 'light', { maxAge: 365 * 86_400_000 });
  const cookies = request.headers.cookie ?? '';
  // Kept for a year, whoever is logged in; nobody but the server reads it.
  if (!cookies.includes('device=')) {
    response.cookie('device', randomUUID(), { httpOnly: true, secure: true, maxAge: 365 * 86_400_000 });
  }
  const isLogin = request.method === 'POST';
  // Django and Angular's guides replace it at login, too.
  if (isLogin || !cookies.includes('XSRF-TOKEN=')) response.cookie('XSRF-TOKEN', random());
  if (isLogin) response.cookie('flash', Buffer.from('Welcome back, or good bye.').toString('base64url'));
  else if (cookies.includes('flash=')) response.clearCookie('flash');
  next();
};

/** Home, login, account and logout on Express; the session is what `auth` makes of it. */
export function expressPages(auth: ExpressAuth): Express {
  const app = express().disable('x-powered-by');
  app.use(innocent, express.urlencoded({ extended: false }), ...auth.before);
  app.get('/', async (request, response) => {
    response.send(homePage(await auth.userOf(request, response)));
  });
  app.get('/login', (request, response) => {
    const error = 'error' in request.query ? 'Wrong password.' : null;
    response.send(loginPage({ error, remember: auth.remember === true }));
  });
  app.post('/login', async (request, response) => {
    const user = field(request, 'username');
    if (user === USER && field(request, 'password') === PASSWORD) {
      await auth.logIn(request, response, user);
      response.redirect(303, '/account');
      return;
    }
    auth.refused?.(request);
    if (auth.refusal === 'redirect') {
      response.redirect(303, '/login?error=1');
      return;
    }
    const form = loginPage({ error: 'Wrong password.', remember: auth.remember === true });
    response.status(auth.refusal === 'page' ? 200 : 401).send(form);
  });
  app.get('/account', async (request, response) => {
    const user = await auth.userOf(request, response);
    if (user === null) response.redirect('/login');
    else response.send(accountPage(user));
  });
  app.post('/logout', async (request, response) => {
    await auth.logOut(request, response);
    response.redirect(303, '/');
  });
  return app;
}
