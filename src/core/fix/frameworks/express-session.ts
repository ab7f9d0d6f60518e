/** express-session 1.19 on Express 5. */
import type { FrameworkFixes, WantedCookie } from '../fix.ts';
import { optionLines, placeOf } from '../javascript.ts';
import { lines, single } from '../literals.ts';
import { express } from './express.ts';

function middleware(cookie: WantedCookie): string {
  return lines(
    "app.set('trust proxy', 1); // behind a proxy that ends TLS, or `secure` sets no cookie",
    'app.use(session({',
    `  name: ${single(cookie.name)},`,
    '  secret: process.env.SESSION_SECRET,',
    '  resave: false,',
    '  saveUninitialized: false,',
    '  store, // not MemoryStore in production',
    '  cookie: {',
    optionLines(cookie, { unit: 'ms', indent: '    ' }),
    '  },',
    '}));',
  );
}

export const expressSession: FrameworkFixes = {
  ...express,
  cookie: ({ cookie }) => ({ code: middleware(cookie) }),
  delete: ({ cookie }) => ({ code: `res.clearCookie(${single(cookie.name)}, ${placeOf(cookie)});` }),
  rotate: () => ({
    code: lines(
      'req.session.regenerate((error) => {',
      '  if (error) return next(error);',
      '  req.session.userId = user.id;',
      "  req.session.save((failed) => (failed ? next(failed) : res.redirect('/account')));",
      '});',
    ),
    note: 'Passport 0.6 and newer does this in `req.login()`, unless `keepSessionInfo` is set and the session reused.',
  }),
  logout: ({ cookie }) => ({
    code: lines(
      "app.post('/logout', (req, res, next) => {",
      '  req.session.destroy((error) => {',
      '    if (error) return next(error);',
      `    res.clearCookie(${single(cookie.name)}, ${placeOf(cookie)});`,
      '    res.set(\'Clear-Site-Data\', \'"cookies", "storage"\');',
      "    res.redirect('/');",
      '  });',
      '});',
    ),
  }),
  lifetime: ({ cookie }) => ({
    code: lines(
      middleware({ ...cookie, maxAge: 30 * 60 }).replace(
        '  store,',
        '  rolling: true, // 30 minutes idle\n  store,',
      ),
      '',
      '// and an absolute end, whatever is used:',
      'app.use((req, res, next) => {',
      '  const began = (req.session.began ??= Date.now());',
      '  if (Date.now() - began < 8 * 60 * 60 * 1000) return next();',
      "  req.session.destroy(() => res.redirect('/login'));",
      '});',
    ),
  }),
  lazy: ({ cookie }) => ({
    code: middleware(cookie),
    note: 'Put `express.static` before the session: files need none. `saveUninitialized: false` sends no cookie until something is stored in it.',
  }),
  id: () => ({
    code: '// Leave `genid` out: the default is 24 random bytes (192 bits).',
  }),
  state: () => ({
    code: lines('req.session.cart = cart; // stays in the store; the cookie holds the ID alone'),
  }),
};
