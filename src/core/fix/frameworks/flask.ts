/** Flask 3. */
import type { FrameworkFixes } from '../fix.ts';
import { capital, lines, secondsTerm, single } from '../literals.ts';

const bool = (on: boolean) => (on ? 'True' : 'False');

export const flask: FrameworkFixes = {
  cookie: ({ cookie }) => {
    const { name, domain, path, secure, httpOnly, sameSite, partitioned, maxAge } = cookie;
    if (/session/i.test(name)) {
      return {
        code: lines(
          'app.config.update(',
          `    SESSION_COOKIE_NAME=${single(name)},`,
          `    SESSION_COOKIE_SECURE=${bool(secure)},`,
          `    SESSION_COOKIE_HTTPONLY=${bool(httpOnly)},`,
          `    SESSION_COOKIE_SAMESITE=${single(capital(sameSite))},`,
          path !== '/' && `    SESSION_COOKIE_PATH=${single(path)},`,
          domain !== undefined && `    SESSION_COOKIE_DOMAIN=${single(domain)},`,
          partitioned && '    SESSION_COOKIE_PARTITIONED=True,',
          maxAge !== undefined && `    PERMANENT_SESSION_LIFETIME=timedelta(seconds=${secondsTerm(maxAge)}),`,
          ')',
        ),
      };
    }
    return {
      code: lines(
        'response.set_cookie(',
        `    ${single(name)}, value,`,
        `    path=${single(path)}, secure=${bool(secure)}, httponly=${bool(httpOnly)}, samesite=${single(capital(sameSite))},`,
        domain !== undefined && `    domain=${single(domain)},`,
        partitioned && '    partitioned=True,',
        maxAge !== undefined && `    max_age=${secondsTerm(maxAge)},`,
        ')',
      ),
    };
  },
  delete: ({ cookie }) => ({
    code: `response.delete_cookie(${single(cookie.name)}, path=${single(cookie.path)}${cookie.domain === undefined ? '' : `, domain=${single(cookie.domain)}`}, secure=True, samesite=${single(capital(cookie.sameSite))})`,
  }),
  rotate: () => ({
    code: lines(
      'session.clear()  # nothing of the anonymous session is taken over',
      "session['user_id'] = user.id",
      '# Flask-Session (data on the server): app.session_interface.regenerate(session)',
    ),
    note: 'Flask’s own session is the signed cookie itself: an old copy stays valid until it expires. Flask-Session can revoke it.',
  }),
  logout: () => ({
    code: lines(
      "@app.post('/logout')",
      'def logout():',
      '    session.clear()  # Flask-Login: logout_user() before it',
      "    response = redirect('/')",
      '    response.headers[\'Clear-Site-Data\'] = \'"cookies", "storage"\'',
      '    return response',
    ),
    note: 'Only with Flask-Session is the old one dead on the server.',
  }),
  lifetime: () => ({
    code: lines(
      'app.config.update(PERMANENT_SESSION_LIFETIME=timedelta(minutes=30), SESSION_REFRESH_EACH_REQUEST=True)',
      'session.permanent = True',
      "if time() - session.setdefault('began', time()) > 8 * 60 * 60:",
      '    session.clear()',
    ),
  }),
  lazy: () => ({
    code: lines(
      'app.config.update(SESSION_REFRESH_EACH_REQUEST=False)',
      '# store nothing in `session` before it is needed',
    ),
  }),
  id: () => ({ code: lines('import secrets', '', 'session_id = secrets.token_urlsafe(32)  # 256 bits') }),
  state: () => ({
    code: lines(
      "app.config['SESSION_TYPE'] = 'redis'",
      'Session(app)  # Flask-Session: the data stays on the server, the cookie holds an ID',
    ),
  }),
  csrf: () => ({
    code: lines(
      'from flask_wtf import CSRFProtect',
      '',
      'CSRFProtect(app)',
      '# in the form: <input type="hidden" name="csrf_token" value="{{ csrf_token() }}">',
    ),
  }),
  headers: ({ headers }) => ({
    code: lines(
      '@app.after_request',
      'def protect(response):',
      ...headers.map(({ name, value }) => `    response.headers[${single(name)}] = ${JSON.stringify(value)}`),
      '    return response',
    ),
  }),
  'no-store': () => ({ code: "response.headers['Cache-Control'] = 'no-store'" }),
  https: () => ({
    code: lines(
      'from flask_talisman import Talisman',
      '',
      'Talisman(app, strict_transport_security_max_age=365 * 24 * 60 * 60)  # redirects to HTTPS as well',
    ),
    note: 'Behind a proxy that ends TLS: `ProxyFix(app.wsgi_app, x_proto=1)`.',
  }),
};
