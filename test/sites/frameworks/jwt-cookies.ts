import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { jwtVerify, SignJWT } from 'jose';
import type { Page } from 'playwright';
import { expressPages, INNOCENT } from './express-pages.ts';
import { sessionMiddleware } from './express-session.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES, USER } from './framework-app.ts';
import { follow, logIn, logInWrongly, logOut, lookAround, use } from './person.ts';
import { serveApp } from './serve-app.ts';

const KEY = new TextEncoder().encode('a secret of this test, at least 32 long');
const MINUTE = 60_000;

const token = (use: string, minutes: number) =>
  new SignJWT({ use })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(USER)
    .setJti(randomUUID())
    .setExpirationTime(`${minutes} min`)
    .sign(KEY);

function cookieOf(request: Request, name: string): string {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
}

async function subjectOf(text: string, use: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(text, KEY);
    return payload.use === use ? (payload.sub ?? null) : null;
  } catch {
    return null;
  }
}

/** Both tokens anew, as at every use of a refresh token; or only the access token. */
async function issue(response: Response, refreshPath: string, both = true): Promise<void> {
  const base = { httpOnly: true, secure: true, sameSite: 'lax' } as const;
  response.cookie('access_token', await token('access', 10), { ...base, maxAge: 10 * MINUTE });
  if (!both) return;
  response.cookie('refresh_token', await token('refresh', 1440), {
    ...base,
    path: refreshPath,
    maxAge: 1440 * MINUTE,
  });
}

async function visit(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  await logInWrongly(page);
  await logIn(page);
  // What script does when the access token is nearly over.
  await page.evaluate(() => fetch('/refresh', { method: 'POST' }).then(({ ok }) => ok));
  await follow(page, 'Account');
  await use(page);
  await logOut(page);
}

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  /** Where the refresh token is sent. */
  readonly refreshPath: string;
  /** Whether a page that finds no access token renews the refresh token too. */
  readonly renews: boolean;
  readonly clears: readonly ('access_token' | 'refresh_token')[];
  readonly expected: Readonly<
    Record<string, Omit<ExpectedSession, 'role' | 'lifetime'> & Partial<ExpectedSession>>
  >;
  /** What stands before the pages. */
  readonly before?: readonly RequestHandler[];
  readonly inHar?: FrameworkApp['expected']['inHar'];
};

function app({
  name,
  form,
  refreshPath,
  renews,
  clears,
  before = [],
  expected,
  inHar,
}: Variant): FrameworkApp {
  const host = `jwt-${name}.test`;
  const pages = () =>
    expressPages({
      before,
      userOf: async (request, response) => {
        const user = await subjectOf(cookieOf(request, 'access_token'), 'access');
        if (user !== null) return user;
        const renewing = await subjectOf(cookieOf(request, 'refresh_token'), 'refresh');
        if (renewing !== null) await issue(response, refreshPath, renews);
        return renewing;
      },
      logIn: (_request, response) => issue(response, refreshPath),
      logOut: (_request, response) => {
        for (const cleared of clears) {
          response.clearCookie(cleared, { path: cleared === 'refresh_token' ? refreshPath : '/' });
        }
      },
    }).post('/refresh', async (request, response) => {
      const user = await subjectOf(cookieOf(request, 'refresh_token'), 'refresh');
      if (user !== null) await issue(response, refreshPath);
      response.sendStatus(user === null ? 401 : 204);
    });
  const sessions = Object.entries(expected).map(([cookie, session]) => [
    cookie,
    { role: 'auth', lifetime: 'fixed', ...session },
  ]);
  return {
    name: `JWT cookies, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    visit,
    start: () => serveApp(host, pages()),
    expected: {
      sessions: Object.fromEntries(sessions),
      others: INNOCENT,
      ...(inHar === undefined ? {} : { inHar }),
    },
  };
}

const CLEARED = { login: ['failed', 'issued'], logout: ['cleared'] } as const;

export const jwtCookieApps: readonly FrameworkApp[] = [
  app({
    name: 'both-cleared',
    form: 'sound',
    refreshPath: '/',
    renews: true,
    clears: ['access_token', 'refresh_token'],
    expected: { access_token: CLEARED, refresh_token: CLEARED },
  }),
  app({
    name: 'refresh-path-of-its-own',
    form: 'sound',
    refreshPath: '/refresh',
    renews: true,
    inHar: { refresh_token: { login: ['failed', 'unobserved'] } },
    clears: ['access_token', 'refresh_token'],
    expected: { access_token: CLEARED, refresh_token: CLEARED },
  }),
  app({
    name: 'refresh-token-left',
    form: 'flawed',
    refreshPath: '/',
    renews: false,
    clears: ['access_token'],
    expected: {
      access_token: CLEARED,
      refresh_token: { login: ['failed', 'issued'], logout: ['not-cleared', 'alive-after-logout'] },
    },
  }),
  app({
    name: 'refresh-token-left-and-renewed',
    form: 'flawed',
    refreshPath: '/',
    renews: true,
    clears: ['access_token'],
    // Both are others than before, and open the account all the same.
    expected: {
      access_token: { login: ['failed', 'issued'], logout: ['cleared', 'alive-after-logout'] },
      refresh_token: { login: ['failed', 'issued'], logout: ['cleared', 'alive-after-logout'] },
    },
  }),
  app({
    name: 'beside-a-session-for-everybody',
    form: 'flawed',
    refreshPath: '/',
    renews: true,
    before: [sessionMiddleware()],
    clears: ['access_token', 'refresh_token'],
    expected: {
      // Where a session is there already, a failure is told of that one.
      access_token: { login: ['issued'], logout: ['cleared'] },
      refresh_token: { login: ['issued'], logout: ['cleared'] },
      'connect.sid': {
        role: 'session',
        lifetime: 'browser-session',
        login: ['failed', 'added'],
        logout: ['not-cleared', 'dead-after-logout'],
      },
    },
  }),
];
