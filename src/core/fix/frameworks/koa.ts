/** Koa 3 with koa-session 7. */
import type { FrameworkFixes } from '../fix.ts';
import { headerCalls, optionLines, RANDOM_ID } from '../javascript.ts';
import { lines, single } from '../literals.ts';

export const koa: FrameworkFixes = {
  cookie: ({ cookie }) => ({
    code: lines(
      `ctx.cookies.set(${single(cookie.name)}, value, {`,
      optionLines(cookie, { unit: 'ms' }),
      '});',
    ),
    note: 'koa-session takes the same options, and the name as `key`. Behind a proxy that ends TLS: `app.proxy = true`.',
  }),
  delete: ({ cookie }) => ({
    code: `ctx.cookies.set(${single(cookie.name)}, null, { path: ${single(cookie.path)}${cookie.domain === undefined ? '' : `, domain: ${single(cookie.domain)}`} });`,
  }),
  rotate: () => ({
    code: lines(
      'ctx.session.userId = user.id;',
      'await ctx.session.regenerate(); // a new ID in the store, the old one is destroyed',
    ),
    note: 'Without a store koa-session keeps everything in the cookie: there is no ID to rotate, and none to revoke.',
  }),
  logout: () => ({
    code: lines(
      "router.post('/logout', (ctx) => {",
      '  ctx.session = null; // with a store: destroyed there, too',
      '  ctx.set(\'Clear-Site-Data\', \'"cookies", "storage"\');',
      "  ctx.redirect('/');",
      '});',
    ),
  }),
  lifetime: ({ cookie }) => ({
    code: lines(
      'app.use(session({',
      `  key: ${single(cookie.name)},`,
      '  store,',
      '  maxAge: 30 * 60 * 1000, // idle',
      '  renew: true, // only when the half of it is over',
      '}, app));',
      '',
      'app.use(async (ctx, next) => {',
      '  ctx.session.began ??= Date.now();',
      '  if (Date.now() - ctx.session.began > 8 * 60 * 60 * 1000) ctx.session = null;',
      '  await next();',
      '});',
    ),
  }),
  lazy: () => ({
    code: 'app.use(session({ rolling: false, renew: true, store }, app)); // after koa-static',
  }),
  id: () => ({ code: lines('// Leave `genid` out, or:', RANDOM_ID) }),
  state: () => ({
    code: 'app.use(session({ store }, app)); // without `store` all of ctx.session is in the cookie, readable',
  }),
  csrf: () => ({
    code: lines(
      "import CSRF from 'koa-csrf';",
      '',
      'app.use(new CSRF()); // after the session and the body parser',
      '// in the form: <input type="hidden" name="_csrf" value="${ctx.state._csrf}">',
    ),
  }),
  headers: headerCalls('ctx.set'),
  'no-store': () => ({ code: "ctx.set('Cache-Control', 'no-store');" }),
  https: () => ({
    code: lines(
      "import helmet from 'koa-helmet';",
      "import sslify from 'koa-sslify';",
      '',
      'app.use(sslify());',
      'app.use(helmet({ strictTransportSecurity: { maxAge: 365 * 24 * 60 * 60 } }));',
    ),
  }),
};
