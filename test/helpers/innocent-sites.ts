/** Sites as they are met, with the cookies that their frameworks and services really set: short recordings. */
import type { ExampleEvent, Exchange } from '../../src/core/rules/example.ts';

export interface InnocentSite {
  readonly name: string;
  readonly events: readonly ExampleEvent[];
  /** `rule cookie severity` of what is truly right to say above info. */
  readonly right: readonly string[];
}

const PAST = 'expires=Thu, 01 Jan 1970 00:00:00 GMT';
const HEX = '31d4d96e407aad42a7c19f02b6c1d4e87a35c0b4';

/** An image, script or frame of another site. */
function other(url: string, page: string, exchange: Partial<Exchange> = {}): ExampleEvent {
  return { type: 'image', initiator: page, ...exchange, url };
}

function script(name: string, value: string, domain = 'shop.example', days = 390): ExampleEvent {
  const expires = 1_767_225_600_000 + days * 86_400_000;
  return { script: { name, value, domain, hostOnly: false, expires, sameSite: 'lax' } };
}

const SHOP = 'https://www.shop.example';
const SHOP_COOKIES = `__Host-session=${HEX}; csrf_token=q7k2l9x4v8b1; currency=EUR; cart_id=9f02b6c1d4e87a35; _ga=GA1.1.1804289383.1767225600; AWSALB=q7k2l9x4v8b1n6m3`;
const AWSALB = [
  'AWSALB=q7k2l9x4v8b1n6m3c5z0a8s7d2f4g6h8; Expires=Thu, 08 Jan 2026 00:00:00 GMT; Path=/',
  'AWSALBCORS=q7k2l9x4v8b1n6m3c5z0a8s7d2f4g6h8; Expires=Thu, 08 Jan 2026 00:00:00 GMT; Path=/; SameSite=None; Secure',
];
const CF_BM = `__cf_bm=${HEX}-1767225600-1.0.1.1; path=/; expires=Thu, 01-Jan-26 00:30:00 GMT; domain=.shop.example; HttpOnly; Secure; SameSite=None`;

const shop: InnocentSite = {
  name: 'a shop with consent, analytics, advertising and two balancers',
  right: [],
  events: [
    {
      url: 'http://shop.example/',
      status: 301,
      setCookie: [CF_BM],
      responseHeaders: { location: `${SHOP}/` },
    },
    {
      url: `${SHOP}/`,
      setCookie: [
        CF_BM,
        ...AWSALB,
        `__Host-session=${HEX}; Path=/; Secure; HttpOnly; SameSite=Lax`,
        'csrf_token=q7k2l9x4v8b1; Path=/; Secure; SameSite=Strict',
        'currency=EUR; Path=/; Max-Age=31536000; Secure; SameSite=Lax',
        'flash=; Path=/; Max-Age=0',
      ],
    },
    script(
      'OptanonConsent',
      'isGpcEnabled=0&datestamp=Thu+Jan+01+2026+01%3A00%3A00+GMT%2B0100&version=202405.1.0&consentId=7f9c24e5-0b1d-4c3a-9e8f-1a2b3c4d5e6f&groups=C0001%3A1%2CC0002%3A1',
    ),
    script('OptanonAlertBoxClosed', '2026-01-01T00:00:04.123Z'),
    script('_ga', 'GA1.1.1804289383.1767225600'),
    script('_ga_4X7KQ2', 'GS1.1.1767225600.1.1.1767225700.60.0.0'),
    script('_gcl_au', '1.1.1184928374.1767225600', 'shop.example', 90),
    script('_fbp', 'fb.1.1767225600123.4111111111111111', 'shop.example', 90),
    script('_hjSessionUser_123456', 'eyJpZCI6IjdmOWMyNGU1LTBiMWQtNGMzYSIsImNyZWF0ZWQiOjE3NjcyMjU2MDB9'),
    { script: { name: 'last-seen', value: '4711,4712,4713', domain: 'www.shop.example' } },
    other('https://ad.clicks.example/p?x=1', SHOP, {
      setCookie: [
        'IDE=AHWqTUk3v8b1n6m3c5z0; expires=Sat, 06 Feb 2027 00:00:00 GMT; path=/; domain=.clicks.example; Secure; HttpOnly; SameSite=None',
        'test_cookie=; domain=.clicks.example; path=/; expires=Fri, 01-Aug-2008 22:45:55 GMT; SameSite=none; Secure',
      ],
    }),
    // A server that sets its session with every picture: browsers leave it out.
    other('https://px.network.example/t.gif', SHOP, {
      setCookie: [
        `JSESSIONID=${HEX}; Path=/; Secure; HttpOnly`,
        'bcookie="v=2&7f9c24e5"; domain=.network.example; Path=/; Secure; SameSite=None; Max-Age=31536000',
      ],
    }),
    other('https://cdn.shop.example/a.css', SHOP, { type: 'stylesheet', setCookie: [] }),
    {
      url: `${SHOP}/cart`,
      method: 'POST',
      status: 303,
      cookie: SHOP_COOKIES,
      setCookie: [
        'cart_id=9f02b6c1d4e87a35; Path=/; Max-Age=1209600; HttpOnly; Secure; SameSite=Lax',
        'flash=added; Path=/; Secure; SameSite=Lax',
        ...AWSALB,
      ],
      responseHeaders: { location: '/cart' },
    },
    {
      url: `${SHOP}/cart`,
      cookie: `${SHOP_COOKIES}; flash=added`,
      setCookie: ['flash=; Path=/; Max-Age=0', ...AWSALB],
    },
    { url: `${SHOP}/api/stock`, type: 'xmlhttprequest', cookie: SHOP_COOKIES, setCookie: AWSALB },
    { url: `${SHOP}/checkout`, cookie: SHOP_COOKIES, setCookie: AWSALB },
  ],
};

const WP = 'https://blog.example';
const WP_HASH = '5d41402abc4b2a76b9719d911017c592';
const WP_VALUE = `ann%7C1767398400%7C${HEX}%7C${HEX}${HEX}`;
const WP_GONE = ['wordpress_', 'wordpress_sec_'].flatMap((name) =>
  ['/wp-admin', '/wp-content/plugins', '/', '/'].map(
    (path) => `${name}${WP_HASH}=%20; expires=Wed, 01 Jan 2025 00:00:00 GMT; Max-Age=0; path=${path}`,
  ),
);

const wordpress: InnocentSite = {
  name: 'a WordPress with a shop: login, work, logout',
  right: [
    'long-lived-session wp_woocommerce_session_5d41402abc4b2a76b9719d911017c592 low',
    ...['wordpress_logged_in_', 'wordpress_sec_', 'wordpress_sec_', 'wp_woocommerce_session_'].flatMap(
      (name) => [`missing-prefix ${name}${WP_HASH} low`, `missing-same-site ${name}${WP_HASH} medium`],
    ),
  ],
  events: [
    {
      url: `${WP}/`,
      setCookie: [
        'woocommerce_items_in_cart=1; path=/; secure',
        'woocommerce_cart_hash=5d41402abc4b2a76b9719d911017c592; path=/; secure',
        `wp_woocommerce_session_${WP_HASH}=t_${HEX.slice(0, 30)}%7C%7C1767398400%7C%7C1767394800%7C%7C${WP_HASH}; expires=Sat, 03 Jan 2026 00:00:00 GMT; Max-Age=172800; path=/; secure; HttpOnly`,
      ],
    },
    {
      url: `${WP}/wp-login.php`,
      setCookie: ['wordpress_test_cookie=WP%20Cookie%20check; path=/; secure; HttpOnly'],
    },
    {
      url: `${WP}/wp-login.php`,
      method: 'POST',
      fields: ['log', 'pwd', 'redirect_to', 'testcookie'],
      status: 302,
      cookie: 'wordpress_test_cookie=WP%20Cookie%20check',
      setCookie: [
        'wordpress_test_cookie=WP%20Cookie%20check; path=/; secure; HttpOnly',
        `wordpress_sec_${WP_HASH}=${WP_VALUE}; path=/wp-content/plugins; secure; HttpOnly`,
        `wordpress_sec_${WP_HASH}=${WP_VALUE}; path=/wp-admin; secure; HttpOnly`,
        `wordpress_logged_in_${WP_HASH}=${WP_VALUE}; path=/; secure; HttpOnly`,
      ],
      responseHeaders: { location: `${WP}/wp-admin/` },
    },
    {
      url: `${WP}/wp-admin/`,
      cookie: `wordpress_sec_${WP_HASH}=${WP_VALUE}; wordpress_test_cookie=WP%20Cookie%20check; wordpress_logged_in_${WP_HASH}=${WP_VALUE}`,
      setCookie: [
        'wp-settings-1=libraryContent%3Dbrowse%26editor%3Dtinymce; expires=Fri, 01 Jan 2027 00:00:00 GMT; Max-Age=31536000; path=/; secure',
        'wp-settings-time-1=1767225600; expires=Fri, 01 Jan 2027 00:00:00 GMT; Max-Age=31536000; path=/; secure',
      ],
    },
    {
      url: `${WP}/wp-login.php?action=logout`,
      status: 302,
      cookie: `wordpress_logged_in_${WP_HASH}=${WP_VALUE}; wp-settings-1=libraryContent%3Dbrowse%26editor%3Dtinymce`,
      setCookie: [
        ...WP_GONE,
        ...['/', '/'].map(
          (path) =>
            `wordpress_logged_in_${WP_HASH}=%20; expires=Wed, 01 Jan 2025 00:00:00 GMT; Max-Age=0; path=${path}`,
        ),
        'wp-settings-0=%20; expires=Wed, 01 Jan 2025 00:00:00 GMT; Max-Age=0; path=/',
        'wp-postpass_5d41402abc=%20; expires=Wed, 01 Jan 2025 00:00:00 GMT; Max-Age=0; path=/',
      ],
      responseHeaders: { location: `${WP}/wp-login.php?loggedout=true` },
    },
    {
      url: `${WP}/wp-login.php?loggedout=true`,
      setCookie: ['wordpress_test_cookie=WP%20Cookie%20check; path=/; secure; HttpOnly'],
    },
  ],
};

const DJANGO = 'https://club.example';

const django: InnocentSite = {
  name: 'a Django with its admin, messages and languages',
  right: ['long-lived-session sessionid medium', 'missing-prefix sessionid low'],
  events: [
    {
      url: `${DJANGO}/accounts/login/`,
      setCookie: [
        'csrftoken=Zx8Q2n4b7C1d5E6f8G9h0J1k2L3m4N5p; expires=Thu, 31 Dec 2026 00:00:00 GMT; Max-Age=31449600; Path=/; SameSite=Lax; Secure',
      ],
    },
    {
      url: `${DJANGO}/accounts/login/`,
      method: 'POST',
      fields: ['csrfmiddlewaretoken', 'username', 'password'],
      status: 302,
      cookie: 'csrftoken=Zx8Q2n4b7C1d5E6f8G9h0J1k2L3m4N5p',
      setCookie: [
        'messages=W1siX19qc29uX21lc3NhZ2UiLDAsMjUsIldlbGNvbWUiXV0:1rXyZa:Zx8Q2n4b7C1d5E6f8G9h0J1k2L3m4N5pQ6r7S8t9U0v; HttpOnly; Path=/; SameSite=Lax; Secure',
        'csrftoken=Q2n4b7C1d5E6f8G9h0J1k2L3m4N5pZx8; expires=Thu, 31 Dec 2026 00:00:00 GMT; Max-Age=31449600; Path=/; SameSite=Lax; Secure',
        'sessionid=q7k2l9x4v8b1n6m3c5z0a8s7d2f4g6h8; expires=Thu, 15 Jan 2026 00:00:00 GMT; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax; Secure',
      ],
      responseHeaders: { location: '/' },
    },
    {
      url: `${DJANGO}/`,
      cookie:
        'messages=W1siX19qc29uX21lc3NhZ2UiLDAsMjUsIldlbGNvbWUiXV0:1rXyZa:Zx8Q2n4b7C1d5E6f8G9h0J1k2L3m4N5pQ6r7S8t9U0v; csrftoken=Q2n4b7C1d5E6f8G9h0J1k2L3m4N5pZx8; sessionid=q7k2l9x4v8b1n6m3c5z0a8s7d2f4g6h8',
      setCookie: [`messages=""; ${PAST}; Max-Age=0; Path=/; SameSite=Lax`],
    },
    {
      url: `${DJANGO}/i18n/setlang/`,
      method: 'POST',
      status: 302,
      cookie: 'sessionid=q7k2l9x4v8b1n6m3c5z0a8s7d2f4g6h8',
      setCookie: ['django_language=de; Path=/; Secure; SameSite=Lax'],
      responseHeaders: { location: '/' },
    },
    { url: `${DJANGO}/`, cookie: 'sessionid=q7k2l9x4v8b1n6m3c5z0a8s7d2f4g6h8; django_language=de' },
    {
      url: `${DJANGO}/accounts/logout/`,
      method: 'POST',
      status: 302,
      cookie: 'sessionid=q7k2l9x4v8b1n6m3c5z0a8s7d2f4g6h8',
      setCookie: [`sessionid=""; ${PAST}; Max-Age=0; Path=/; SameSite=Lax`],
      responseHeaders: { location: '/' },
    },
    { url: `${DJANGO}/`, cookie: 'django_language=de' },
  ],
};

const RAILS = 'https://desk.example';
const sealed = (step: number) =>
  `Zx8Q2n4b7C1d5E6f8G9h0J1k2L3m4N5pQ6r7S8t9U0v${step}%2BaB--bU9tZ${step}Wq1--k2L3m4N5pQ6r7S8t9U0vWx%3D%3D`;
const railsSession = (step: number) =>
  `_desk_session=${sealed(step)}; path=/; secure; HttpOnly; SameSite=Lax`;
const REMEMBER = `eyJfcmFpbHMiOnsibWVzc2FnZSI6Ilcxc3hYU3dpYjJKcVpXTjBJaXdpTVRjMk56SXlOVFl3TUNKZCJ9fQ%3D%3D--${HEX}`;

const rails: InnocentSite = {
  name: 'a Rails with sealed sessions and a remember-me token',
  right: ['missing-prefix _desk_session low', 'missing-prefix remember_user_token low'],
  events: [
    { url: `${RAILS}/users/sign_in`, setCookie: [railsSession(1)] },
    {
      url: `${RAILS}/users/sign_in`,
      method: 'POST',
      fields: ['authenticity_token', 'user[email]', 'user[password]', 'user[remember_me]'],
      status: 303,
      cookie: `_desk_session=${sealed(1)}`,
      setCookie: [
        `remember_user_token=${REMEMBER}; path=/; expires=Thu, 15 Jan 2026 00:00:00 GMT; secure; HttpOnly; SameSite=Lax`,
        railsSession(2),
      ],
      responseHeaders: { location: `${RAILS}/` },
    },
    ...[2, 3, 4].map((step) => ({
      url: `${RAILS}/tickets/${step}`,
      cookie: `remember_user_token=${REMEMBER}; _desk_session=${sealed(step)}`,
      setCookie: [railsSession(step + 1)],
    })),
    {
      url: `${RAILS}/users/sign_out`,
      method: 'POST',
      status: 303,
      cookie: `remember_user_token=${REMEMBER}; _desk_session=${sealed(5)}`,
      setCookie: [
        'remember_user_token=; path=/; max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT; secure; HttpOnly; SameSite=Lax',
        railsSession(6),
      ],
      responseHeaders: { location: `${RAILS}/` },
    },
    { url: `${RAILS}/`, cookie: `_desk_session=${sealed(6)}`, setCookie: [railsSession(7)] },
  ],
};

const NEXT = 'https://app.example';
const NEXT_FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const jwe = (step: number) =>
  `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..Zx8Q2n4b7C1d5E6f.${'k2L3m4N5pQ6r7S8t9U0v'.repeat(12)}${step}.Q2n4b7C1d5E6f8G9h0J1kg`;
const nextSession = (step: number) =>
  `__Secure-next-auth.session-token=${jwe(step)}; Path=/; Expires=Sat, 31 Jan 2026 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax`;

const nextjs: InnocentSite = {
  name: 'a Next.js with next-auth and an identity provider',
  right: ['long-lived-session __Secure-next-auth.session-token medium'],
  events: [
    { url: `${NEXT}/`, setCookie: ['NEXT_LOCALE=en; Path=/; Max-Age=31536000; Secure; SameSite=Lax'] },
    {
      url: `${NEXT}/api/auth/csrf`,
      type: 'xmlhttprequest',
      setCookie: [
        `__Host-next-auth.csrf-token=${HEX}%7C${HEX}; ${NEXT_FLAGS}`,
        `__Secure-next-auth.callback-url=https%3A%2F%2Fapp.example; ${NEXT_FLAGS}`,
      ],
    },
    {
      url: `${NEXT}/api/auth/signin/google`,
      type: 'xmlhttprequest',
      method: 'POST',
      setCookie: [
        `__Secure-next-auth.state=${jwe(1)}; Max-Age=900; ${NEXT_FLAGS}`,
        `__Secure-next-auth.pkce.code_verifier=${jwe(2)}; Max-Age=900; ${NEXT_FLAGS}`,
      ],
    },
    {
      url: 'https://accounts.idp.example/o/oauth2/auth',
      setCookie: [`__Host-GAPS=1:${HEX}; Path=/; Secure; HttpOnly; SameSite=Lax; Priority=HIGH`],
    },
    {
      url: `${NEXT}/api/auth/callback/google?code=4a&state=b1`,
      initiator: 'https://accounts.idp.example',
      status: 302,
      cookie: `__Secure-next-auth.state=${jwe(1)}; __Secure-next-auth.pkce.code_verifier=${jwe(2)}`,
      setCookie: [
        `__Secure-next-auth.state=; Max-Age=0; ${NEXT_FLAGS}`,
        `__Secure-next-auth.pkce.code_verifier=; Max-Age=0; ${NEXT_FLAGS}`,
        nextSession(3),
      ],
      responseHeaders: { location: `${NEXT}/` },
    },
    { url: `${NEXT}/`, cookie: `NEXT_LOCALE=en; __Secure-next-auth.session-token=${jwe(3)}` },
    {
      url: `${NEXT}/api/auth/session`,
      type: 'xmlhttprequest',
      cookie: `__Secure-next-auth.session-token=${jwe(3)}`,
      setCookie: [nextSession(4)],
    },
    {
      url: `${NEXT}/_next/static/a.js`,
      type: 'script',
      cookie: `NEXT_LOCALE=en; __Secure-next-auth.session-token=${jwe(4)}`,
    },
  ],
};

const SEARCH_FLAGS =
  'domain=.search.example; Path=/; expires=Fri, 01 Jan 2027 00:00:00 GMT; Secure; Priority=HIGH';
const WIDE = ['__Secure-1PSID', '__Secure-1PSIDTS', '__Secure-1PSIDCC'];
const THIRD = ['__Secure-3PSID', '__Secure-3PSIDTS', '__Secure-3PSIDCC'];
const psid = (name: string) => `g.a000${HEX}${name.length}`;
const SEARCH_COOKIES = [...WIDE, ...THIRD].map((name) => `${name}=${psid(name)}`).join('; ');

const search: InnocentSite = {
  name: 'a search engine with an account, many hosts and many cookies',
  right: [
    ...[...WIDE, ...THIRD].map((name) => `long-lived-session ${name} high`),
    ...THIRD.map((name) => `third-party-cookie ${name} low`),
  ],
  events: [
    {
      url: 'https://www.search.example/',
      setCookie: [
        'AEC=AVYB7cq3n6m3c5z0a8s7d2f4g6h8; expires=Tue, 30-Jun-2026 00:00:00 GMT; path=/; domain=.search.example; Secure; HttpOnly; SameSite=lax',
        'NID=525=q7k2l9x4v8b1n6m3c5z0a8s7d2; expires=Thu, 02-Jul-2026 00:00:00 GMT; path=/; domain=.search.example; HttpOnly; Secure; SameSite=none',
        'SOCS=CAESHAgBEhJnd3NfMjAyNQ; expires=Sun, 31-Jan-2027 00:00:00 GMT; path=/; domain=.search.example; Secure; SameSite=lax',
      ],
    },
    {
      url: 'https://accounts.search.example/signin',
      setCookie: [`__Host-GAPS=1:${HEX}; Path=/; Secure; HttpOnly; Priority=HIGH; SameSite=Lax`],
    },
    {
      url: 'https://accounts.search.example/CheckCookie',
      status: 302,
      setCookie: [
        ...WIDE.map((name) => `${name}=${psid(name)}; ${SEARCH_FLAGS}; HttpOnly; SameSite=lax`),
        ...THIRD.map((name) => `${name}=${psid(name)}; ${SEARCH_FLAGS}; HttpOnly; SameSite=none`),
        'SEARCH_SAMESITE=CgQI4Z0B; expires=Tue, 30-Jun-2026 00:00:00 GMT; path=/; domain=.search.example; Secure; SameSite=strict',
      ],
      responseHeaders: { location: 'https://www.search.example/' },
    },
    { url: 'https://www.search.example/', cookie: `${SEARCH_COOKIES}; NID=525=q7k2l9x4v8b1n6m3c5z0a8s7d2` },
    {
      url: 'https://mail.search.example/u/0/',
      cookie: SEARCH_COOKIES,
      setCookie: [
        'COMPASS=gmail=CgQI4Z0BEhJnd3M; expires=Sun, 11-Jan-2026 00:00:00 GMT; path=/u; Secure; HttpOnly; SameSite=Lax',
        'OSID_UI=1; path=/u/0; Secure; HttpOnly; SameSite=Lax',
      ],
    },
    { url: 'https://news.example/' },
    other('https://www.search.example/widget', 'https://news.example', {
      type: 'sub_frame',
      cookie: THIRD.map((name) => `${name}=${psid(name)}`).join('; '),
    }),
  ],
};

const ASP = 'https://portal.example';

const aspnet: InnocentSite = {
  name: 'an ASP.NET Core with OpenID Connect that posts back',
  right: ['missing-prefix .AspNetCore.Cookies low'],
  events: [
    {
      url: `${ASP}/`,
      status: 302,
      setCookie: [
        '.AspNetCore.OpenIdConnect.Nonce.CfDJ8Zx8Q2n4b7C1d5=N; expires=Thu, 01 Jan 2026 00:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly',
        '.AspNetCore.Correlation.k2L3m4N5pQ6r7S8t=N; expires=Thu, 01 Jan 2026 00:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly',
      ],
      responseHeaders: { location: 'https://login.idp.example/authorize' },
    },
    { url: 'https://login.idp.example/authorize' },
    {
      url: `${ASP}/signin-oidc`,
      method: 'POST',
      initiator: 'https://login.idp.example',
      status: 302,
      fields: ['code', 'id_token', 'state'],
      cookie:
        '.AspNetCore.OpenIdConnect.Nonce.CfDJ8Zx8Q2n4b7C1d5=N; .AspNetCore.Correlation.k2L3m4N5pQ6r7S8t=N',
      setCookie: [
        `.AspNetCore.Correlation.k2L3m4N5pQ6r7S8t=; ${PAST}; path=/signin-oidc; samesite=none; secure`,
        `.AspNetCore.OpenIdConnect.Nonce.CfDJ8Zx8Q2n4b7C1d5=; ${PAST}; path=/signin-oidc; samesite=none; secure`,
        '.AspNetCore.Cookies=chunks-2; path=/; secure; samesite=lax; httponly',
        `.AspNetCore.CookiesC1=CfDJ8${'Zx8Q2n4b7C1d5E6f8G9h'.repeat(190)}; path=/; secure; samesite=lax; httponly`,
        `.AspNetCore.CookiesC2=${'k2L3m4N5pQ6r7S8t9U0v'.repeat(20)}; path=/; secure; samesite=lax; httponly`,
      ],
      responseHeaders: { location: '/' },
    },
    {
      url: `${ASP}/`,
      cookie: '.AspNetCore.Cookies=chunks-2',
      setCookie: [
        '.AspNetCore.Antiforgery.9TtSrW0hzOs=CfDJ8Zx8Q2n4b7C1d5E6f8G9h; path=/; samesite=strict; httponly; secure',
        'ARRAffinity=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure; Domain=portal.example',
        'ARRAffinitySameSite=31d4d96e407aad42a7c1; Path=/; HttpOnly; SameSite=None; Secure; Domain=portal.example',
      ],
    },
  ],
};

const LARAVEL = 'https://forum.example';
const laravelValue = (step: number) =>
  `eyJpdiI6Ilp4OFEybjRiN0MxZDVFNmY4RzloMEoxayIsInZhbHVlIjoi${'k2L3m4N5pQ6r7S8t9U0v'.repeat(9)}${step}%3D%3D`;
const laravelLines = (step: number) => [
  `XSRF-TOKEN=${laravelValue(step)}; expires=Thu, 01 Jan 2026 02:00:00 GMT; Max-Age=7200; path=/; secure; samesite=lax`,
  `laravel_session=${laravelValue(step + 100)}; expires=Thu, 01 Jan 2026 02:00:00 GMT; Max-Age=7200; path=/; secure; httponly; samesite=lax`,
];

const laravel: InnocentSite = {
  name: 'a Laravel that renews both its cookies with each response, and tidies old ones away',
  right: ['missing-prefix laravel_session low'],
  events: [
    { url: `${LARAVEL}/`, setCookie: laravelLines(1) },
    ...[2, 3, 4].map((step) => ({
      url: `${LARAVEL}/t/${step}`,
      cookie: `XSRF-TOKEN=${laravelValue(step - 1)}; laravel_session=${laravelValue(step + 99)}`,
      setCookie: [
        ...laravelLines(step),
        'laravel_session=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/; domain=.forum.example',
      ],
    })),
  ],
};

const plain: InnocentSite = {
  name: 'a plain static site with a theme and a font from elsewhere',
  right: [],
  events: [
    { url: 'http://museum.example/', status: 301, responseHeaders: { location: 'https://museum.example/' } },
    { url: 'https://museum.example/' },
    { script: { name: 'theme', value: 'dark', domain: 'museum.example' } },
    other('https://fonts.example/css', 'https://museum.example', { type: 'stylesheet' }),
    { url: 'https://museum.example/hours', cookie: 'theme=dark' },
  ],
};

const local: InnocentSite = {
  name: 'somebody’s work in progress on localhost',
  right: [],
  events: [
    {
      url: 'http://localhost:3000/',
      setCookie: [`connect.sid=s%3A${HEX}.Zx8Q2n4b7C1d5E6f8G9h0J1k2L3m4N5p; Path=/; HttpOnly; SameSite=Lax`],
    },
    {
      url: 'http://localhost:3000/login',
      method: 'POST',
      fields: ['user', 'password'],
      status: 302,
      cookie: `connect.sid=s%3A${HEX}.Zx8Q2n4b7C1d5E6f8G9h0J1k2L3m4N5p`,
      setCookie: [
        `connect.sid=s%3A9f${HEX}.Q2n4b7C1d5E6f8G9h0J1k2L3m4N5pZx8; Path=/; HttpOnly; SameSite=Lax`,
      ],
      responseHeaders: { location: '/' },
    },
    { url: 'http://localhost:3000/', cookie: `connect.sid=s%3A9f${HEX}.Q2n4b7C1d5E6f8G9h0J1k2L3m4N5pZx8` },
  ],
};

export const innocentSites: readonly InnocentSite[] = [
  shop,
  wordpress,
  django,
  rails,
  nextjs,
  search,
  aspnet,
  laravel,
  plain,
  local,
];
