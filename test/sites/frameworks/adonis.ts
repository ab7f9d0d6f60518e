import { IgnitorFactory } from '@adonisjs/core/factories';
import { defineConfig as defineHttp, type HttpContext } from '@adonisjs/core/http';
import { defineConfig, stores } from '@adonisjs/session';
import { answer } from './answer.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES, type Running } from './framework-app.ts';
import { serveApp } from './serve-app.ts';

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  readonly store: 'memory' | 'cookie';
  /** `session.regenerate` at login, and at logout. */
  readonly regenerates: boolean;
  readonly expected: Omit<ExpectedSession, 'role'>;
};

/** A whole AdonisJS application without files of its own: https://docs.adonisjs.com/guides/basics/session */
async function start(host: string, { store, regenerates }: Variant): Promise<Running> {
  const ignitor = new IgnitorFactory()
    .withCoreConfig()
    .withCoreProviders()
    .merge({
      rcFileContents: { providers: [() => import('@adonisjs/session/session_provider')] },
      config: {
        app: { appKey: 'a secret of this test, long enough', http: defineHttp({}) },
        session: defineConfig({
          store,
          stores: { cookie: stores.cookie() },
          age: '2h',
          clearWithBrowser: false,
          cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax' },
        }),
      },
    })
    .create(new URL('./', import.meta.url), { importer: (path: string) => import(path) });
  const app = ignitor.createApp('web');
  await app.init();
  await app.boot();
  const server = await app.container.make('server');
  const router = await app.container.make('router');
  server.use([() => import('@adonisjs/core/bodyparser_middleware')]);
  router.use([() => import('@adonisjs/session/session_middleware')]);
  router.any('*', (context) => respond(context, regenerates));
  await app.start(() => undefined);
  await server.boot();
  return serveApp(host, server.handle.bind(server), () => app.terminate());
}

async function respond({ request, response, session }: HttpContext, regenerates: boolean): Promise<void> {
  if (!session.has('since')) session.put('since', Date.now());
  const user: unknown = session.get('user');
  const form = new URLSearchParams(request.body() as Record<string, string>);
  const given = await answer(request.method(), request.url(), form, {
    user: typeof user === 'string' ? user : null,
    logIn: (name) => {
      session.put('user', name);
      if (regenerates) session.regenerate();
    },
    logOut: () => {
      session.forget('user');
      if (regenerates) session.regenerate();
    },
  });
  if (given.status === 303) response.redirect().status(303).toPath(given.location);
  else response.status(given.status).type('text/html').send(given.body);
}

function app(variant: Variant): FrameworkApp {
  const host = `adonis-${variant.name}.test`;
  return {
    name: `@adonisjs/session, ${variant.name.replaceAll('-', ' ')}`,
    form: variant.form,
    host,
    routes: ROUTES,
    start: () => start(host, variant),
    // The cookie store's content is in a cookie that is named after the ID.
    nameOf: (name) => (/^[a-z0-9]{24}$/.test(name) ? 'ID' : name),
    expected: { sessions: { adonis_session: { role: 'session', ...variant.expected } }, others: {} },
  };
}

export const adonisApps: readonly FrameworkApp[] = [
  app({
    name: 'memory-and-regenerate',
    form: 'sound',
    store: 'memory',
    regenerates: true,
    expected: { lifetime: 'sliding', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'memory-and-kept',
    form: 'flawed',
    store: 'memory',
    regenerates: false,
    expected: {
      lifetime: 'sliding',
      login: ['failed', 'kept'],
      logout: ['not-cleared', 'dead-after-logout'],
    },
  }),
  app({
    name: 'content-in-a-cookie',
    form: 'sound',
    store: 'cookie',
    regenerates: true,
    expected: { members: ['ID'], lifetime: 'sliding', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
];
