/** Next.js 15 and 16, App Router. */
import type { FrameworkFixes } from '../fix.ts';
import { optionLines, RANDOM_ID } from '../javascript.ts';
import { lines, single } from '../literals.ts';

const headersConfig = (headers: readonly { name: string; value: string }[]) =>
  lines(
    'async headers() {',
    '  return [{',
    "    source: '/(.*)',",
    '    headers: [',
    ...headers.map(({ name, value }) => `      { key: ${single(name)}, value: ${JSON.stringify(value)} },`),
    '    ],',
    '  }];',
    '},',
  );

export const nextjs: FrameworkFixes = {
  cookie: ({ cookie }) => ({
    code: lines(
      "import { cookies } from 'next/headers';",
      '',
      `(await cookies()).set(${single(cookie.name)}, value, {`,
      optionLines(cookie, { unit: 's' }),
      '});',
    ),
    note: 'For Auth.js the same options stand under `cookies.sessionToken.options`.',
  }),
  delete: ({ cookie }) => ({
    code: `(await cookies()).delete({ name: ${single(cookie.name)}, path: ${single(cookie.path)}${cookie.domain === undefined ? '' : `, domain: ${single(cookie.domain)}`} });`,
  }),
  rotate: ({ cookie }) => ({
    code: lines(
      RANDOM_ID,
      `const jar = await cookies();`,
      `await db.session.delete(jar.get(${single(cookie.name)})?.value);`,
      'await db.session.create({ id, userId: user.id });',
      `jar.set(${single(cookie.name)}, id, {`,
      optionLines(cookie, { unit: 's' }),
      '});',
    ),
    note: 'Auth.js makes a new token at `signIn()` by itself.',
  }),
  logout: ({ cookie }) => ({
    code: lines(
      "'use server';",
      '',
      'export async function logout() {',
      '  const jar = await cookies();',
      `  await db.session.delete(jar.get(${single(cookie.name)})?.value);`,
      `  jar.delete({ name: ${single(cookie.name)}, path: ${single(cookie.path)} });`,
      "  redirect('/');",
      '}',
    ),
    note: "Auth.js: `signOut()`; with `session: { strategy: 'database' }` the old token is dead on the server, with 'jwt' it lives until it expires.",
  }),
  lifetime: () => ({
    file: 'auth.ts',
    code: "session: { strategy: 'database', maxAge: 8 * 60 * 60, updateAge: 15 * 60 },",
    note: 'Without Auth.js: keep the time of the login beside the session, and refuse it after 8 hours.',
  }),
  lazy: () => ({
    code: '// Set cookies in Server Actions and Route Handlers, not in middleware that runs for every file.',
  }),
  id: () => ({ code: RANDOM_ID }),
  state: () => ({
    code: lines(RANDOM_ID, 'await db.cart.create({ id, items }); // the cookie holds the ID alone'),
  }),
  csrf: () => ({
    code: lines(
      '// Server Actions compare Origin and Host by themselves. In a Route Handler:',
      "if (new URL(request.headers.get('origin') ?? 'null:').host !== request.headers.get('host'))",
      "  return new Response('Forbidden', { status: 403 });",
    ),
  }),
  headers: ({ headers }) => ({ file: 'next.config.ts', code: headersConfig(headers) }),
  'no-store': () => ({
    code: lines(
      "export const dynamic = 'force-dynamic';",
      '',
      "// Route Handler: new Response(body, { headers: { 'Cache-Control': 'no-store' } })",
    ),
  }),
  https: () => ({
    file: 'next.config.ts',
    code: headersConfig([
      { name: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
    ]),
    note: 'The redirect from HTTP is made by what stands before Next.js (nginx, the host).',
  }),
};
