/** Express 5. */
import type { FrameworkFixes } from '../fix.ts';
import { headerCalls, optionLines, placeOf, RANDOM_ID } from '../javascript.ts';
import { lines, single } from '../literals.ts';

export const express: FrameworkFixes = {
  cookie: ({ cookie }) => ({
    code: lines(`res.cookie(${single(cookie.name)}, value, {`, optionLines(cookie, { unit: 'ms' }), '});'),
  }),
  delete: ({ cookie }) => ({
    code: `res.clearCookie(${single(cookie.name)}, ${placeOf(cookie)});`,
    note: 'Path and Domain must be those that the cookie was set with.',
  }),
  rotate: ({ cookie }) => ({
    code: lines(
      RANDOM_ID,
      'await sessions.delete(req.cookies.OLD); // the ID from before the login is worth nothing now'.replace(
        '.OLD',
        `[${single(cookie.name)}]`,
      ),
      'await sessions.create(id, { userId: user.id });',
      `res.cookie(${single(cookie.name)}, id, {`,
      optionLines(cookie, { unit: 'ms' }),
      '});',
    ),
  }),
  logout: ({ cookie }) => ({
    code: lines(
      "app.post('/logout', async (req, res) => {",
      `  await sessions.delete(req.cookies[${single(cookie.name)}]);`,
      `  res.clearCookie(${single(cookie.name)}, ${placeOf(cookie)});`,
      '  res.set(\'Clear-Site-Data\', \'"cookies", "storage"\');',
      "  res.redirect('/');",
      '});',
    ),
  }),
  lifetime: ({ cookie }) => ({
    code: lines(
      `res.cookie(${single(cookie.name)}, value, {`,
      optionLines({ ...cookie, maxAge: cookie.maxAge ?? 8 * 3600 }, { unit: 'ms' }),
      '});',
    ),
    note: 'The server must forget it as well: keep the time of the login and of the last request beside the session.',
  }),
  id: () => ({ code: RANDOM_ID }),
  state: ({ cookie }) => ({
    code: lines(
      RANDOM_ID,
      'await store.set(id, data); // the data stays here',
      `res.cookie(${single(cookie.name)}, id, {`,
      optionLines(cookie, { unit: 'ms' }),
      '});',
    ),
  }),
  csrf: () => ({
    code: lines(
      "import { csrfSync } from 'csrf-sync';",
      '',
      'const { csrfSynchronisedProtection, generateToken } = csrfSync({',
      '  getTokenFromRequest: (req) => req.body?._csrf,',
      '});',
      'app.use(csrfSynchronisedProtection); // after the session and the body parser',
      '// in the form: <input type="hidden" name="_csrf" value="${generateToken(req)}">',
    ),
    note: 'Change state by POST, PUT, PATCH or DELETE only, and ask for the current password before changing it.',
  }),
  headers: headerCalls('res.set'),
  'no-store': () => ({ code: "res.set('Cache-Control', 'no-store');" }),
  https: () => ({
    code: lines(
      "import helmet from 'helmet';",
      '',
      "app.set('trust proxy', 1);",
      'app.use(helmet({ strictTransportSecurity: { maxAge: 365 * 24 * 60 * 60, includeSubDomains: true } }));',
      'app.use((req, res, next) => (req.secure ? next() : res.redirect(308, `https://${req.hostname}${req.originalUrl}`)));',
    ),
  }),
};
