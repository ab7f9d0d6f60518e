/** PHP 8, without a framework. */
import type { FrameworkFixes, WantedCookie } from '../fix.ts';
import { capital, lines, secondsTerm, single } from '../literals.ts';

function options({ domain, path, secure, httpOnly, sameSite }: WantedCookie, first: string | false): string {
  return lines(
    first,
    `    'path' => ${single(path)},`,
    domain !== undefined && `    'domain' => ${single(domain)},`,
    `    'secure' => ${secure},`,
    `    'httponly' => ${httpOnly},`,
    `    'samesite' => ${single(capital(sameSite))},`,
  );
}

export const php: FrameworkFixes = {
  cookie: ({ cookie }) => {
    const { name, maxAge } = cookie;
    if (/sess/i.test(name)) {
      return {
        code: lines(
          `session_name(${single(name)});`,
          'session_set_cookie_params([',
          options(cookie, `    'lifetime' => ${maxAge === undefined ? 0 : secondsTerm(maxAge)},`),
          ']);',
          'session_start();',
        ),
      };
    }
    return {
      code: lines(
        `setcookie(${single(name)}, $value, [`,
        options(cookie, maxAge !== undefined && `    'expires' => time() + ${secondsTerm(maxAge)},`),
        ']);',
      ),
    };
  },
  delete: ({ cookie }) => ({
    code: lines(`setcookie(${single(cookie.name)}, '', [`, options(cookie, "    'expires' => 1,"), ']);'),
  }),
  rotate: () => ({
    code: lines(
      'session_regenerate_id(true); // true: the old session is deleted',
      "$_SESSION['user_id'] = $user->id;",
    ),
    note: 'And in php.ini: `session.use_strict_mode = 1`, so that planted IDs are refused.',
  }),
  logout: ({ cookie }) => ({
    code: lines(
      '$_SESSION = [];',
      `setcookie(session_name(), '', [`,
      options(cookie, "    'expires' => 1,"),
      ']);',
      'session_destroy();',
      'header(\'Clear-Site-Data: "cookies", "storage"\');',
    ),
  }),
  lifetime: () => ({
    code: lines(
      '$now = time();',
      "$began = $_SESSION['began'] ??= $now;",
      "$used = $_SESSION['used'] ?? $now;",
      'if ($now - $used > 30 * 60 || $now - $began > 8 * 60 * 60) {',
      '    session_unset();',
      '    session_regenerate_id(true);',
      '}',
      "$_SESSION['used'] = $now;",
    ),
    note: 'In php.ini: `session.gc_maxlifetime = 1800`, `session.cookie_lifetime = 0`.',
  }),
  lazy: () => ({ code: 'if (isset($_COOKIE[session_name()]) || $isLogin) session_start();' }),
  id: () => ({
    file: 'php.ini',
    code: lines('session.sid_length = 48', 'session.sid_bits_per_character = 5 ; 240 bits'),
  }),
  state: () => ({ code: "$_SESSION['cart'] = $cart; // stays on the server; the cookie holds the ID alone" }),
  csrf: () => ({
    code: lines(
      "$_SESSION['csrf'] ??= bin2hex(random_bytes(32)); // into a hidden field of each form",
      "if (!hash_equals($_SESSION['csrf'], $_POST['csrf'] ?? '')) { http_response_code(403); exit; }",
    ),
  }),
  headers: ({ headers }) => ({
    code: lines(...headers.map(({ name, value }) => `header(${JSON.stringify(`${name}: ${value}`)});`)),
  }),
  'no-store': () => ({
    code: "session_cache_limiter('nocache'); // before session_start(): Cache-Control: no-store, no-cache, must-revalidate",
  }),
  https: () => ({
    code: lines(
      "if (($_SERVER['HTTPS'] ?? 'off') === 'off') { header(\"Location: https://{$host}{$_SERVER['REQUEST_URI']}\", true, 308); exit; }",
      "header('Strict-Transport-Security: max-age=31536000; includeSubDomains');",
    ),
  }),
};
