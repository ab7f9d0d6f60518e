import { randomUUID } from 'node:crypto';
import cookieSession from 'cookie-session';
import type { RequestHandler } from 'express';
import { type ExpressAuth, expressPages, INNOCENT } from './express-pages.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES } from './framework-app.ts';
import { serveApp } from './serve-app.ts';

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  /** What is kept of everybody. */
  readonly keep: RequestHandler;
  readonly logOut: ExpressAuth['logOut'];
  readonly expected: Omit<ExpectedSession, 'role' | 'members'>;
};

/** The whole session in the cookie, readable and signed: https://expressjs.com/en/resources/middleware/cookie-session.html */
export const cookieSessionMiddleware = () =>
  cookieSession({ name: 'session', keys: ['a secret of this test'], secure: true });

function app({ name, form, keep, logOut, expected }: Variant): FrameworkApp {
  const host = `cookie-session-${name}.test`;
  return {
    name: `cookie-session, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    start: () =>
      serveApp(
        host,
        expressPages({
          before: [cookieSessionMiddleware(), keep],
          userOf: ({ session }) => session?.user ?? null,
          logIn: (request, _response, user) => {
            if (request.session) request.session.user = user;
          },
          logOut,
        }),
      ),
    expected: {
      sessions: { session: { role: 'session', members: ['session.sig'], ...expected } },
      others: INNOCENT,
    },
  };
}

const nothing: RequestHandler = (_request, _response, next) => next();
export const csrfToken: RequestHandler = ({ session }, _response, next) => {
  if (session) session.csrfToken ??= randomUUID();
  next();
};
const views: RequestHandler = ({ session }, _response, next) => {
  if (session) session.usedAt = (session.usedAt ?? 0) + 1;
  next();
};
const forget: ExpressAuth['logOut'] = (request) => {
  // The types are express-session's; null is how cookie-session removes one.
  (request as { session: unknown }).session = null;
};

export const cookieSessionApps: readonly FrameworkApp[] = [
  app({
    name: 'with-a-token',
    form: 'sound',
    keep: csrfToken,
    logOut: forget,
    expected: { lifetime: 'browser-session', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'counting-views',
    form: 'sound',
    keep: views,
    logOut: forget,
    expected: { lifetime: 'rolling', login: ['failed', 'rolling'], logout: ['cleared'] },
  }),
  app({
    name: 'left-at-logout',
    form: 'flawed',
    keep: nothing,
    logOut: () => undefined,
    expected: {
      lifetime: 'browser-session',
      login: ['failed', 'issued'],
      logout: ['not-cleared', 'alive-after-logout'],
    },
  }),
];
