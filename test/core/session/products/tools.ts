/** Tools that teams run themselves. */
import { BASE32, BASE62, drawn, gone, HarVisit, line, type Product } from './har-visit.ts';

const visit = () => new HarVisit('https://git.corp.example');
const a32 = drawn('one', 32);
const b32 = drawn('two', 32);
const c32 = drawn('three', 32);
const aPhp = drawn('aPhp', 26, BASE32);
const bPhp = drawn('bPhp', 26, BASE32);
const cPhp = drawn('cPhp', 26, BASE32);

const gitlabIn = 'authenticity_token user[login] user[password] user[remember_me]';
const known = line(
  'known_sign_in',
  `${drawn('k', 80, BASE62)}--${drawn('k2', 16, BASE62)}--${drawn('k3', 22, BASE62)}%3D%3D`,
  '; Expires=Mon, 18 May 2026 10:00:00 GMT',
);
const gitlab = () =>
  visit()
    .page('/', { to: '/users/sign_in', set: [line('_gitlab_session', a32)] })
    .script('preferred_language=en; path=/; secure')
    .form('/users/sign_in', gitlabIn, { status: 200 });

const jenkinsId = (value: string) => `JSESSIONID.0f1e2d3c=node0${value}.node0; Path=/; Secure; HttpOnly`;
const jenkinsIn = 'j_username j_password from Submit';
const jenkins = () =>
  visit()
    .page('/', { status: 403, set: [jenkinsId(drawn('j1', 26, BASE32))] })
    .page('/login?from=%2F')
    .form('/j_spring_security_check', jenkinsIn, { to: '/loginError', lands: { status: 401 } });

const grafanaIn = (value: string, until: string) => [
  `grafana_session=${value}; Path=/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax`,
  `grafana_session_expiry=${until}; Path=/; Max-Age=2592000; Secure; SameSite=Lax`,
];

const nextcloud = 'oc7k2l9x4v8b';

export const tools: readonly Product[] = [
  {
    name: 'GitLab: the ID changes; a cookie that knows the device stays',
    visit: gitlab()
      .form('/users/sign_in', gitlabIn, { to: '/', set: [known, line('_gitlab_session', b32)] })
      .page('/-/profile')
      .script('event_filter=all; path=/')
      .form('/users/sign_out', '_method authenticity_token', {
        to: '/users/sign_in',
        set: [line('_gitlab_session', c32)],
      })
      .page('/-/profile', { to: '/users/sign_in' }),
    story: [
      '_gitlab_session: login failed',
      '_gitlab_session: login rotated',
      '_gitlab_session: logout cleared',
    ],
    roles: { known_sign_in: 'preference', event_filter: 'unknown' },
  },
  {
    name: 'GitLab with a second factor on the same page',
    visit: gitlab()
      .form('/users/sign_in', gitlabIn, { status: 200 })
      .form('/users/sign_in', 'authenticity_token user[otp_attempt] user[remember_me]', {
        to: '/',
        set: [known, line('_gitlab_session', b32)],
      })
      .page('/-/profile'),
    story: ['_gitlab_session: login failed', '_gitlab_session: login rotated'],
  },
  {
    name: 'Jenkins: the node’s name behind the ID; a failure leads to a page of its own',
    visit: jenkins()
      .form('/j_spring_security_check', jenkinsIn, { to: '/', set: [jenkinsId(drawn('j2', 26, BASE32))] })
      .page('/computer/')
      .form('/logout', 'Jenkins-Crumb', {
        to: '/',
        set: [
          `JSESSIONID.0f1e2d3c=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Secure; HttpOnly`,
        ],
        lands: { status: 403 },
      }),
    story: [
      'JSESSIONID.0f1e2d3c: login failed',
      'JSESSIONID.0f1e2d3c: login rotated',
      'JSESSIONID.0f1e2d3c: logout cleared',
    ],
  },
  {
    name: 'Jenkins behind a container that keeps the ID',
    visit: jenkins().form('/j_spring_security_check', jenkinsIn, { to: '/' }).page('/computer/'),
    story: ['JSESSIONID.0f1e2d3c: login failed', 'JSESSIONID.0f1e2d3c: login kept'],
    accused: ['session-fixation JSESSIONID.0f1e2d3c'],
  },
  {
    name: 'Grafana: JSON; a cookie with the end’s time beside the token, which is renewed',
    visit: visit()
      .page('/login')
      .fetch('POST /login', { user: 'x', password: 'x' }, { status: 401 })
      .fetch('POST /login', { user: 'x', password: 'x' }, { set: grafanaIn(a32, '1777889390') })
      .page('/')
      .fetch('GET /api/dashboards/home')
      .wait(600_000)
      .fetch('POST /api/user/auth-tokens/rotate', undefined, { set: grafanaIn(b32, '1777889990') })
      .fetch('GET /api/search')
      .page('/logout', { to: '/login', set: [gone('grafana_session'), gone('grafana_session_expiry')] }),
    story: [
      'grafana_session: login failed',
      'grafana_session: login issued',
      'grafana_session: logout cleared',
    ],
    roles: { grafana_session_expiry: 'preference' },
  },
  {
    name: 'Nextcloud: a session named after the instance, a passphrase beside it',
    visit: visit()
      .page('/login', {
        set: [
          line(nextcloud, aPhp),
          line('oc_sessionPassphrase', drawn('pp', 128, BASE62)),
          '__Host-nc_sameSiteCookielax=true; path=/; httponly; secure; expires=Fri, 31-Dec-2100 23:59:59 GMT; SameSite=lax',
          '__Host-nc_sameSiteCookiestrict=true; path=/; httponly; secure; expires=Fri, 31-Dec-2100 23:59:59 GMT; SameSite=strict',
        ],
      })
      .form('/login', 'user password timezone timezone_offset requesttoken', {
        status: 303,
        to: '/apps/dashboard/',
        set: [
          line(nextcloud, bPhp),
          line('nc_username', 'ann'),
          line('nc_token', drawn('nt', 32, BASE62)),
          line('nc_session_id', bPhp),
        ],
      })
      .page('/settings/user')
      .page('/logout?requesttoken=abc', {
        status: 303,
        to: '/login?clear=1',
        set: [gone('nc_username'), gone('nc_token'), gone('nc_session_id'), line(nextcloud, cPhp)],
        headers: { 'Clear-Site-Data': '"cache", "storage"' },
      })
      .page('/settings/user', { status: 303, to: '/login?redirect_url=/settings/user' }),
    story: [
      'nc_session_id: login issued',
      'nc_token: login issued',
      'oc7k2l9x4v8b: login rotated',
      'nc_session_id: logout cleared',
      'nc_token: logout cleared',
      'oc7k2l9x4v8b: logout cleared',
    ],
  },
  {
    name: 'Jira: a form at the dashboard’s address, XSRF token and “remember” beside it',
    visit: visit()
      .page('/secure/Dashboard.jspa', {
        set: [
          `JSESSIONID=${a32.toUpperCase()}; Path=/; Secure; HttpOnly`,
          `atlassian.xsrf.token=BQ4S-1ABC-2DEF-3GHI_${drawn('x', 40)}_lout; Path=/; Secure`,
        ],
      })
      .form('/login.jsp', 'os_username os_password os_cookie os_destination user_role atl_token login')
      .form('/login.jsp', 'os_username os_password os_cookie os_destination user_role atl_token login', {
        to: '/secure/Dashboard.jspa',
        set: [
          `JSESSIONID=${b32.toUpperCase()}; Path=/; Secure; HttpOnly`,
          `atlassian.xsrf.token=BQ4S-1ABC-2DEF-3GHI_${drawn('y', 40)}_lin; Path=/; Secure`,
          `seraph.rememberme.cookie=10101%3A${drawn('sr', 40)}; Path=/; Max-Age=1209600; Secure; HttpOnly`,
        ],
      })
      .page('/secure/ViewProfile.jspa')
      .page('/secure/Logout!default.jspa?atl_token=x', {
        set: [
          'seraph.rememberme.cookie=""; Path=/; Max-Age=0',
          `JSESSIONID=${c32.toUpperCase()}; Path=/; Secure; HttpOnly`,
        ],
      }),
    story: [
      'JSESSIONID: login failed',
      'JSESSIONID: login rotated',
      'JSESSIONID: logout cleared',
      'seraph.rememberme.cookie: logout cleared',
    ],
    roles: { 'atlassian.xsrf.token': 'csrf' },
  },
];
