import { randomBytes, randomUUID } from 'node:crypto';
import secureSession, { type Session } from '@fastify/secure-session';
import fastify, { type FastifyRequest } from 'fastify';
import { serveFastify } from './fastify-session.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES } from './framework-app.ts';

/** `request.session` is typed by two plugins of this folder, each its own way. */
type OwnSession = Session<{ user: string; token: string; views: number }>;
const sessionOf = ({ session }: FastifyRequest) => session as unknown as OwnSession;

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  readonly countViews?: true;
  readonly logOut: 'delete' | 'nothing';
  readonly expected: Omit<ExpectedSession, 'role'>;
};

/** Sealed by libsodium with a nonce for every writing: https://github.com/fastify/fastify-secure-session */
function app({ name, form, countViews, logOut, expected }: Variant): FrameworkApp {
  const host = `secure-session-${name}.test`;
  return {
    name: `@fastify/secure-session, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    start: async () => {
      const server = fastify();
      const cookie = { path: '/', httpOnly: true, secure: true };
      await server.register(secureSession, { key: randomBytes(32), cookie });
      server.addHook('preHandler', async (request) => {
        const session = sessionOf(request);
        if (session.get('token') === undefined) session.set('token', randomUUID());
        if (countViews) session.set('views', (session.get('views') ?? 0) + 1);
      });
      return serveFastify(host, server, (request) => ({
        user: sessionOf(request).get('user') ?? null,
        logIn: (user) => sessionOf(request).set('user', user),
        logOut: () => (logOut === 'delete' ? sessionOf(request).delete() : undefined),
      }));
    },
    expected: { sessions: { session: { role: 'session', ...expected } }, others: {} },
  };
}

export const secureSessionApps: readonly FrameworkApp[] = [
  app({
    name: 'with-a-token',
    form: 'sound',
    logOut: 'delete',
    expected: { lifetime: 'browser-session', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'counting-views',
    form: 'sound',
    countViews: true,
    logOut: 'delete',
    expected: { lifetime: 'rolling', login: ['failed', 'rolling'], logout: ['cleared'] },
  }),
  app({
    name: 'left-at-logout',
    form: 'flawed',
    logOut: 'nothing',
    expected: {
      lifetime: 'browser-session',
      login: ['failed', 'rotated'],
      logout: ['not-cleared', 'alive-after-logout'],
    },
  }),
];
