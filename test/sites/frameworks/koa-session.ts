import Koa from 'koa';
import session, { type CreateSessionOptions } from 'koa-session';
import { answer, formOf } from './answer.ts';
import { type ExpectedSession, type FrameworkApp, ROUTES } from './framework-app.ts';
import { serveApp } from './serve-app.ts';

/** As koa-session puts it there. */
type WithSession = { session: { since?: number; user?: string; regenerate(): Promise<void> } | null };

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  /** Content in a store, an ID in the cookie. Default: content in the cookie. */
  readonly stored?: true;
  readonly options?: CreateSessionOptions;
  readonly logIn: (context: WithSession, user: string) => Promise<void> | void;
  readonly logOut: (context: WithSession) => void;
  readonly expected: Omit<ExpectedSession, 'role' | 'members'>;
};

/** In memory: https://github.com/koajs/session#external-session-stores */
function memory(): NonNullable<CreateSessionOptions['store']> {
  const kept = new Map<string, object>();
  return {
    get: async (key: string) => kept.get(key) ?? {},
    set: async (key: string, value: object) => void kept.set(key, value),
    destroy: async (key: string) => void kept.delete(key),
  };
}

function koa({ stored, options, logIn, logOut }: Variant) {
  const app = new Koa();
  app.keys = ['a secret of this test'];
  app.use(
    session({ ...(stored ? { store: memory() } : {}), secure: true, maxAge: 86_400_000, ...options }, app),
  );
  app.use(async (context) => {
    const visitor = context as unknown as WithSession;
    const own = visitor.session;
    if (own !== null) own.since ??= Date.now();
    const given = await answer(context.method, context.path, await formOf(context.req), {
      user: own?.user ?? null,
      logIn: (user) => logIn(visitor, user),
      logOut: () => logOut(visitor),
    });
    context.status = given.status;
    if (given.status === 303) context.redirect(given.location);
    else context.body = given.body;
  });
  return app.callback();
}

/** Without `_expire`, which moves on although the session does not. */
function contentOf(value: string): string {
  const { _expire, ...rest } = JSON.parse(Buffer.from(value, 'base64').toString()) as Record<string, unknown>;
  return JSON.stringify(rest);
}

function app(variant: Variant): FrameworkApp {
  const host = `koa-${variant.name}.test`;
  return {
    name: `koa-session, ${variant.name.replaceAll('-', ' ')}`,
    form: variant.form,
    host,
    routes: ROUTES,
    start: () => serveApp(host, koa(variant)),
    ...(variant.stored ? {} : { idOf: contentOf }),
    expected: {
      sessions: { 'koa.sess': { role: 'session', members: ['koa.sess.sig'], ...variant.expected } },
      others: {},
    },
  };
}

const keep: Variant['logIn'] = ({ session: own }, user) => {
  if (own !== null) own.user = user;
};
const renew: Variant['logIn'] = async (context, user) => {
  if (context.session === null) return;
  context.session.user = user;
  await context.session.regenerate();
};
const remove: Variant['logOut'] = (context) => {
  context.session = null;
};
const onlyUser: Variant['logOut'] = ({ session: own }) => {
  if (own !== null) delete own.user;
};

export const koaSessionApps: readonly FrameworkApp[] = [
  app({
    name: 'store-and-regenerate',
    form: 'sound',
    stored: true,
    logIn: renew,
    logOut: remove,
    expected: { lifetime: 'fixed', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'store-and-kept',
    form: 'flawed',
    stored: true,
    logIn: keep,
    logOut: onlyUser,
    expected: {
      lifetime: 'sliding',
      login: ['failed', 'kept'],
      logout: ['not-cleared', 'dead-after-logout'],
    },
  }),
  app({
    name: 'content-in-the-cookie',
    form: 'sound',
    options: { maxAge: 'session' },
    logIn: keep,
    logOut: remove,
    expected: { lifetime: 'browser-session', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'content-rolling-and-left',
    form: 'flawed',
    options: { rolling: true },
    logIn: keep,
    logOut: () => undefined,
    expected: {
      lifetime: 'rolling',
      login: ['failed', 'rotated'],
      logout: ['not-cleared', 'alive-after-logout'],
    },
  }),
];
