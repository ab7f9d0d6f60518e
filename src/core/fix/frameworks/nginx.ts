/** nginx 1.28 in front of an application: what it can mend without it. */
import type { FrameworkFixes } from '../fix.ts';
import { double, lines, word } from '../literals.ts';

export const nginx: FrameworkFixes = {
  cookie: ({ cookie }) => {
    const { name, path, secure, httpOnly, sameSite } = cookie;
    const flags = [secure && 'secure', httpOnly ? 'httponly' : 'nohttponly', `samesite=${sameSite}`].filter(
      (flag) => flag !== false,
    );
    return {
      code: lines(
        `proxy_cookie_flags ${word(name)} ${flags.join(' ')};`,
        path !== '/' && `proxy_cookie_path / ${word(path)};`,
      ),
      note: 'For PHP behind fastcgi_pass there is no such directive: set the flags in PHP. A new name or prefix is the application’s to give.',
    };
  },
  lazy: ({ cookie }) => ({
    code: lines(
      'location /static/ {',
      '    proxy_hide_header Set-Cookie;',
      '    proxy_ignore_headers Set-Cookie;',
      '}',
    ),
    note: `Files then set no \`${cookie.name.replace(/[`\p{Cc}\p{Cf}]/gu, '')}\`.`,
  }),
  headers: ({ headers }) => ({
    code: lines(...headers.map(({ name, value }) => `add_header ${name} ${double(value)} always;`)),
    note: 'A block with an `add_header` of its own takes over none from outside.',
  }),
  'no-store': () => ({
    code: lines('location /account {', '    add_header Cache-Control "no-store" always;', '}'),
  }),
  https: () => ({
    code: lines(
      'server {',
      '    listen 80;',
      '    return 308 https://$host$request_uri;',
      '}',
      '# in the server that listens on 443:',
      'add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;',
    ),
  }),
};
