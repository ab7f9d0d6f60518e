import { randomUUID } from 'node:crypto';
import { getIronSession, type IronSession } from 'iron-session';
import { answer, formOf } from './answer.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES } from './framework-app.ts';
import { serveApp } from './serve-app.ts';

type Content = { user?: string; token?: string };

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  readonly fromTheStart?: true;
  readonly logOut: (session: IronSession<Content>) => Promise<void> | void;
  readonly expected: Omit<ExpectedSession, 'role'>;
};

/** Sealed content; a name of one's own, as its documentation asks for: https://github.com/vvo/iron-session */
function app({ name, form, fromTheStart, logOut, expected }: Variant): FrameworkApp {
  const host = `iron-${name}.test`;
  return {
    name: `iron-session, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    start: () =>
      serveApp(host, async (request, response) => {
        const session = await getIronSession<Content>(request, response, {
          cookieName: 'my-app',
          password: 'a secret of this test, at least 32 long',
        });
        if (fromTheStart && session.token === undefined) {
          session.token = randomUUID();
          await session.save();
        }
        const given = await answer(request.method ?? '', request.url ?? '', await formOf(request), {
          user: session.user ?? null,
          logIn: async (user) => {
            session.user = user;
            await session.save();
          },
          logOut: () => logOut(session),
        });
        if (given.status === 303) response.writeHead(303, { location: given.location }).end();
        else response.writeHead(given.status, { 'content-type': 'text/html' }).end(given.body);
      }),
    expected: { sessions: { 'my-app': { role: 'session', ...expected } }, others: {} },
  };
}

export const ironSessionApps: readonly FrameworkApp[] = [
  app({
    name: 'destroyed-at-logout',
    form: 'sound',
    logOut: (session) => session.destroy(),
    expected: { lifetime: 'fixed', login: ['failed', 'issued'], logout: ['cleared'] },
  }),
  app({
    name: 'saved-again-without-user',
    form: 'sound',
    fromTheStart: true,
    logOut: async (session) => {
      delete session.user;
      await session.save();
    },
    expected: { lifetime: 'fixed', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'left-at-logout',
    form: 'flawed',
    logOut: () => undefined,
    expected: {
      lifetime: 'fixed',
      login: ['failed', 'issued'],
      logout: ['not-cleared', 'alive-after-logout'],
    },
  }),
];
