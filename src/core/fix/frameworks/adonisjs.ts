/** AdonisJS 6 with @adonisjs/session 7, @adonisjs/auth and @adonisjs/shield. */
import type { FrameworkFixes } from '../fix.ts';
import { headerCalls, optionLines } from '../javascript.ts';
import { lines, single } from '../literals.ts';

const SESSION_FILE = 'config/session.ts';
const SHIELD_FILE = 'config/shield.ts';

export const adonisjs: FrameworkFixes = {
  cookie: ({ cookie }) => ({
    code: lines(
      '// the session: config/session.ts',
      'defineConfig({',
      `  cookieName: ${single(cookie.name)},`,
      '  clearWithBrowser: true,',
      '  cookie: {',
      optionLines(cookie, { unit: 's', indent: '    ' }),
      '  },',
      '})',
      '',
      '// any other cookie',
      `response.cookie(${single(cookie.name)}, value, {`,
      optionLines(cookie, { unit: 's' }),
      '})',
    ),
  }),
  delete: ({ cookie }) => ({
    code: `response.clearCookie(${single(cookie.name)}, { path: ${single(cookie.path)}${cookie.domain === undefined ? '' : `, domain: ${single(cookie.domain)}`} })`,
  }),
  rotate: () => ({
    code: lines(
      "await auth.use('web').login(user) // makes a new session ID",
      '// without @adonisjs/auth:',
      'session.regenerate()',
    ),
  }),
  logout: () => ({
    code: lines(
      "router.post('/logout', async ({ auth, session, response }) => {",
      "  await auth.use('web').logout()",
      '  session.clear()',
      '  session.regenerate()',
      "  return response.redirect('/')",
      '})',
    ),
  }),
  lifetime: () => ({
    file: SESSION_FILE,
    code: lines("age: '30m', // idle: it is renewed with every request", 'clearWithBrowser: true,'),
    note: 'For an absolute end put the time of the login into the session, and log out when it is 8 hours old.',
  }),
  lazy: () => ({
    code: '// Put the session middleware on the routes that need it: router.named in start/kernel.ts, not router.use.',
  }),
  id: () => ({ code: '// Leave it to @adonisjs/session, and keep APP_KEY secret: node ace generate:key' }),
  state: () => ({
    file: SESSION_FILE,
    code: "store: 'redis', // or 'file', 'database': the data stays on the server",
  }),
  csrf: () => ({
    file: SHIELD_FILE,
    code: lines('csrf: { enabled: true, enableXsrfCookie: false },', '// in the form: {{ csrfField() }}'),
  }),
  headers: headerCalls('response.header'),
  'no-store': () => ({ code: "response.header('Cache-Control', 'no-store')" }),
  https: () => ({
    file: SHIELD_FILE,
    code: "hsts: { enabled: true, maxAge: '365 days', includeSubDomains: true },",
  }),
};
