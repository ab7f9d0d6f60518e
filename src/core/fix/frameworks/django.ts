/** Django 5.2 and 6. */
import type { FrameworkFixes, WantedCookie, WantedHeader } from '../fix.ts';
import { capital, lines, secondsTerm, single } from '../literals.ts';

const SETTINGS = 'settings.py';
const bool = (on: boolean) => (on ? 'True' : 'False');

/** Cookies that Django sets by itself are set up, not set. */
function prefixOf(name: string): 'SESSION' | 'CSRF' | 'LANGUAGE' | null {
  if (/session/i.test(name)) return 'SESSION';
  if (/csrf/i.test(name)) return 'CSRF';
  return /^django_language$/.test(name) ? 'LANGUAGE' : null;
}

function settings(cookie: WantedCookie, prefix: string): string {
  const { name, domain, path, secure, httpOnly, sameSite, maxAge } = cookie;
  return lines(
    `${prefix}_COOKIE_NAME = ${single(name)}`,
    `${prefix}_COOKIE_SECURE = ${bool(secure)}`,
    `${prefix}_COOKIE_HTTPONLY = ${bool(httpOnly)}`,
    `${prefix}_COOKIE_SAMESITE = ${single(capital(sameSite))}`,
    path !== '/' && `${prefix}_COOKIE_PATH = ${single(path)}`,
    domain !== undefined && `${prefix}_COOKIE_DOMAIN = ${single(domain)}`,
    maxAge !== undefined && `${prefix}_COOKIE_AGE = ${secondsTerm(maxAge)}`,
    prefix === 'SESSION' && maxAge === undefined && 'SESSION_EXPIRE_AT_BROWSER_CLOSE = True',
  );
}

const KNOWN: Readonly<Record<string, string>> = {
  'Content-Security-Policy': 'SECURE_CSP',
  'X-Content-Type-Options': 'SECURE_CONTENT_TYPE_NOSNIFF = True',
  'Referrer-Policy': "SECURE_REFERRER_POLICY = 'strict-origin-when-cross-origin'",
};

function headerSetting({ name, value }: WantedHeader): string {
  const known = KNOWN[name];
  if (known === 'SECURE_CSP')
    return `SECURE_CSP = {${directives(value)}}  # Django 6; before that django-csp`;
  return known ?? `response[${single(name)}] = ${single(value)}`;
}

function directives(policy: string): string {
  return policy
    .split('; ')
    .map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return `${single(name)}: [${sources.map((source) => JSON.stringify(source)).join(', ')}]`;
    })
    .join(', ');
}

export const django: FrameworkFixes = {
  cookie: ({ cookie }) => {
    const prefix = prefixOf(cookie.name);
    if (prefix !== null) return { file: SETTINGS, code: settings(cookie, prefix) };
    const { name, domain, path, secure, httpOnly, sameSite, maxAge } = cookie;
    return {
      code: lines(
        'response.set_cookie(',
        `    ${single(name)}, value,`,
        `    path=${single(path)}, secure=${bool(secure)}, httponly=${bool(httpOnly)}, samesite=${single(capital(sameSite))},`,
        domain !== undefined && `    domain=${single(domain)},`,
        maxAge !== undefined && `    max_age=${secondsTerm(maxAge)},`,
        ')',
      ),
    };
  },
  delete: ({ cookie }) => ({
    code: `response.delete_cookie(${single(cookie.name)}, path=${single(cookie.path)}${cookie.domain === undefined ? '' : `, domain=${single(cookie.domain)}`}, samesite=${single(capital(cookie.sameSite))})`,
  }),
  rotate: () => ({
    code: lines(
      'from django.contrib.auth import login',
      '',
      'login(request, user)  # cycles the session key',
      '# without django.contrib.auth:',
      'request.session.cycle_key()',
    ),
  }),
  logout: () => ({
    code: lines(
      'from django.contrib.auth import logout',
      '',
      '@require_POST',
      'def sign_out(request):',
      '    logout(request)  # flushes the session: deleted in the store and in the browser',
      "    response = redirect('/')",
      '    response[\'Clear-Site-Data\'] = \'"cookies", "storage"\'',
      '    return response',
    ),
    note: 'With `signed_cookies` as the session engine nothing can be deleted on the server: use `db` or `cached_db`.',
  }),
  lifetime: () => ({
    file: SETTINGS,
    code: lines('SESSION_COOKIE_AGE = 30 * 60', 'SESSION_SAVE_EVERY_REQUEST = True  # idle'),
    note: 'For an absolute end put the time of the login into the session, and call `logout(request)` after 8 hours.',
  }),
  lazy: () => ({
    file: SETTINGS,
    code: 'SESSION_SAVE_EVERY_REQUEST = False',
    note: 'Write to `request.session` only where something is to be remembered.',
  }),
  id: () => ({
    code: "# Leave SessionStore's own keys: 32 letters and digits, 165 bits. Keep SECRET_KEY secret.",
  }),
  state: () => ({
    file: SETTINGS,
    code: "SESSION_ENGINE = 'django.contrib.sessions.backends.cached_db'  # the data stays on the server",
  }),
  csrf: () => ({
    file: SETTINGS,
    code: lines(
      "MIDDLEWARE = [..., 'django.middleware.csrf.CsrfViewMiddleware', ...]",
      '# in the form: {% csrf_token %}',
      '# views that change something: @require_POST',
    ),
  }),
  headers: ({ headers }) => ({ file: SETTINGS, code: lines(...headers.map(headerSetting)) }),
  'no-store': () => ({
    code: lines(
      'from django.views.decorators.cache import never_cache',
      '',
      '@never_cache',
      'def account(request): ...',
    ),
  }),
  https: () => ({
    file: SETTINGS,
    code: lines(
      'SECURE_SSL_REDIRECT = True',
      'SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60',
      'SECURE_HSTS_INCLUDE_SUBDOMAINS = True',
      "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')  # behind a proxy that ends TLS",
    ),
  }),
};
