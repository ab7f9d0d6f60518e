import type { Request } from 'express';
import session, { type SessionOptions } from 'express-session';
import { type ExpressAuth, expressPages, INNOCENT } from './express-pages.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES } from './framework-app.ts';
import { serveApp } from './serve-app.ts';

export const regenerate = ({ session: own }: Request) =>
  new Promise<void>((resolve, reject) => own.regenerate((error) => (error ? reject(error) : resolve())));
export const destroy = ({ session: own }: Request) =>
  new Promise<void>((resolve, reject) => own.destroy((error) => (error ? reject(error) : resolve())));

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  readonly options?: Partial<SessionOptions>;
  readonly logIn: ExpressAuth['logIn'];
  readonly logOut: ExpressAuth['logOut'];
  readonly more?: Partial<ExpressAuth>;
  readonly expected: Omit<ExpectedSession, 'role'>;
};

/** https://expressjs.com/en/resources/middleware/session.html */
export function sessionMiddleware(options: Partial<SessionOptions> = {}) {
  return session({
    secret: 'a secret of this test',
    resave: false,
    saveUninitialized: true,
    cookie: { secure: true },
    ...options,
  });
}

function app({ name, form, options, logIn, logOut, more, expected }: Variant): FrameworkApp {
  const host = `express-${name}.test`;
  return {
    name: `express-session, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    start: () =>
      serveApp(
        host,
        expressPages({
          before: [sessionMiddleware(options)],
          userOf: (request) => request.session.user ?? null,
          logIn,
          logOut,
          ...more,
        }),
      ),
    expected: { sessions: { 'connect.sid': { role: 'session', ...expected } }, others: INNOCENT },
  };
}

const logInAnew: ExpressAuth['logIn'] = async (request, _response, user) => {
  await regenerate(request);
  request.session.user = user;
};
const logInOnly: ExpressAuth['logIn'] = (request, _response, user) => {
  request.session.user = user;
};
const MINUTES_20 = 20 * 60_000;

export const expressSessionApps: readonly FrameworkApp[] = [
  app({
    name: 'regenerate-and-destroy',
    form: 'sound',
    logIn: logInAnew,
    logOut: async (request, response) => {
      await destroy(request);
      response.clearCookie('connect.sid');
    },
    expected: { lifetime: 'browser-session', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'nothing-before-login',
    form: 'sound',
    options: { saveUninitialized: false },
    logIn: logInAnew,
    logOut: async (request, response) => {
      await destroy(request);
      response.clearCookie('connect.sid');
    },
    more: { refusal: 'page' },
    expected: { lifetime: 'browser-session', login: ['failed', 'issued'], logout: ['cleared'] },
  }),
  app({
    name: 'kept-and-only-the-cookie-cleared',
    form: 'flawed',
    logIn: logInOnly,
    logOut: (_request, response) => {
      response.clearCookie('connect.sid');
    },
    more: { refusal: 'redirect' },
    expected: { lifetime: 'browser-session', login: ['failed', 'kept'], logout: ['cleared'] },
  }),
  app({
    name: 'rolling-and-regenerate',
    form: 'sound',
    options: { rolling: true, resave: true, cookie: { secure: true, maxAge: MINUTES_20 } },
    logIn: logInAnew,
    logOut: (request) => destroy(request),
    // The page after it gives out a new ID.
    expected: { lifetime: 'sliding', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'rolling-and-kept',
    form: 'flawed',
    options: { rolling: true, resave: true, cookie: { secure: true, maxAge: MINUTES_20 } },
    logIn: logInOnly,
    logOut: (request) => {
      delete request.session.user;
    },
    expected: {
      lifetime: 'sliding',
      login: ['failed', 'kept'],
      logout: ['not-cleared', 'dead-after-logout'],
    },
  }),
  app({
    name: 'counted-failures-kept',
    form: 'flawed',
    options: { saveUninitialized: false },
    logIn: logInOnly,
    logOut: () => undefined,
    more: {
      refused: ({ session: own }) => {
        own.failures = (own.failures ?? 0) + 1;
      },
    },
    expected: {
      lifetime: 'browser-session',
      login: ['failed', 'kept'],
      logout: ['not-cleared', 'alive-after-logout'],
    },
  }),
  app({
    name: 'destroyed-but-cookie-left',
    form: 'sound',
    options: { saveUninitialized: false },
    logIn: logInAnew,
    logOut: (request) => destroy(request),
    expected: {
      lifetime: 'browser-session',
      login: ['failed', 'issued'],
      logout: ['not-cleared', 'dead-after-logout'],
    },
  }),
];
