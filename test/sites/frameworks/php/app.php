<?php
// One page script for `php -S`. VARIANT says what it does at login and at logout.
$variant = getenv('VARIANT');
session_set_cookie_params(['secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
session_start();
$_SESSION['since'] ??= time();

function show(string $title, string $main): never {
  echo '<!doctype html><html lang="en"><head><title>' . $title . '</title><link rel="icon" href="data:,"></head><body>',
    '<nav><a href="/">Home</a> <a href="/account">Account</a> <a href="/login">Sign in</a></nav>',
    '<main><h1>' . $title . '</h1>' . $main . '</main></body></html>';
  exit;
}

function see(string $path): never {
  header('Location: ' . $path, true, 303);
  exit;
}

function form(string $error = ''): never {
  show('Sign in', ($error === '' ? '' : '<p role="alert">' . $error . '</p>') .
    '<form method="post" action="/login"><label>User name <input name="username"></label>' .
    '<label>Password <input name="password" type="password"></label><button>Sign in</button></form>');
}

$user = $_SESSION['user'] ?? null;
switch ($_SERVER['REQUEST_METHOD'] . ' ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
  case 'GET /':
    show('Home', '<p>Hello, ' . htmlspecialchars($user ?? 'stranger') . '.</p>');
  case 'GET /login':
    form();
  case 'POST /login':
    if ($_POST['username'] !== 'ada' || $_POST['password'] !== 'crumbtrail') form('Wrong password.');
    if ($variant !== 'kept') session_regenerate_id(true);
    $_SESSION['user'] = 'ada';
    see('/account');
  case 'GET /account':
    if ($user === null) see('/login');
    show('Account', '<p>Signed in as ' . htmlspecialchars($user) . '.</p>' .
      '<form method="post" action="/logout"><button>Sign out</button></form>');
  case 'POST /logout':
    if ($variant === 'kept') {
      unset($_SESSION['user']);
      see('/');
    }
    $_SESSION = [];
    if ($variant === 'sound') setcookie(session_name(), '', ['expires' => 1, 'path' => '/']);
    session_destroy();
    see('/');
  default:
    http_response_code(404);
}
