/** Fastify 5 with @fastify/cookie 11 and @fastify/session 11. */
import type { FrameworkFixes } from '../fix.ts';
import { headerCalls, optionLines, placeOf, RANDOM_ID } from '../javascript.ts';
import { lines, single } from '../literals.ts';

export const fastify: FrameworkFixes = {
  cookie: ({ cookie }) => ({
    code: lines(
      `reply.setCookie(${single(cookie.name)}, value, {`,
      optionLines(cookie, { unit: 's' }),
      '});',
    ),
    note: 'For @fastify/session the same options stand under `cookie` (with maxAge in milliseconds), the name as `cookieName`.',
  }),
  delete: ({ cookie }) => ({ code: `reply.clearCookie(${single(cookie.name)}, ${placeOf(cookie)});` }),
  rotate: () => ({
    code: lines('await request.session.regenerate();', 'request.session.userId = user.id;'),
    note: '@fastify/secure-session: `request.session.regenerate()` as well; it keeps no list, so an old copy stays readable until it expires.',
  }),
  logout: ({ cookie }) => ({
    code: lines(
      "fastify.post('/logout', async (request, reply) => {",
      '  await request.session.destroy(); // @fastify/secure-session: request.session.delete()',
      `  reply.clearCookie(${single(cookie.name)}, ${placeOf(cookie)});`,
      '  reply.header(\'Clear-Site-Data\', \'"cookies", "storage"\');',
      "  return reply.redirect('/');",
      '});',
    ),
  }),
  lifetime: ({ cookie }) => ({
    code: lines(
      'fastify.register(fastifySession, {',
      `  cookieName: ${single(cookie.name)},`,
      '  secret: process.env.SESSION_SECRET,',
      '  rolling: true,',
      '  cookie: { secure: true, maxAge: 30 * 60 * 1000 }, // idle',
      '});',
      '',
      "fastify.addHook('preHandler', async (request) => {",
      '  const began = (request.session.began ??= Date.now());',
      '  if (Date.now() - began > 8 * 60 * 60 * 1000) await request.session.regenerate();',
      '});',
    ),
  }),
  lazy: () => ({
    code: 'fastify.register(fastifySession, { secret, saveUninitialized: false, rolling: false });',
    note: 'Register @fastify/static outside the scope that has the session.',
  }),
  id: () => ({ code: '// Leave `idGenerator` out: the default is 24 random bytes (192 bits).' }),
  state: ({ cookie }) => ({
    code: lines(
      RANDOM_ID,
      'await store.set(id, data);',
      `reply.setCookie(${single(cookie.name)}, id, {`,
      optionLines(cookie, { unit: 's' }),
      '});',
    ),
  }),
  csrf: () => ({
    code: lines(
      "fastify.register(import('@fastify/csrf-protection'), { sessionPlugin: '@fastify/session' });",
      "fastify.post('/email', { onRequest: fastify.csrfProtection }, changeEmail);",
      '// in the form: <input type="hidden" name="_csrf" value="${reply.generateCsrf()}">',
    ),
  }),
  headers: headerCalls('reply.header'),
  'no-store': () => ({ code: "reply.header('Cache-Control', 'no-store');" }),
  https: () => ({
    code: lines(
      "fastify.register(import('@fastify/helmet'), { strictTransportSecurity: { maxAge: 365 * 24 * 60 * 60 } });",
      "fastify.addHook('onRequest', async (request, reply) => {",
      "  if (request.protocol !== 'https') return reply.redirect(`https://${request.hostname}${request.url}`, 308);",
      '});',
    ),
    note: 'Behind a proxy that ends TLS: `fastify({ trustProxy: true })`.',
  }),
};
