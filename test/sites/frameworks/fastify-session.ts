import fastifyCookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import fastifySession, { type FastifySessionOptions } from '@fastify/session';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { answer, type Visitor } from './answer.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES, type Running } from './framework-app.ts';
import { serveApp } from './serve-app.ts';

/** `request.session` is typed by two plugins of this folder, each its own way. */
type OwnSession = { user?: string; regenerate(): Promise<void>; destroy(): Promise<void> };
const sessionOf = ({ session }: FastifyRequest) => session as unknown as OwnSession;

/** All pages on Fastify, for whoever `visitorOf` says. */
export async function serveFastify(
  host: string,
  server: FastifyInstance,
  visitorOf: (request: FastifyRequest) => Visitor,
): Promise<Running> {
  await server.register(formBody);
  server.all('/*', async (request, reply) => {
    const form = new URLSearchParams((request.body ?? {}) as Record<string, string>);
    const given = await answer(request.method, request.url, form, visitorOf(request));
    if (given.status === 303) return reply.redirect(given.location, 303);
    return reply.code(given.status).type('text/html').send(given.body);
  });
  await server.ready();
  return serveApp(host, server.routing, () => server.close());
}

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  readonly options?: Partial<FastifySessionOptions>;
  readonly logIn: (session: OwnSession) => Promise<void> | void;
  readonly logOut: (session: OwnSession) => Promise<void> | void;
  readonly expected: Omit<ExpectedSession, 'role'>;
};

function app({ name, form, options, logIn, logOut, expected }: Variant): FrameworkApp {
  const host = `fastify-session-${name}.test`;
  return {
    name: `@fastify/session, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    start: async () => {
      const server = fastify();
      await server.register(fastifyCookie);
      await server.register(fastifySession, { secret: 'a secret of this test, long enough', ...options });
      return serveFastify(host, server, (request) => ({
        user: sessionOf(request).user ?? null,
        logIn: async (user) => {
          await logIn(sessionOf(request));
          // Another object, where it was regenerated.
          sessionOf(request).user = user;
        },
        logOut: () => logOut(sessionOf(request)),
      }));
    },
    expected: { sessions: { sessionId: { role: 'session', ...expected } }, others: {} },
  };
}

export const fastifySessionApps: readonly FrameworkApp[] = [
  app({
    name: 'regenerate-and-destroy',
    form: 'sound',
    logIn: (session) => session.regenerate(),
    logOut: (session) => session.destroy(),
    // The page after it gives out a new ID.
    expected: { lifetime: 'browser-session', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'kept-for-twenty-minutes',
    form: 'flawed',
    options: { cookie: { maxAge: 20 * 60_000 } },
    logIn: () => undefined,
    logOut: (session) => {
      delete session.user;
    },
    expected: {
      lifetime: 'sliding',
      login: ['failed', 'kept'],
      logout: ['not-cleared', 'dead-after-logout'],
    },
  }),
];
