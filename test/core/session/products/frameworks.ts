/** Web frameworks with the login pages that come with them or that everybody uses. */
import { BASE32, BASE62, drawn, gone, HarVisit, line, type Product } from './har-visit.ts';

const visit = () => new HarVisit('https://app.example');
const a32 = drawn('one', 32);
const b32 = drawn('two', 32);
const c32 = drawn('three', 32);
const aPhp = drawn('aPhp', 26, BASE32);
const bPhp = drawn('bPhp', 26, BASE32);

/** Rails seals its session anew with every response. */
const rails = (n: number) =>
  line(
    '_myapp_session',
    `${drawn(`r${n}`, 220, BASE62)}--${drawn(`i${n}`, 16, BASE62)}--${drawn(`t${n}`, 22, BASE62)}%3D%3D`,
  );
const devise = 'authenticity_token user[email] user[password] user[remember_me] commit';
const rememberUser = (value: string) =>
  line(
    'remember_user_token',
    `eyJfcmFpbHMiOnsibWVzc2FnZSI6Ilcx${value}--${drawn(value, 40)}`,
    '; Expires=Mon, 18 May 2026 10:00:00 GMT',
  );

/** Laravel writes session and token anew with every response. */
const sealed = (name: string, n: number, more = '; Max-Age=7200') =>
  `${name}=eyJpdiI6Ik${drawn(`${name}${n}`, 230, BASE62)}%3D; Path=/; Secure${name.startsWith('XSRF') ? '' : '; HttpOnly'}; SameSite=Lax${more}`;
const laravel = (n: number, name = 'laravel_session') => ({
  set: [sealed('XSRF-TOKEN', n), sealed(name, n)],
});

const csrftoken = (seed: string) =>
  `csrftoken=${drawn(seed, 32, BASE62)}; expires=Mon, 03 May 2027 10:00:00 GMT; Max-Age=31449600; Path=/; SameSite=Lax; Secure`;
const sessionid = (value: string) => line('sessionid', value, '; Max-Age=1209600');
const djangoIn = 'csrfmiddlewaretoken username password next';

const java = (value: string) => `JSESSIONID=${value}; Path=/; Secure; HttpOnly`;
const spring = () =>
  visit()
    .page('/orders', { to: '/login', set: [java(a32.toUpperCase())] })
    .form('/login', 'username password _csrf', { to: '/login?error' });

const antiforgery = '.AspNetCore.Antiforgery.9TtSrW0hzOs';
const identity = '.AspNetCore.Identity.Application';
const ticket = (seed: string) => `CfDJ8${drawn(seed, 700, `${BASE62}-_`)}`;
const dotnet = () =>
  visit()
    .page('/Identity/Account/Manage', {
      to: '/Identity/Account/Login?ReturnUrl=%2FIdentity%2FAccount%2FManage',
    })
    .page('/Identity/Account/Login', {
      set: [`${antiforgery}=${ticket('af').slice(0, 155)}; path=/; secure; samesite=strict; httponly`],
    })
    .form('/Identity/Account/Login', dotnetIn);
const dotnetIn = 'Input.Email Input.Password __RequestVerificationToken Input.RememberMe';
const aspCookie = (name: string, value: string) => `${name}=${value}; path=/; secure; samesite=lax; httponly`;
const aspGone = (name: string) =>
  `${name}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly`;

const symfony = '_username _password _csrf_token _remember_me';
const flask = (data: string, n: number) =>
  line('session', `.eJw${data}.aZk${n}Qw.${drawn(`${data}${n}`, 27, BASE62)}`);

export const frameworks: readonly Product[] = [
  {
    name: 'Rails and Devise: the session is sealed anew with every page',
    visit: visit()
      .page('/', { set: [rails(1)] })
      .page('/users/sign_in', { set: [rails(2)] })
      .form('/users/sign_in', devise, { status: 422, set: [rails(3)] })
      .form('/users/sign_in', devise, {
        status: 303,
        to: '/',
        set: [rememberUser('one'), rails(4)],
        lands: { set: [rails(5)] },
      })
      .page('/projects', { set: [rails(6)] })
      .page('/users/edit', { set: [rails(7)] })
      .form('/users/sign_out', '_method authenticity_token', {
        status: 303,
        to: '/',
        set: [gone('remember_user_token'), rails(8)],
        lands: { set: [rails(9)] },
      })
      .page('/users/edit', { to: '/users/sign_in', set: [rails(10)] }),
    story: [
      '_myapp_session: login failed',
      '_myapp_session: login rolling',
      '_myapp_session: logout cleared',
      'remember_user_token: logout cleared',
    ],
  },
  {
    name: 'Rails and Devise: the logout leaves the remember-me cookie, which logs in again',
    visit: visit()
      .page('/users/edit', { to: '/users/sign_in', set: [rails(1)] })
      .form('/users/sign_in', devise, { status: 303, to: '/', set: [rememberUser('one'), rails(4)] })
      .page('/users/edit', { set: [rails(6)] })
      .form('/users/sign_out', '_method authenticity_token', { status: 303, to: '/', set: [rails(8)] })
      .page('/users/edit', { set: [rails(10)] }),
    story: [
      '_myapp_session: login rotated',
      '_myapp_session: logout cleared',
      'remember_user_token: logout not-cleared',
      'remember_user_token: logout alive-after-logout',
    ],
    accused: [
      'remember-me-survives-logout remember_user_token',
      'session-alive-after-logout remember_user_token',
    ],
  },
  {
    name: 'Laravel: session and token are sealed anew with every page',
    visit: visit()
      .page('/login', laravel(1))
      .form('/login', '_token email password remember', { to: '/login', ...laravel(2), lands: laravel(3) })
      .form('/login', '_token email password remember', {
        to: '/dashboard',
        ...laravel(4),
        lands: laravel(5),
      })
      .page('/profile', laravel(6))
      .page('/dashboard', laravel(7))
      .form('/logout', '_token', { to: '/', ...laravel(8), lands: laravel(9) })
      .page('/dashboard', { to: '/login', ...laravel(10) }),
    story: [
      'laravel_session: login failed',
      'laravel_session: login rolling',
      'laravel_session: logout cleared',
    ],
    roles: { 'XSRF-TOKEN': 'csrf' },
  },
  {
    name: 'Laravel Sanctum: a page of script logs in by JSON',
    visit: visit()
      .page('/')
      .fetch('GET /api/user', undefined, { status: 401 })
      .fetch('GET /sanctum/csrf-cookie', undefined, { status: 204, ...laravel(1, 'acme-session') })
      .fetch('POST /login', { email: 'x', password: 'x' }, { status: 422, ...laravel(2, 'acme-session') })
      .fetch('POST /login', { email: 'x', password: 'x' }, { status: 204, ...laravel(3, 'acme-session') })
      .fetch('GET /api/user', undefined, laravel(4, 'acme-session'))
      .fetch('GET /api/teams', undefined, laravel(5, 'acme-session'))
      .fetch('POST /logout', {}, { status: 204, ...laravel(6, 'acme-session') })
      .fetch('GET /api/user', undefined, { status: 401, ...laravel(7, 'acme-session') }),
    story: ['acme-session: login failed', 'acme-session: login rolling', 'acme-session: logout cleared'],
    roles: { 'XSRF-TOKEN': 'csrf' },
  },
  {
    name: 'Django admin: issued at login, deleted at logout',
    visit: visit()
      .page('/admin/', { to: '/admin/login/?next=/admin/', lands: { set: [csrftoken('a')] } })
      .form('/admin/login/?next=/admin/', djangoIn, { set: [csrftoken('a')] })
      .form('/admin/login/?next=/admin/', djangoIn, { to: '/admin/', set: [csrftoken('b'), sessionid(a32)] })
      .page('/admin/auth/user/')
      .form('/admin/logout/', 'csrfmiddlewaretoken', {
        set: ['sessionid=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax'],
      })
      .page('/admin/', { to: '/admin/login/?next=/admin/' }),
    story: ['sessionid: login failed', 'sessionid: login issued', 'sessionid: logout cleared'],
    roles: { csrftoken: 'csrf' },
  },
  {
    name: 'Django with a login view of its own that forgets cycle_key() and flush()',
    visit: visit()
      .page('/account/', { to: '/login/', set: [csrftoken('a'), sessionid(a32)] })
      .form('/login/', djangoIn, { to: '/account/' })
      .page('/account/')
      .form('/logout/', 'csrfmiddlewaretoken', { to: '/' })
      .page('/account/', { to: '/login/' }),
    story: ['sessionid: login kept', 'sessionid: logout not-cleared', 'sessionid: logout dead-after-logout'],
    accused: ['session-fixation sessionid', 'session-not-cleared sessionid'],
  },
  {
    name: 'Spring Security: the ID changes at login; after the logout a new one comes with the login page',
    visit: spring()
      .form('/login', 'username password _csrf', { to: '/', set: [java(b32.toUpperCase())] })
      .page('/orders')
      .form('/logout', '_csrf', { to: '/login?logout', lands: { set: [java(c32.toUpperCase())] } })
      .page('/orders', { to: '/login' }),
    story: ['JSESSIONID: login failed', 'JSESSIONID: login rotated', 'JSESSIONID: logout cleared'],
  },
  {
    name: 'Spring Security with sessionFixation().none() and a logout that only redirects',
    visit: spring()
      .form('/login', 'username password _csrf', { to: '/' })
      .page('/orders')
      .form('/logout', '_csrf', { to: '/login?logout' })
      .page('/orders'),
    story: [
      'JSESSIONID: login failed',
      'JSESSIONID: login kept',
      'JSESSIONID: logout not-cleared',
      'JSESSIONID: logout alive-after-logout',
    ],
    accused: [
      'session-alive-after-logout JSESSIONID',
      'session-fixation JSESSIONID',
      'session-not-cleared JSESSIONID',
    ],
  },
  {
    name: 'Tomcat: a form login by j_security_check, the node behind the ID',
    visit: visit()
      .page('/protected/', { set: [java(`${a32.toUpperCase()}.node1`)] })
      .form('/protected/j_security_check', 'j_username j_password', {
        to: '/protected/',
        set: [java(`${b32.toUpperCase()}.node1`)],
      })
      .page('/protected/list.jsp')
      .page('/logout.jsp', { set: [java(`${c32.toUpperCase()}.node1`)] }),
    story: ['JSESSIONID: login rotated', 'JSESSIONID: logout cleared'],
  },
  {
    name: 'ASP.NET Core Identity: a second factor, an external scheme’s cookie on the way',
    visit: dotnet()
      .form('/Identity/Account/Login', dotnetIn, {
        to: '/Identity/Account/LoginWith2fa?RememberMe=False',
        set: [aspCookie('Identity.TwoFactorUserId', ticket('2fa'))],
      })
      .form(
        '/Identity/Account/LoginWith2fa',
        'Input.TwoFactorCode Input.RememberMachine __RequestVerificationToken',
        {
          to: '/Identity/Account/Manage',
          set: [aspGone('Identity.TwoFactorUserId'), aspCookie(identity, ticket('id'))],
        },
      )
      .page('/Identity/Account/Manage/Email')
      .form('/Identity/Account/Logout', '__RequestVerificationToken', {
        to: '/',
        set: [aspGone(identity), aspGone('Identity.External'), aspGone('Identity.TwoFactorUserId')],
      })
      .page('/Identity/Account/Manage', {
        to: '/Identity/Account/Login?ReturnUrl=%2FIdentity%2FAccount%2FManage',
      }),
    story: [`${identity}: login failed`, `${identity}: login issued`, `${identity}: logout cleared`],
    roles: { [antiforgery]: 'csrf', 'Identity.TwoFactorUserId': 'flash' },
  },
  {
    name: 'ASP.NET Core: the visit’s session stays beside Identity’s cookie',
    visit: visit()
      .page('/', { set: [aspCookie('.AspNetCore.Session', ticket('s').slice(0, 190))] })
      .form('/Account/Login', dotnetIn, { to: '/', set: [aspCookie('.AspNetCore.Cookies', ticket('c'))] })
      .page('/Account/Manage')
      .form('/Account/Logout', '__RequestVerificationToken', {
        to: '/',
        set: [aspGone('.AspNetCore.Cookies')],
      }),
    story: [
      '.AspNetCore.Cookies: login issued',
      '.AspNetCore.Session: login added',
      '.AspNetCore.Cookies: logout cleared',
      '.AspNetCore.Session: logout not-cleared',
    ],
    accused: ['partial-rotation .AspNetCore.Session'],
  },
  {
    name: 'Symfony: the firewall migrates the session; remember-me beside it',
    visit: visit()
      .page('/admin', { to: '/login', lands: { set: [line('PHPSESSID', aPhp)] } })
      .form('/login', symfony, { to: '/login' })
      .form('/login', symfony, {
        to: '/admin',
        set: [
          line('PHPSESSID', bPhp),
          line('REMEMBERME', `QXBwXEVudGl0eVxVc2Vy${drawn('rm', 100, BASE62)}`, '; Max-Age=604800'),
        ],
      })
      .page('/admin/posts')
      .page('/logout', { to: '/', set: [gone('PHPSESSID'), gone('REMEMBERME')] })
      .page('/admin', { to: '/login' }),
    story: [
      'PHPSESSID: login failed',
      'PHPSESSID: login rotated',
      'PHPSESSID: logout cleared',
      'REMEMBERME: logout cleared',
    ],
  },
  {
    name: 'Flask-Login: the content is the session; signed anew by time, it stays the same',
    visit: visit()
      .page('/login', { set: [flask('wY3NyZl90b2tlbiI6IjEyMzQ1Njc4OTAi', 1)] })
      .form('/login', 'csrf_token email password submit')
      .form('/login', 'csrf_token email password submit', {
        to: '/profile',
        set: [flask('wZnJlc2giOnRydWUsIl91c2VyX2lkIjoiMSIsIl9pZCI6IjEyMzQ1Njc4OTAi', 2)],
      })
      .page('/profile', { set: [flask('wZnJlc2giOnRydWUsIl91c2VyX2lkIjoiMSIsIl9pZCI6IjEyMzQ1Njc4OTAi', 3)] })
      .page('/logout', { to: '/', set: [flask('wY3NyZl90b2tlbiI6IjEyMzQ1Njc4OTAi', 4)] }),
    story: ['session: login failed', 'session: login rotated', 'session: logout cleared'],
  },
];
