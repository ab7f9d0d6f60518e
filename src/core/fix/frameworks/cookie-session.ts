/** cookie-session 2.1 on Express 5: the session is the cookie, signed and readable. */
import type { FrameworkFixes, WantedCookie } from '../fix.ts';
import { optionLines } from '../javascript.ts';
import { lines, single } from '../literals.ts';
import { express } from './express.ts';

function middleware(cookie: WantedCookie): string {
  return lines(
    'app.use(cookieSession({',
    `  name: ${single(cookie.name)},`,
    '  keys: [process.env.COOKIE_KEY],',
    optionLines(cookie, { unit: 'ms' }),
    '}));',
  );
}

export const cookieSession: FrameworkFixes = {
  ...express,
  cookie: ({ cookie }) => ({ code: middleware(cookie) }),
  delete: () => ({ code: 'req.session = null;' }),
  rotate: () => ({
    code: lines(
      '// nothing of the anonymous session is taken over',
      'req.session = { userId: user.id, version: user.sessionVersion };',
    ),
    note: 'A copy of an old cookie stays valid until its keys change: keep a version in the database, and refuse others.',
  }),
  logout: () => ({
    code: lines(
      "app.post('/logout', async (req, res) => {",
      "  await users.increment(req.session.userId, 'sessionVersion'); // older copies are refused from now on",
      '  req.session = null;',
      "  res.redirect('/');",
      '});',
    ),
  }),
  lifetime: ({ cookie }) => ({
    code: lines(
      middleware({ ...cookie, maxAge: cookie.maxAge ?? 8 * 3600 }),
      '',
      'if (Date.now() - req.session.began > 8 * 60 * 60 * 1000) req.session = null; // `began` is set at login',
    ),
    note: 'The browser alone keeps maxAge: the server must read the time of the login out of the session.',
  }),
  lazy: () => ({
    code: '// No cookie is sent while `req.session` is empty: store nothing before it is needed.',
  }),
  id: () => ({
    code: lines(
      "import { randomBytes } from 'node:crypto';",
      '',
      "const key = randomBytes(32).toString('hex'); // COOKIE_KEY",
    ),
  }),
  state: () => ({
    code: 'req.session.cartId = cart.id; // the cart itself in the database: everybody can read this cookie',
  }),
};
