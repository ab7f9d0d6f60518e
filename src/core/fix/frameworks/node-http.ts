/** Node.js http, without a framework. */
import type { FrameworkFixes } from '../fix.ts';
import { headerCalls, RANDOM_ID } from '../javascript.ts';
import { lines, setCookieLine } from '../literals.ts';

/** In a template literal. */
const inTemplate = (line: string) => line.replace(/[\\`]|\$\{/g, '\\$&');
const lineOf = (cookie: Parameters<typeof setCookieLine>[0], value: string) => {
  const [, rest = ''] = setCookieLine(cookie, '\u0001').split('\u0001');
  return `\`${inTemplate(cookie.name)}=\${${value}}${inTemplate(rest)}\``;
};

export const nodeHttp: FrameworkFixes = {
  cookie: ({ cookie }) => ({
    code: `res.appendHeader('Set-Cookie', ${lineOf(cookie, 'encodeURIComponent(value)')});`,
  }),
  delete: ({ cookie }) => ({
    code: `res.appendHeader('Set-Cookie', \`${inTemplate(setCookieLine({ ...cookie, maxAge: 0 }, ''))}\`);`,
    note: 'Path and Domain must be those that the cookie was set with.',
  }),
  rotate: ({ cookie }) => ({
    code: lines(
      RANDOM_ID,
      'sessions.delete(oldId);',
      'sessions.set(id, { userId: user.id, began: Date.now() });',
      `res.appendHeader('Set-Cookie', ${lineOf(cookie, 'id')});`,
    ),
  }),
  logout: ({ cookie }) => ({
    code: lines(
      'sessions.delete(id);',
      `res.appendHeader('Set-Cookie', \`${inTemplate(setCookieLine({ ...cookie, maxAge: 0 }, ''))}\`);`,
      'res.setHeader(\'Clear-Site-Data\', \'"cookies", "storage"\');',
    ),
  }),
  lifetime: ({ cookie }) => ({
    code: lines(
      `res.appendHeader('Set-Cookie', ${lineOf({ ...cookie, maxAge: cookie.maxAge ?? 8 * 3600 }, 'id')});`,
      '',
      'const { began, lastUsed } = sessions.get(id);',
      'const isOver = Date.now() - lastUsed > 30 * 60 * 1000 || Date.now() - began > 8 * 60 * 60 * 1000;',
      'if (isOver) sessions.delete(id);',
    ),
  }),
  lazy: () => ({
    code: '// Make the session where something is first stored in it, not in front of every request.',
  }),
  id: () => ({ code: RANDOM_ID }),
  state: ({ cookie }) => ({
    code: lines(
      RANDOM_ID,
      'store.set(id, data);',
      `res.appendHeader('Set-Cookie', ${lineOf(cookie, 'id')});`,
    ),
  }),
  csrf: () => ({
    code: lines(
      "import { randomBytes, timingSafeEqual } from 'node:crypto';",
      '',
      "session.csrf ??= randomBytes(32).toString('base64url'); // into a hidden field of each form",
      "const given = Buffer.from(fields.get('_csrf') ?? '');",
      'const wanted = Buffer.from(session.csrf);',
      'if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) res.writeHead(403).end();',
    ),
  }),
  headers: headerCalls('res.setHeader'),
  'no-store': () => ({ code: "res.setHeader('Cache-Control', 'no-store');" }),
  https: () => ({
    code: lines(
      'http.createServer((req, res) => res.writeHead(308, { Location: `https://${HOST}${req.url}` }).end()).listen(80);',
      "res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains'); // on every HTTPS response",
    ),
  }),
};
