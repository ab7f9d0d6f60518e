/** Laravel 12 and 13. */
import type { FrameworkFixes } from '../fix.ts';
import { lines, single } from '../literals.ts';

const SESSION_FILE = 'config/session.php';

export const laravel: FrameworkFixes = {
  cookie: ({ cookie }) => {
    const { name, domain, path, secure, httpOnly, sameSite, partitioned, maxAge } = cookie;
    const minutes = maxAge === undefined ? 0 : Math.round(maxAge / 60);
    if (/session|xsrf/i.test(name)) {
      return {
        file: SESSION_FILE,
        code: lines(
          `'cookie' => ${single(name)},`,
          `'secure' => ${secure},`,
          `'http_only' => ${httpOnly},`,
          `'same_site' => '${sameSite}',`,
          `'path' => ${single(path)},`,
          `'domain' => ${domain === undefined ? 'null' : single(domain)},`,
          partitioned && "'partitioned' => true,",
          maxAge === undefined ? "'expire_on_close' => true," : `'lifetime' => ${minutes},`,
        ),
      };
    }
    return {
      code: lines(
        '$response->cookie(',
        `    ${single(name)}, $value, minutes: ${minutes}, path: ${single(path)},`,
        `    domain: ${domain === undefined ? 'null' : single(domain)}, secure: ${secure}, httpOnly: ${httpOnly}, sameSite: '${sameSite}',`,
        ');',
      ),
    };
  },
  delete: ({ cookie }) => ({
    code: `Cookie::expire(${single(cookie.name)}, ${single(cookie.path)}${cookie.domain === undefined ? '' : `, ${single(cookie.domain)}`});`,
  }),
  rotate: () => ({
    code: lines(
      'if (Auth::attempt($credentials)) {',
      '    $request->session()->regenerate();',
      "    return redirect()->intended('/account');",
      '}',
    ),
  }),
  logout: () => ({
    code: lines(
      'Auth::logout();',
      '$request->session()->invalidate();',
      '$request->session()->regenerateToken();',
      "return redirect('/')->header('Clear-Site-Data', '\"cookies\", \"storage\"');",
    ),
    note: 'With SESSION_DRIVER=cookie an old copy stays valid: use `database` or `redis`.',
  }),
  lifetime: () => ({
    file: SESSION_FILE,
    code: lines("'lifetime' => 30, // minutes idle", "'expire_on_close' => true,"),
    note: 'For an absolute end put the time of the login into the session, and invalidate it in a middleware after 8 hours.',
  }),
  lazy: () => ({
    code: '// The `web` middleware group starts a session: keep API and file routes out of it (routes/api.php).',
  }),
  id: () => ({
    code: '// Leave it to the session store: 40 letters and digits, 238 bits. Own tokens: Str::random(40)',
  }),
  state: () => ({ file: '.env', code: 'SESSION_DRIVER=database' }),
  csrf: () => ({
    code: lines(
      "Route::post('/email', [AccountController::class, 'update']); // in the `web` group",
      '{{-- in the form --}} @csrf',
    ),
  }),
  headers: ({ headers }) => ({
    code: lines(
      '$response = $next($request);',
      ...headers.map(
        ({ name, value }) => `$response->headers->set(${single(name)}, ${JSON.stringify(value)});`,
      ),
      'return $response;',
    ),
    file: 'a middleware of the `web` group',
  }),
  'no-store': () => ({
    code: "Route::middleware('cache.headers:no_store')->group(function () { /* private pages */ });",
  }),
  https: () => ({
    file: 'AppServiceProvider::boot',
    code: lines(
      'URL::forceHttps();',
      "// in a middleware: $response->headers->set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');",
    ),
  }),
};
