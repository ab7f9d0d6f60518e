/** Logins that come from elsewhere: identity providers, hosted logins, links in mails, passkeys. */
import { BASE32, BASE62, drawn, gone, HarVisit, line, type Product } from './har-visit.ts';

const visit = () => new HarVisit('https://app.example');
const a32 = drawn('one', 32);
const b32 = drawn('two', 32);
const c32 = drawn('three', 32);
const aPhp = drawn('aPhp', 26, BASE32);
const jwt = (seed: string, claims: Record<string, unknown> = {}) =>
  `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.${Buffer.from(JSON.stringify({ sub: 'ann', n: seed, iat: 1777888800, ...claims })).toString('base64url')}.${drawn(seed, 86, `${BASE62}-_`)}`;
const jwe = (seed: string) =>
  `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..${drawn(seed, 22, BASE62)}.${drawn(`${seed}c`, 300, `${BASE62}-_`)}.${drawn(`${seed}t`, 43, BASE62)}`;

const KEYCLOAK = 'https://sso.app.example/realms/corp';
const kc = (name: string, value: string, more = '') =>
  `${name}=${value}; Version=1; Path=/realms/corp/; Secure; HttpOnly; SameSite=None${more}`;
const kcGone = (name: string) => kc(name, '', '; Max-Age=0');
const kcAuth = `${KEYCLOAK}/protocol/openid-connect/auth?client_id=app&redirect_uri=x&response_type=code&state=s&nonce=n`;
const kcPost = `${KEYCLOAK}/login-actions/authenticate?session_code=x&execution=y&client_id=app&tab_id=z`;
const kcIn = [
  kc('KEYCLOAK_IDENTITY', jwt('kc', { jti: 'a1', sid: 'k1' })),
  `KEYCLOAK_SESSION=corp/${a32}/k1; Version=1; Path=/realms/corp/; Max-Age=36000; Secure; SameSite=None`,
  kcGone('KC_RESTART'),
];

const AUTH0 = 'https://corp.eu.auth0.example';
const auth0 = () =>
  visit()
    .page('/')
    .page('/auth/login', {
      to: `${AUTH0}/authorize?client_id=x&response_type=code&state=s`,
      set: [line('__txn_s', jwe('txn'), '; Max-Age=3600')],
      lands: { to: `${AUTH0}/u/login?state=hKFo` },
    })
    .form(`${AUTH0}/u/login?state=hKFo`, 'state username password action', {
      to: `${AUTH0}/authorize/resume?state=hKFo`,
      lands: {
        to: 'https://app.example/auth/callback?code=abc&state=s',
        lands: { to: '/', set: [line('__session', jwe('s1'), '; Max-Age=259200'), gone('__txn_s')] },
      },
    });

const authjs = '__Secure-authjs.session-token';
const authjsBase = () =>
  visit()
    .page('/')
    .fetch('GET /api/auth/session')
    .fetch('GET /api/auth/csrf', undefined, {
      set: [
        `__Host-authjs.csrf-token=${drawn('csrf', 64)}%7C${drawn('csrf2', 64)}; Path=/; HttpOnly; Secure; SameSite=Lax`,
        `__Secure-authjs.callback-url=https%3A%2F%2Fapp.example; Path=/; HttpOnly; Secure; SameSite=Lax`,
      ],
    });
const authjsToken = (seed: string) => line(authjs, jwe(seed), '; Expires=Wed, 03 Jun 2026 10:00:00 GMT');

const IDP = 'https://idp.uni.example';
const shibState = `_shibstate_1777888800_1a2b=https%3A%2F%2Fapp.example%2Fsecure; path=/; secure; HttpOnly; SameSite=None`;
const shib = (value: string) =>
  `_shibsession_64656661756c74=_${value}; path=/; secure; HttpOnly; SameSite=None`;
const shibboleth = () =>
  visit()
    .page('/')
    .page('/secure', {
      to: `${IDP}/idp/profile/SAML2/Redirect/SSO?SAMLRequest=abc&RelayState=ss`,
      set: [shibState],
    })
    .form(`${IDP}/idp/profile/SAML2/Redirect/SSO?execution=e1s1`, 'j_username j_password _eventId_proceed');

const clerk = () =>
  visit()
    .page('/')
    .fetch('GET https://clerk.app.example/v1/client', undefined, {
      set: [
        `__client=${jwt('c0', { rotating_token: a32 })}; Path=/; Domain=clerk.app.example; Max-Age=315360000; HttpOnly; Secure; SameSite=Lax`,
      ],
    })
    .fetch('GET /api/me', undefined, { status: 401 });

export const providers: readonly Product[] = [
  {
    name: 'Keycloak on a host of the site, and the application’s own session after the return',
    visit: visit()
      .page('/account', {
        to: kcAuth,
        set: [line('SESSION', a32)],
        lands: { set: [kc('AUTH_SESSION_ID', `${b32}.node-1`), kc('KC_RESTART', jwt('restart'))] },
      })
      .form(kcPost, 'username password credentialId')
      .form(kcPost, 'username password credentialId', {
        to: 'https://app.example/login/oauth2/code/keycloak?state=s&session_state=k1&iss=x&code=abc',
        set: kcIn,
        lands: { to: '/account', set: [line('SESSION', c32)] },
      })
      .page('/account/orders')
      .form('/logout', '_csrf', {
        to: `${KEYCLOAK}/protocol/openid-connect/logout?id_token_hint=x&post_logout_redirect_uri=y`,
        set: [gone('SESSION')],
        lands: {
          to: 'https://app.example/',
          set: [
            kcGone('KEYCLOAK_IDENTITY'),
            'KEYCLOAK_SESSION=; Version=1; Path=/realms/corp/; Max-Age=0; Secure; SameSite=None',
            kcGone('AUTH_SESSION_ID'),
          ],
        },
      })
      .page('/account', { to: kcAuth }),
    story: [
      'AUTH_SESSION_ID: login failed',
      'SESSION: login failed',
      'AUTH_SESSION_ID: login kept',
      'KEYCLOAK_IDENTITY: login issued',
      'KEYCLOAK_SESSION: login issued',
      'SESSION: login rotated',
      'AUTH_SESSION_ID: logout cleared',
      'KEYCLOAK_IDENTITY: logout cleared',
      'KEYCLOAK_SESSION: logout cleared',
      'SESSION: logout cleared',
    ],
  },
  {
    name: 'Keycloak of another site: the return alone is seen, and rotates',
    visit: visit()
      .page('/account', {
        to: 'https://sso.other.example/realms/corp/protocol/openid-connect/auth?client_id=a',
        set: [line('SESSION', a32)],
      })
      .form(
        'https://sso.other.example/realms/corp/login-actions/authenticate?session_code=x',
        'username password',
        {
          to: 'https://app.example/login/oauth2/code/corp?state=s&session_state=k1&iss=x&code=abc',
          lands: { to: '/account', set: [line('SESSION', c32)] },
        },
      )
      .page('/account'),
    story: ['SESSION: login rotated'],
  },
  {
    name: 'OpenID Connect whose return keeps the visit’s ID',
    visit: visit()
      .page('/account', {
        to: 'https://sso.other.example/authorize?client_id=a',
        set: [line('SESSION', a32)],
      })
      .page('/signin-oidc?state=s&code=abc', { to: '/account' })
      .page('/account'),
    story: ['SESSION: login kept'],
    accused: ['session-fixation SESSION'],
  },
  {
    name: 'an OAuth return that was denied, then one that works',
    visit: visit()
      .page('/account', {
        to: 'https://sso.other.example/authorize?client_id=a',
        set: [line('SESSION', a32)],
      })
      .page('/auth/callback?error=access_denied&state=s', { to: '/?error=access_denied' })
      .page('/account', { to: 'https://sso.other.example/authorize?client_id=a' })
      .page('/auth/callback?code=abc&state=s', { to: '/account', set: [line('SESSION', b32)] }),
    story: ['SESSION: login rotated'],
  },
  {
    name: 'ASP.NET Core: correlation and nonce come and go; chunks are one session',
    visit: visit()
      .page('/secure', {
        to: 'https://login.other.example/oauth2/v2.0/authorize?client_id=a',
        set: [
          `.AspNetCore.OpenIdConnect.Nonce.CfDJ8${drawn('n', 150, BASE62)}=N; expires=Mon, 04 May 2026 10:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly`,
          `.AspNetCore.Correlation.${drawn('co', 43, BASE62)}=N; expires=Mon, 04 May 2026 10:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly`,
        ],
      })
      .form('/signin-oidc', 'code id_token state session_state', {
        crossSite: true,
        to: '/secure',
        set: [
          '.AspNetCore.Cookies=chunks-2; path=/; secure; samesite=lax; httponly',
          `.AspNetCore.CookiesC1=CfDJ8${drawn('c1', 3900, `${BASE62}-_`)}; path=/; secure; samesite=lax; httponly`,
          `.AspNetCore.CookiesC2=${drawn('c2', 900, `${BASE62}-_`)}; path=/; secure; samesite=lax; httponly`,
        ],
      })
      .page('/secure'),
    story: ['.AspNetCore.Cookies: login issued'],
  },
  {
    name: 'Auth0: a transaction’s cookie on the way, one session after it',
    visit: auth0()
      .page('/dashboard', { set: [line('__session', jwe('s2'), '; Max-Age=259200')] })
      .page('/dashboard/a', { set: [line('__session', jwe('s3'), '; Max-Age=259200')] })
      .page('/auth/logout', {
        to: `${AUTH0}/v2/logout?client_id=x&returnTo=y`,
        set: [gone('__session')],
        lands: { to: 'https://app.example/' },
      }),
    story: ['__session: login issued', '__session: logout cleared'],
    roles: { __txn_s: 'csrf' },
  },
  {
    name: 'Auth0 with a logout route that ends Auth0’s session only',
    visit: auth0().page('/auth/logout', {
      to: `${AUTH0}/v2/logout?client_id=x&returnTo=y`,
      lands: { to: 'https://app.example/' },
    }),
    story: ['__session: login issued', '__session: logout not-cleared'],
    accused: ['session-not-cleared __session'],
  },
  {
    name: 'Firebase: an ID token is traded for a session cookie',
    visit: visit()
      .page('/login', { set: [`csrfToken=${drawn('csrf', 24, BASE62)}; Path=/; Secure; SameSite=Lax`] })
      .fetch('POST https://identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=AIza', {
        email: 'x',
        password: 'x',
        returnSecureToken: true,
      })
      .fetch(
        'POST /sessionLogin',
        { idToken: 'x', csrfToken: 'x' },
        { set: [line('session', jwt('fb'), '; Max-Age=432000')] },
      )
      .page('/profile')
      .form('/sessionLogout', 'csrfToken', { to: '/login', set: [gone('session')] }),
    story: ['session: login issued', 'session: logout cleared'],
    roles: { csrfToken: 'csrf' },
  },
  {
    name: 'Google One Tap: a credential by POST from another site',
    visit: visit()
      .page('/', { set: [line('sid', a32)] })
      .form('/auth/google/one-tap', 'credential g_csrf_token select_by', {
        crossSite: true,
        to: '/home',
        set: [line('sid', b32)],
      })
      .page('/home'),
    // SameSite=Lax stays at home at such a POST: what was there before is known from the page before.
    story: ['sid: login rotated'],
  },
  {
    name: 'Supabase SSR: a token over two cookies, brought by a return with a code only',
    visit: visit()
      .page('/login')
      .form('/login', '$ACTION_ID_40d1 email', { status: 303, to: '/check-email' })
      .page('/auth/callback?code=5f0c4b0e-8d4a-4a52-9f8b-1c2d3e4f5a6b', {
        status: 307,
        to: '/dashboard',
        set: [
          `sb-abcdefghijklmnopqrst-auth-token.0=base64-eyJ${drawn('sb0', 3180, BASE62)}; Path=/; Max-Age=34560000; SameSite=Lax; Secure; HttpOnly`,
          `sb-abcdefghijklmnopqrst-auth-token.1=${drawn('sb1', 400, BASE62)}; Path=/; Max-Age=34560000; SameSite=Lax; Secure; HttpOnly`,
          'sb-abcdefghijklmnopqrst-auth-token-code-verifier=; Path=/; Max-Age=0; SameSite=Lax; Secure',
        ],
      })
      .page('/dashboard')
      .form('/auth/signout', 'x', {
        status: 303,
        to: '/login',
        set: [gone('sb-abcdefghijklmnopqrst-auth-token.0'), gone('sb-abcdefghijklmnopqrst-auth-token.1')],
      }),
    story: [
      'sb-abcdefghijklmnopqrst-auth-token.0: login issued',
      'sb-abcdefghijklmnopqrst-auth-token.0: logout cleared',
    ],
  },
  {
    name: 'Auth.js: a password by script, refused first; the token is sealed anew whenever asked for',
    visit: authjsBase()
      .fetch(
        'POST /api/auth/callback/credentials',
        { username: 'x', password: 'x', csrfToken: 'x' },
        { status: 401 },
      )
      .fetch(
        'POST /api/auth/callback/credentials',
        { username: 'x', password: 'x', csrfToken: 'x' },
        { set: [authjsToken('1')] },
      )
      .fetch('GET /api/auth/session', undefined, { set: [authjsToken('2')] })
      .page('/dashboard')
      .fetch('GET /api/auth/session', undefined, { set: [authjsToken('3')] })
      .fetch('POST /api/auth/signout', { csrfToken: 'x' }, { set: [gone(authjs)] })
      .fetch('GET /api/auth/session'),
    story: [`${authjs}: login failed`, `${authjs}: login issued`, `${authjs}: logout cleared`],
    roles: { '__Host-authjs.csrf-token': 'csrf', '__Secure-authjs.callback-url': 'preference' },
  },
  {
    name: 'Auth.js: back from a provider without a state',
    visit: authjsBase()
      .fetch(
        'POST /api/auth/signin/google',
        { csrfToken: 'x', callbackUrl: '/' },
        {
          set: [line('__Secure-authjs.pkce.code_verifier', jwe('pkce'), '; Max-Age=900')],
        },
      )
      .page('/api/auth/callback/google?code=4%2F0Ab&scope=email+openid&authuser=0&prompt=none', {
        to: '/',
        set: [gone('__Secure-authjs.pkce.code_verifier'), authjsToken('1')],
      })
      .fetch('GET /api/auth/session'),
    story: [`${authjs}: login issued`],
    roles: { '__Secure-authjs.pkce.code_verifier': 'csrf' },
  },
  {
    name: 'Clerk: a client’s cookie on its own host, a token of a minute that script writes',
    visit: clerk()
      .fetch(
        'POST https://clerk.app.example/v1/client/sign_ins?_clerk_js_version=5',
        { identifier: 'x', password: 'x' },
        {
          set: [
            `__client=${jwt('c1', { rotating_token: b32 })}; Path=/; Domain=clerk.app.example; Max-Age=315360000; HttpOnly; Secure; SameSite=Lax`,
            '__client_uat=1777888806; Path=/; Domain=app.example; Max-Age=315360000; Secure; SameSite=Lax',
          ],
        },
      )
      .script(`__session=${jwt('s1', { sid: 'sess_2x' })}; Path=/; Secure; SameSite=Lax`)
      .fetch('GET /api/me')
      .page('/dashboard'),
    story: ['__client: login rotated', '__session: login issued'],
    roles: { __client_uat: 'preference' },
  },
  {
    name: 'Shibboleth: SAML by POST issues the session',
    visit: shibboleth()
      .form('/Shibboleth.sso/SAML2/POST', 'RelayState SAMLResponse', {
        crossSite: true,
        to: '/secure',
        set: [shib(a32)],
      })
      .page('/secure')
      .page('/Shibboleth.sso/Logout', {
        to: '/',
        set: [
          `_shibsession_64656661756c74=; path=/; expires=Mon, 01 Jan 2001 00:00:00 GMT; secure; HttpOnly`,
        ],
      })
      .page('/secure', { to: `${IDP}/idp/profile/SAML2/Redirect/SSO?SAMLRequest=def`, set: [shibState] }),
    story: ['_shibsession_64656661756c74: login issued', '_shibsession_64656661756c74: logout cleared'],
    roles: { _shibstate_1777888800_1a2b: 'csrf' },
  },
  {
    name: 'Shibboleth in front of an application that keeps its own visit’s ID',
    visit: visit()
      .page('/', { set: [line('PHPSESSID', aPhp)] })
      .page('/secure', {
        to: `${IDP}/idp/profile/SAML2/Redirect/SSO?SAMLRequest=abc&RelayState=ss`,
        set: [shibState],
      })
      .form('/Shibboleth.sso/SAML2/POST', 'RelayState SAMLResponse', {
        crossSite: true,
        to: '/secure',
        set: [shib(a32)],
      })
      .page('/secure'),
    story: ['PHPSESSID: login added', '_shibsession_64656661756c74: login issued'],
    accused: ['partial-rotation PHPSESSID'],
  },
  {
    name: 'CAS: a ticket in the address',
    visit: visit()
      .page('/portal', {
        to: 'https://cas.other.example/cas/login?service=x',
        set: [line('JSESSIONID', a32.toUpperCase())],
      })
      .page('/portal?ticket=ST-1-abc-cas', { to: '/portal', set: [line('JSESSIONID', b32.toUpperCase())] }),
    story: ['JSESSIONID: login rotated'],
  },
  {
    name: 'oauth2-proxy: one cookie on the way, one after it, then split',
    visit: visit()
      .page('/', { status: 403 })
      .page('/oauth2/start?rd=%2F', {
        to: 'https://login.other.example/authorize?client_id=a&state=s',
        set: [line('_oauth2_proxy_csrf', drawn('opc', 120, BASE62), '; Max-Age=900')],
      })
      .page('/oauth2/callback?code=abc&state=s%3A%2F', {
        to: '/',
        set: [
          gone('_oauth2_proxy_csrf'),
          line('_oauth2_proxy_0', drawn('op0', 3900, BASE62), '; Max-Age=604800'),
          line('_oauth2_proxy_1', drawn('op1', 600, BASE62), '; Max-Age=604800'),
        ],
      })
      .page('/'),
    story: ['_oauth2_proxy_0: login issued'],
  },
  {
    name: 'a link in a mail',
    visit: visit()
      .page('/login', { set: [line('sid', a32)] })
      .form('/login/email', 'email _csrf', { to: '/login/sent' })
      .page('/login/verify?token=0f1e2d3c4b5a', { to: '/account', set: [line('sid', b32)] })
      .page('/account'),
    story: ['sid: login rotated'],
  },
  {
    name: 'a link in a mail whose token is a piece of the path',
    visit: visit()
      .page('/account', { to: '/login', set: [line('sid', a32)] })
      .form('/magic-link', 'email', { to: '/check-your-mail' })
      .page('/magic-link/eyJfcmFpbHMiOnsibWVzc2FnZSI6IklqRXl', { to: '/account' })
      .page('/account'),
    story: ['sid: login kept'],
    accused: ['session-fixation sid'],
  },
  {
    name: 'a passkey, by JSON',
    visit: visit()
      .page('/login', { set: [line('sid', a32)] })
      .fetch('POST /webauthn/authenticate/options', {}, {})
      .fetch(
        'POST /webauthn/authenticate/verify',
        {
          id: 'x',
          rawId: 'x',
          type: 'public-key',
          response: { authenticatorData: 'x', clientDataJSON: 'x', signature: 'x' },
        },
        { set: [line('sid', b32)] },
      )
      .page('/account'),
    story: ['sid: login rotated'],
  },
  {
    name: 'a passkey that is made by somebody who is logged in is no login',
    visit: visit()
      .page('/login', { set: [line('sid', a32)] })
      .form('/login', 'email password', { to: '/account', set: [line('sid', b32)] })
      .fetch('POST /webauthn/register/options', {}, {})
      .fetch(
        'POST /webauthn/register/verify',
        { id: 'x', response: { attestationObject: 'x', clientDataJSON: 'x' } },
        {},
      )
      .page('/account'),
    story: ['sid: login rotated'],
  },
  {
    name: 'HTTP Basic that opens a session',
    visit: visit()
      .page('/manager/html', { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Manager"' } })
      .page('/manager/html', {
        sends: { Authorization: 'Basic YW5uOmFubg==' },
        set: [line('JSESSIONID', a32.toUpperCase())],
      })
      .page('/manager/status', { sends: { Authorization: 'Basic YW5uOmFubg==' } }),
    story: ['JSESSIONID: login issued'],
  },
  {
    name: 'GraphQL: a mutation, refused within a 200, then accepted',
    visit: visit()
      .page('/', { set: [line('sid', a32)] })
      .fetch('POST /graphql', {
        operationName: 'Viewer',
        query: 'query Viewer { viewer { id } }',
        variables: {},
      })
      .fetch('POST /graphql', {
        operationName: 'Login',
        query:
          'mutation Login($email: String!, $password: String!) { login(email: $email, password: $password) { token } }',
        variables: { email: 'x', password: 'x' },
      })
      .wait(4000)
      .fetch(
        'POST /graphql',
        {
          operationName: 'Login',
          query:
            'mutation Login($email: String!, $password: String!) { login(email: $email, password: $password) { token } }',
          variables: { email: 'x', password: 'x' },
        },
        { set: [line('sid', b32)] },
      )
      .page('/account'),
    story: ['sid: login failed', 'sid: login rotated'],
  },
  {
    name: 'two steps, a second factor and a “trust this device” cookie',
    visit: visit()
      .page('/signin', { set: [line('sid', a32)] })
      .fetch('POST /signin/identifier', { email: 'x' })
      .fetch('POST /signin/challenge/password', { password: 'x' }, { status: 401 })
      .fetch('POST /signin/challenge/password', { password: 'x' })
      .fetch(
        'POST /signin/challenge/totp',
        { code: 'x', trustDevice: true },
        {
          set: [line('sid', b32), line('trusted_device', drawn('td', 43, BASE62), '; Max-Age=2592000')],
        },
      )
      .page('/account')
      .form('/logout', '_csrf', { to: '/signin', set: [gone('sid')] })
      .page('/account', { to: '/signin' }),
    story: ['sid: login failed', 'sid: login rotated', 'sid: logout cleared'],
    roles: { trusted_device: 'preference' },
  },
  {
    name: 'a sign-up that logs in, and keeps the ID',
    visit: visit()
      .page('/', { set: [line('sid', a32)] })
      .page('/account', { to: '/login' })
      .form('/signup', 'email password password_confirmation terms', { to: '/welcome' })
      .page('/account'),
    story: ['sid: login kept'],
    accused: ['session-fixation sid'],
  },
];
