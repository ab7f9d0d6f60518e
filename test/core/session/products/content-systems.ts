/** Content systems and shops, with the requests and cookies of their own login pages. */
import { BASE32, BASE62, drawn, gone, HarVisit, line, type Product } from './har-visit.ts';

const SITE = 'https://www.shop.example';
const visit = () => new HarVisit(SITE);
const a32 = drawn('one', 32);
const b32 = drawn('two', 32);
const c32 = drawn('three', 32);
const aPhp = drawn('aPhp', 26, BASE32);
const bPhp = drawn('bPhp', 26, BASE32);
const cPhp = drawn('cPhp', 26, BASE32);

const HASH = '5d41402abc4b2a76b9719d911017c592';
const wpValue = (token: string) =>
  `ann%7C1767398400%7C${drawn(token, 43, BASE62)}%7C${drawn(`${token}h`, 64)}`;
const wpLogin = 'log pwd wp-submit redirect_to testcookie';
const wpTest = 'wordpress_test_cookie=WP%20Cookie%20check; path=/; secure; HttpOnly';
const wpIn = (token: string) => [
  wpTest,
  `wordpress_sec_${HASH}=${wpValue(token)}; path=/wp-content/plugins; secure; HttpOnly`,
  `wordpress_sec_${HASH}=${wpValue(token)}; path=/wp-admin; secure; HttpOnly`,
  `wordpress_logged_in_${HASH}=${wpValue(token)}; path=/; secure; HttpOnly`,
];
const EXPIRED = 'expires=Wed, 01 Jan 2025 00:00:00 GMT; Max-Age=0';
const wpOut = [
  `wordpress_sec_${HASH}=%20; ${EXPIRED}; path=/wp-admin`,
  `wordpress_sec_${HASH}=%20; ${EXPIRED}; path=/wp-content/plugins`,
  `wordpress_logged_in_${HASH}=%20; ${EXPIRED}; path=/`,
  `wp-settings-0=%20; ${EXPIRED}; path=/`,
];
const wordpress = () =>
  visit()
    .page('/')
    .page('/wp-admin/', { to: '/wp-login.php?redirect_to=%2Fwp-admin%2F&reauth=1', lands: { set: [wpTest] } })
    .form('/wp-login.php', wpLogin)
    .form('/wp-login.php', wpLogin, { to: '/wp-admin/', set: wpIn('t') })
    .page('/wp-admin/edit.php');

const ssess = 'SSESS0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const drupalLine = (value: string) =>
  `${ssess}=${value}; expires=Sat, 23 May 2026 13:33:20 GMT; Max-Age=2000000; path=/; domain=.shop.example; secure; HttpOnly; SameSite=Lax`;
const drupalIn = 'name pass form_build_id form_id op';

const phpbb = (name: string, value: string) =>
  `phpbb3_k2x9q_${name}=${value}; path=/forum; domain=.shop.example; expires=Tue, 04-May-2027 10:00:00 GMT; secure; HttpOnly`;
const phpbbGuest = (sid: string) => [phpbb('u', '1'), phpbb('k', ''), phpbb('sid', sid)];
const phpbbIn = 'username password login redirect creation_time form_token sid';

const php = (value: string) =>
  `PHPSESSID=${value}; expires=Mon, 04 May 2026 11:00:00 GMT; Max-Age=3600; path=/; domain=.shop.example; secure; HttpOnly; SameSite=Lax`;
const formKey = (value: string) =>
  `form_key=${value}; expires=Mon, 04 May 2026 11:00:00 GMT; Max-Age=3600; path=/; domain=.shop.example; secure; SameSite=Lax`;
const vary = `X-Magento-Vary=${drawn('group', 40)}; expires=Mon, 04 May 2026 11:00:00 GMT; path=/; domain=.shop.example; secure; HttpOnly; SameSite=Lax`;
const magento = () =>
  visit()
    .page('/', { set: [php(aPhp), formKey(drawn('fk', 16, BASE62))] })
    .fetch('GET /customer/section/load/?sections=cart%2Ccustomer', undefined, {
      set: [
        `private_content_version=${drawn('pcv', 32)}; path=/; domain=.shop.example; secure; SameSite=Lax`,
      ],
    })
    .script('mage-cache-sessid=true; path=/; secure')
    .script('mage-cache-storage={}; path=/; secure')
    .script('section_data_ids=%7B%22cart%22%3A1777888800%7D; path=/; secure')
    .page('/customer/account/', { to: '/customer/account/login/' })
    .form('/customer/account/loginPost/', 'form_key login[username] login[password] send', {
      to: '/customer/account/login/',
    });
const magentoIn = 'form_key login[username] login[password] send';

const year = 'expires=Tue, 04 May 2027 10:00:00 GMT; SameSite=Lax';
const shopify = () =>
  visit()
    .page('/', {
      set: [
        `_shopify_y=${drawn('y', 8)}-${drawn('y2', 4)}-4${drawn('y3', 3)}-9${drawn('y4', 3)}-${drawn('y5', 12)}; path=/; domain=.shop.example; ${year}`,
        `_shopify_s=${drawn('s', 8)}-${drawn('s2', 4)}-4${drawn('s3', 3)}-9${drawn('s4', 3)}-${drawn('s5', 12)}; path=/; domain=.shop.example; Max-Age=1800; SameSite=Lax`,
        `_shopify_essential=:${drawn('e', 120, BASE62)}:; path=/; ${year}; secure; HttpOnly`,
        `localization=DE; path=/; ${year}`,
        'cart_currency=EUR; path=/; SameSite=Lax',
        `_tracking_consent=3.AMPS_DEHE_f_f_${drawn('tc', 22, BASE62)}; path=/; domain=.shop.example; ${year}`,
      ],
    })
    .form('/cart/add', 'id quantity form_type', {
      to: '/cart',
      set: [
        `cart=Z2NwLWV1cm9wZS${drawn('cart', 24, BASE62)}; path=/; Max-Age=1209600; SameSite=Lax`,
        `cart_sig=${drawn('sig', 32)}; path=/; Max-Age=1209600; SameSite=Lax; HttpOnly`,
      ],
    })
    .page('/account', { to: '/account/login' });
const sig = (value: string) => `secure_customer_sig=${value}; path=/; ${year}; secure; HttpOnly`;
const shopifyIn = 'form_type utf8 customer[email] customer[password] return_url';

const moodle = (value: string) => `MoodleSession=${value}; path=/; secure; HttpOnly; SameSite=None`;
const joomla = drawn('joomla', 32);

export const contentSystems: readonly Product[] = [
  {
    name: 'WordPress: a failure, a login, a logout; the admin area is closed again',
    visit: wordpress()
      .page('/wp-login.php?action=logout&_wpnonce=1a2b3c4d5e', {
        to: '/wp-login.php?loggedout=true&wp_lang=en_US',
        set: wpOut,
        lands: { set: [wpTest] },
      })
      .page('/wp-admin/', { to: '/wp-login.php?redirect_to=%2Fwp-admin%2F&reauth=1' }),
    story: [
      `wordpress_logged_in_${HASH}: login failed`,
      `wordpress_sec_${HASH}: login failed`,
      `wordpress_logged_in_${HASH}: login issued`,
      `wordpress_sec_${HASH}: login issued`,
      `wordpress_logged_in_${HASH}: logout cleared`,
      `wordpress_sec_${HASH}: logout cleared`,
    ],
    roles: { wordpress_test_cookie: 'preference' },
  },
  {
    name: 'WordPress: a theme whose logout link only leads home',
    visit: wordpress().page('/?customer-logout=true', { to: '/' }).page('/wp-admin/'),
    story: [
      `wordpress_logged_in_${HASH}: login failed`,
      `wordpress_sec_${HASH}: login failed`,
      `wordpress_logged_in_${HASH}: login issued`,
      `wordpress_sec_${HASH}: login issued`,
      `wordpress_logged_in_${HASH}: logout not-cleared`,
      `wordpress_sec_${HASH}: logout not-cleared`,
      `wordpress_logged_in_${HASH}: logout alive-after-logout`,
      `wordpress_sec_${HASH}: logout alive-after-logout`,
    ],
    accused: [
      `session-alive-after-logout wordpress_logged_in_${HASH}`,
      `session-alive-after-logout wordpress_sec_${HASH}`,
      `session-not-cleared wordpress_logged_in_${HASH}`,
      `session-not-cleared wordpress_sec_${HASH}`,
    ],
  },
  {
    name: 'Drupal 10: no session before the login, gone after it',
    visit: visit()
      .page('/')
      .page('/user/login')
      .form('/user/login', drupalIn)
      .form('/user/login', drupalIn, {
        status: 303,
        to: '/user/7?check_logged_in=1',
        set: [drupalLine(`${drawn('d', 42, BASE62)}%2C`)],
      })
      .page('/admin/content')
      .page('/user/logout', {
        to: '/',
        set: [
          `${ssess}=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=.shop.example; secure; HttpOnly`,
        ],
      }),
    story: [`${ssess}: login failed`, `${ssess}: login issued`, `${ssess}: logout cleared`],
  },
  {
    name: 'Drupal with a module that opens a session for everybody and keeps its ID',
    visit: visit()
      .page('/', { set: [drupalLine(drawn('d', 43, BASE62))] })
      .page('/user/login')
      .form('/user/login', drupalIn, { status: 303, to: '/user/7?check_logged_in=1' })
      .page('/user/7'),
    story: [`${ssess}: login kept`],
    accused: [`session-fixation ${ssess}`],
  },
  {
    name: 'phpBB: the guest’s session ends at the login, the member’s at the logout',
    visit: visit()
      .page('/forum/index.php', { set: phpbbGuest(a32) })
      .page('/forum/ucp.php?mode=login&redirect=index.php')
      .form('/forum/ucp.php?mode=login', phpbbIn)
      .form('/forum/ucp.php?mode=login', phpbbIn, {
        to: '/forum/index.php',
        set: [phpbb('u', '2'), phpbb('k', ''), phpbb('sid', b32)],
      })
      .page('/forum/ucp.php?i=179')
      .page(`/forum/ucp.php?mode=logout&sid=${b32}`, { to: '/forum/index.php', set: phpbbGuest(c32) }),
    story: [
      'phpbb3_k2x9q_sid: login failed',
      'phpbb3_k2x9q_sid: login rotated',
      'phpbb3_k2x9q_sid: logout cleared',
    ],
  },
  {
    name: 'Magento 2: a visit’s PHPSESSID, form keys and cache marks; another ID at login and logout',
    visit: magento()
      .form('/customer/account/loginPost/', magentoIn, {
        to: '/customer/account/',
        set: [php(bPhp), formKey(drawn('fk2', 16, BASE62)), vary],
      })
      .page('/sales/order/history/')
      .page('/customer/account/logout/', {
        to: '/customer/account/logoutSuccess/',
        set: [
          php(cPhp),
          `X-Magento-Vary=deleted; ${EXPIRED}; path=/; domain=.shop.example; secure; HttpOnly`,
        ],
      })
      .page('/sales/order/history/', { to: '/customer/account/login/' }),
    story: ['PHPSESSID: login failed', 'PHPSESSID: login rotated', 'PHPSESSID: logout cleared'],
    roles: { form_key: 'csrf', 'X-Magento-Vary': 'preference', private_content_version: 'preference' },
  },
  {
    name: 'Magento 2 with a module that keeps the ID at login',
    visit: magento().form('/customer/account/loginPost/', magentoIn, {
      to: '/customer/account/',
      set: [php(aPhp), vary],
    }),
    story: ['PHPSESSID: login failed', 'PHPSESSID: login kept'],
    accused: ['session-fixation PHPSESSID'],
  },
  {
    name: 'Shopify: visitors’ and carts’ cookies stay, the customer’s comes and goes',
    visit: shopify()
      .form('/account/login', shopifyIn, { to: '/account/login' })
      .form('/account/login', shopifyIn, { to: '/account', set: [sig(a32)] })
      .page('/account/addresses')
      .page('/account/logout', {
        to: '/',
        set: [`secure_customer_sig=; path=/; Max-Age=0; secure; HttpOnly`],
      })
      .page('/account', { to: '/account/login' }),
    story: [
      'secure_customer_sig: login failed',
      'secure_customer_sig: login issued',
      'secure_customer_sig: logout cleared',
    ],
    roles: { _shopify_y: 'analytics', _shopify_s: 'analytics', cart: 'cart', cart_sig: 'cart' },
  },
  {
    name: 'Shopify with an app whose logout forgets the customer’s cookie',
    visit: shopify()
      .form('/account/login', shopifyIn, { to: '/account', set: [sig(a32)] })
      .page('/account/addresses')
      .page('/account/logout', { to: '/' })
      .page('/account'),
    story: [
      'secure_customer_sig: login issued',
      'secure_customer_sig: logout not-cleared',
      'secure_customer_sig: logout alive-after-logout',
    ],
    accused: ['session-alive-after-logout secure_customer_sig', 'session-not-cleared secure_customer_sig'],
  },
  {
    name: 'Moodle: another ID at login; a user name that is remembered is no session',
    visit: visit()
      .page('/login/index.php', { set: [moodle(aPhp)] })
      .form('/login/index.php', 'anchor logintoken username password', {
        status: 303,
        to: '/login/index.php',
        set: [moodle(bPhp)],
      })
      .form('/login/index.php', 'anchor logintoken username password rememberusername', {
        status: 303,
        to: '/login/index.php?testsession=4',
        set: [
          moodle(cPhp),
          'MOODLEID1_=%25E9%25B4%25C1%25A5%257Fq; expires=Fri, 03 Jul 2026 10:00:00 GMT; path=/; secure; HttpOnly',
        ],
        lands: { status: 303, to: '/my/' },
      })
      .page('/my/courses.php')
      .page('/login/logout.php?sesskey=Zx8Q2n4b7C', {
        status: 303,
        to: '/',
        set: [moodle(drawn('m', 26, BASE32))],
      }),
    story: ['MoodleSession: login failed', 'MoodleSession: login rotated', 'MoodleSession: logout cleared'],
    roles: { MOODLEID1_: 'preference' },
  },
  {
    name: 'Joomla: a session whose name is a hash',
    visit: visit()
      .page('/', { set: [`${joomla}=${a32}; path=/; secure; HttpOnly`] })
      .form(
        '/index.php?option=com_users&task=user.login',
        'username password option task return 0f1e2d3c4b5a69788796a5b4c3d2e1f0',
        {
          status: 303,
          to: '/index.php/profile',
          set: [`${joomla}=${b32}; path=/; secure; HttpOnly`, 'joomla_user_state=logged_in; path=/; secure'],
        },
      )
      .page('/index.php/profile')
      .form('/index.php?option=com_users&task=user.logout', 'option task return', {
        status: 303,
        to: '/',
        set: [`${joomla}=${c32}; path=/; secure; HttpOnly`, `joomla_user_state=deleted; ${EXPIRED}; path=/`],
      }),
    story: [`${joomla}: login rotated`, `${joomla}: logout cleared`],
    roles: { joomla_user_state: 'preference' },
  },
  {
    name: 'MediaWiki: another session at login, a token beside it; the user’s name stays',
    visit: visit()
      .page('/index.php?title=Special:UserLogin', { set: [line('wiki_session', a32)] })
      .form(
        '/index.php?title=Special:UserLogin&returnto=Main+Page',
        'wpName wpPassword wploginattempt wpEditToken authAction wpLoginToken',
        {
          to: '/index.php/Main_Page',
          set: [
            line('wiki_session', b32),
            line('wikiUserID', '12', '; Max-Age=15552000'),
            line('wikiUserName', 'Ann', '; Max-Age=15552000'),
            line('wikiToken', c32, '; Max-Age=15552000'),
          ],
        },
      )
      .page('/index.php/Special:Preferences')
      .form('/api.php', 'action token format', {
        set: [gone('wiki_session'), gone('wikiUserID'), gone('wikiToken')],
      }),
    story: [
      'wikiToken: login issued',
      'wiki_session: login rotated',
      'wikiToken: logout cleared',
      'wiki_session: logout cleared',
    ],
    roles: { wikiUserName: 'preference', wikiUserID: 'unknown' },
  },
];
