import type { Request, RequestHandler } from 'express';
import { Passport } from 'passport';
import { cookieSessionMiddleware, csrfToken } from './cookie-session.ts';
import { expressPages, INNOCENT } from './express-pages.ts';
import { sessionMiddleware } from './express-session.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES } from './framework-app.ts';
import { serveApp } from './serve-app.ts';

declare global {
  namespace Express {
    interface User {
      readonly name: string;
    }
  }
}

/** What many put in to use passport 0.6 and later with a session that has no `regenerate`, or to keep what is in it. */
const without =
  (...methods: readonly ('regenerate' | 'save')[]): RequestHandler =>
  ({ session }, _response, next) => {
    for (const method of methods) {
      Object.defineProperty(session, method, { value: (done: () => void) => done(), enumerable: false });
    }
    next();
  };

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  readonly before: readonly RequestHandler[];
  readonly keepSessionInfo?: true;
  readonly expected: Readonly<Record<string, ExpectedSession>>;
};

/** passport's session manager regenerates at login and at logout since 0.6: https://www.passportjs.org/concepts/authentication/login/ */
function app({ name, form, before, keepSessionInfo, expected }: Variant): FrameworkApp {
  const host = `passport-${name}.test`;
  const passport = new Passport();
  passport.serializeUser((user, done) => done(null, user.name));
  passport.deserializeUser((user: string, done) => done(null, { name: user }));
  return {
    name: `passport, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    start: () =>
      serveApp(
        host,
        expressPages({
          before: [...before, passport.initialize(), passport.session()],
          userOf: ({ user }) => user?.name ?? null,
          logIn: (request, _response, user) =>
            promised((done) =>
              request.logIn(
                { name: user },
                { session: true, keepSessionInfo: keepSessionInfo === true },
                done,
              ),
            ),
          logOut: (request: Request) => promised((done) => request.logout(done)),
        }),
      ),
    expected: { sessions: expected, others: INNOCENT },
  };
}

function promised(call: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
}

const BASE = { role: 'session', lifetime: 'browser-session' } as const;

export const passportApps: readonly FrameworkApp[] = [
  app({
    name: 'as-it-is',
    form: 'sound',
    before: [sessionMiddleware()],
    expected: { 'connect.sid': { ...BASE, login: ['failed', 'rotated'], logout: ['cleared'] } },
  }),
  app({
    name: 'keeping-session-info',
    form: 'sound',
    before: [sessionMiddleware()],
    keepSessionInfo: true,
    expected: { 'connect.sid': { ...BASE, login: ['failed', 'rotated'], logout: ['cleared'] } },
  }),
  app({
    name: 'without-regenerate',
    form: 'flawed',
    before: [sessionMiddleware(), without('regenerate')],
    expected: {
      'connect.sid': { ...BASE, login: ['failed', 'kept'], logout: ['not-cleared', 'dead-after-logout'] },
    },
  }),
  app({
    name: 'on-cookie-session',
    form: 'flawed',
    before: [cookieSessionMiddleware(), csrfToken, without('regenerate', 'save')],
    expected: {
      session: { ...BASE, members: ['session.sig'], login: ['failed', 'rotated'], logout: ['cleared'] },
    },
  }),
];
