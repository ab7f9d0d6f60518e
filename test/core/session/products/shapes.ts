/** Shapes of traffic that are easily taken for something else: failures for logins, settings for logins, revocations for logouts. */
import { BASE62, drawn, gone, HarVisit, line, type Product } from './har-visit.ts';

const visit = () => new HarVisit('https://www.shop.example');
const a32 = drawn('one', 32);
const b32 = drawn('two', 32);
const c32 = drawn('three', 32);
const sid = (value: string) => [line('sid', value)];
const anonymous = () => visit().page('/', { set: sid(a32) });
const signedIn = () =>
  anonymous()
    .page('/account', { to: '/login' })
    .form('/login', 'email password', { to: '/account', set: sid(b32) });
const ROTATED = 'sid: login rotated';
const sealed = (n: number) => [
  line(
    '_app_session',
    `${drawn(`s${n}`, 180, BASE62)}--${drawn(`i${n}`, 16, BASE62)}--${drawn(`t${n}`, 22, BASE62)}`,
  ),
];

export const shapes: readonly Product[] = [
  // Failures.
  {
    name: 'a wrong password answered by the form again, with a first cookie; then nothing more',
    visit: visit()
      .page('/login.php')
      .form('/login.php', 'user pass', { set: [line('PHPSESSID', drawn('p', 26, BASE62))] })
      .page('/account.php', { to: '/login.php' }),
    story: ['PHPSESSID: login failed'],
  },
  {
    name: 'a wrong password answered by the form again, the session sealed anew as ever',
    visit: visit()
      .page('/', { set: sealed(1) })
      .page('/products', { set: sealed(2) })
      .page('/users/sign_in', { set: sealed(3) })
      .form('/users/sign_in', 'authenticity_token user[email] user[password] commit', { set: sealed(4) })
      .page('/products', { set: sealed(5) }),
    story: ['_app_session: login failed'],
  },
  {
    name: 'a wrong password that leads home, where the account stays closed',
    visit: anonymous()
      .page('/account', { to: '/sessions/new' })
      .form('/sessions', 'email password', { to: '/' })
      .page('/account', { to: '/sessions/new' }),
    story: ['sid: login failed'],
  },
  {
    name: 'a wrong password refused within a 200, and a page of script that is open to all',
    visit: anonymous()
      .page('/account')
      .fetch('POST /api/login', { email: 'x', password: 'x' })
      .wait(20_000)
      .page('/account'),
    story: ['sid: login unobserved'],
  },
  {
    name: 'too many tries',
    visit: anonymous().form('/login', 'email password', { status: 429 }),
    story: ['sid: login failed'],
  },
  {
    name: 'a form that has grown old',
    visit: anonymous()
      .form('/login', 'email password', { status: 419 })
      .form('/login', 'email password', { to: '/account', set: sid(b32) }),
    story: ['sid: login failed', ROTATED],
  },
  // No logins.
  {
    name: 'settings that ask for the password, in a recording that begins in the midst',
    visit: visit()
      .script(`sid=${a32}; Path=/`)
      .page('/settings/email')
      .form('/settings/email', 'email password _csrf', { to: '/settings' })
      .page('/settings'),
    story: [],
  },
  {
    name: 'a user that an administrator makes, in a recording that begins in the midst',
    visit: visit()
      .script(`sid=${a32}; Path=/`)
      .page('/admin/users/new')
      .form('/admin/users', 'username email password role', { status: 303, to: '/admin/users' })
      .page('/admin/users'),
    story: [],
  },
  {
    name: 'an account of another site that is linked by somebody who is logged in',
    visit: signedIn()
      .page('/settings/connections')
      .page('/settings/connections/git/callback?code=abc&state=s', { to: '/settings/connections' })
      .page('/settings'),
    story: [ROTATED],
  },
  {
    name: 'a password set anew by a link, which logs in nobody',
    visit: anonymous()
      .form('/password/email', '_token email', { to: '/password/sent' })
      .page('/password/reset/0f1e2d3c4b5a69788796a5b4c3d2e1f0?email=x')
      .form('/password/reset', '_token token email password password_confirmation', { to: '/login' }),
    story: [],
  },
  {
    name: 'a payment’s return with a token, the session sealed anew as ever',
    visit: visit()
      .page('/', { set: sealed(1) })
      .page('/cart', { set: sealed(2) })
      .form('/checkout', 'card_number cvv pin', { set: sealed(3), to: 'https://pay.other.example/' })
      .page('/checkout/complete?token=EC-123&PayerID=7', { set: sealed(4) })
      .page('/orders/7', { set: sealed(5) }),
    story: [],
  },
  {
    name: 'a code for a discount, a search, a newsletter, a contact',
    visit: anonymous()
      .form('/cart/coupon', 'code', { to: '/cart', set: sid(b32) })
      .form('/search', 'q')
      .form('/newsletter', 'email')
      .form('/contact', 'name email message', { to: '/thanks' }),
    story: [],
  },
  // No logouts.
  {
    name: 'a page of help on how to log out',
    visit: signedIn()
      .page('/help/how-to-log-out')
      .page('/support/articles/log-out-on-all-devices')
      .page('/account'),
    story: [ROTATED],
  },
  {
    name: 'another device’s session that is revoked, an API token that is deleted',
    visit: signedIn()
      .fetch('DELETE /api/sessions/7f9c24e5', undefined, { status: 204 })
      .fetch('DELETE /api/token/12', undefined, { status: 204 })
      .form('/account/logout-other-devices', 'password', { to: '/account' })
      .page('/account'),
    story: [ROTATED],
  },
  {
    name: 'a session that ran out, and the next login',
    visit: signedIn()
      .wait(3_600_000)
      .page('/account', { to: '/login', set: sid(c32) })
      .form('/login', 'email password', { to: '/account', set: sid(drawn('four', 32)) }),
    story: [ROTATED, ROTATED],
  },
  // Logins and logouts all the same.
  {
    name: 'WooCommerce: the form stands on the account’s own page',
    visit: visit()
      .page('/my-account/')
      .form('/my-account/', 'username password woocommerce-login-nonce _wp_http_referer login')
      .form('/my-account/', 'username password woocommerce-login-nonce _wp_http_referer login', {
        to: '/my-account/',
        set: [
          `wordpress_logged_in_${drawn('wc', 32)}=ann%7C1767398400%7C${drawn('wt', 43, BASE62)}%7C${drawn('wh', 64)}; path=/; secure; HttpOnly`,
        ],
      })
      .page('/my-account/orders/'),
    story: [
      `wordpress_logged_in_${drawn('wc', 32)}: login failed`,
      `wordpress_logged_in_${drawn('wc', 32)}: login issued`,
    ],
  },
  {
    name: 'Next.js server actions: no names of fields, but a login’s path',
    visit: anonymous().form('/login', '$ACTION_ID_4 1_email 1_password', {
      status: 303,
      to: '/account',
      set: sid(b32),
    }),
    story: [ROTATED],
  },
  {
    name: 'tRPC: nested in a batch',
    visit: anonymous().fetch(
      'POST /api/trpc/user.signIn?batch=1',
      { 0: { json: { email: 'x', password: 'x' } } },
      { set: sid(b32) },
    ),
    story: [ROTATED],
  },
  {
    name: 'GraphQL in a batch',
    visit: anonymous().fetch(
      'POST /graphql',
      [
        {
          operationName: 'SignIn',
          query: 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { ok } }',
          variables: { input: { username: 'x', password: 'x' } },
        },
      ],
      { set: sid(b32) },
    ),
    story: [ROTATED],
  },
  {
    name: 'a login on a host of its own, for all of the site',
    visit: visit()
      .page('/')
      .page('https://accounts.shop.example/login?next=x')
      .form('https://accounts.shop.example/login', 'email password', {
        to: 'https://www.shop.example/',
        set: [`auth=${a32}${b32}; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=Lax`],
      })
      .page('/orders')
      .page('https://accounts.shop.example/logout', {
        to: 'https://www.shop.example/',
        set: ['auth=; Domain=shop.example; Path=/; Max-Age=0'],
      }),
    story: ['auth: login issued', 'auth: logout cleared'],
  },
  {
    name: 'a staging server’s Basic password, and the application’s own login behind it',
    visit: visit()
      .page('/', { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Staging"' } })
      .page('/', { sends: { Authorization: 'Basic eDp5' }, set: sid(a32) })
      .page('/login', { sends: { Authorization: 'Basic eDp5' } })
      .form('/login', 'email password', {
        sends: { Authorization: 'Basic eDp5' },
        to: '/account',
        set: sid(b32),
      }),
    story: ['sid: login issued', ROTATED],
  },
  {
    name: 'a page of script on a provider’s tokens; the visit’s cookie has no part in it',
    visit: anonymous()
      .page('/callback?code=abc&state=s')
      .fetch('POST https://login.other.example/oauth/token', { grant_type: 'x', code: 'x' })
      .fetch('GET https://api.other.example/me', undefined, { sends: { Authorization: 'Bearer x' } })
      .page('/dashboard'),
    story: ['sid: login unobserved'],
  },
  {
    name: 'script removes a token at logout; requests go without it',
    visit: visit()
      .page('/account', { to: '/login' })
      .fetch(
        'POST /api/login',
        { email: 'x', password: 'x' },
        { set: [`access_token=${drawn('at', 64)}; Path=/; Secure; SameSite=Lax`] },
      )
      .page('/account')
      .fetch('POST /api/logout', {}, { status: 204 })
      .script('access_token=; Path=/; Max-Age=0')
      .page('/'),
    story: ['access_token: login issued', 'access_token: logout cleared'],
  },
  {
    name: 'a logout by a link with `?logout=true`',
    visit: signedIn().page('/?logout=true', { to: '/', set: [gone('sid')] }),
    story: [ROTATED, 'sid: logout cleared'],
  },
  {
    name: 'a logout’s page whose script ends the session at another address',
    visit: signedIn()
      .page('/logout')
      .wait(2000)
      .fetch('POST /api/auth/revoke', {}, { status: 204, set: [gone('sid')] })
      .page('/'),
    story: [ROTATED, 'sid: logout cleared'],
  },
  {
    name: 'Clear-Site-Data at logout',
    visit: signedIn().form('/logout', '_csrf', { to: '/', headers: { 'Clear-Site-Data': '"cookies"' } }),
    story: [ROTATED, 'sid: logout cleared'],
  },
  {
    name: 'the user is asked whether to log out first',
    visit: signedIn()
      .page('/logout')
      .form('/logout', '_csrf', { to: '/', set: [gone('sid')] }),
    story: [ROTATED, 'sid: logout cleared'],
  },
];
