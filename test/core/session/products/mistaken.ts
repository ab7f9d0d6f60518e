/** Cookies of other purposes beside a sound login: whoever takes one for the session accuses an innocent site. */
import { BASE62, drawn, gone, HarVisit, line } from './har-visit.ts';

const a32 = drawn('one', 32);
const b32 = drawn('two', 32);
const YEAR = '; Max-Age=31536000';
const uuid = (seed: string) =>
  `${drawn(seed, 8)}-${drawn(`${seed}2`, 4)}-4${drawn(`${seed}3`, 3)}-9${drawn(`${seed}4`, 3)}-${drawn(`${seed}5`, 12)}`;

/** When a bystander is written: with the first page by a server or by script, by the login's answer, or anew with every page. */
export type When = 'first' | 'script' | 'login' | 'always';

export interface Bystander {
  readonly what: string;
  readonly when: When;
  /** A Set-Cookie line; `n`: how often it was written before. */
  readonly line: (n: number) => string;
}

/** A login that issues another `sid`, a logout that deletes it, an account that is closed before and after. */
export function visitWith({ when, line: written }: Bystander, looksAgain = true): HarVisit {
  let n = 0;
  const at = (now: When | 'page') => {
    const isDue = when === now || when === 'always';
    return isDue ? [written(n++)] : [];
  };
  const visit = new HarVisit('https://www.shop.example');
  visit.page('/', { set: [line('sid', a32), ...at('first')] });
  if (when === 'script') visit.script(written(n++));
  visit
    .page('/account', { to: '/login', set: at('page'), lands: { set: at('page') } })
    .form('/login', 'email password _token', {
      to: '/account',
      set: [line('sid', b32), ...at('login')],
      lands: { set: at('page') },
    })
    .page('/account/orders', { set: at('page') })
    .page('/account', { set: at('page') })
    .form('/logout', '_token', { to: '/', set: [gone('sid'), ...at('page')], lands: { set: at('page') } });
  return looksAgain
    ? visit.page('/account', { to: '/login', set: at('page'), lands: { set: at('page') } })
    : visit;
}

const http =
  (name: string, value: (n: number) => string, more = ''): Bystander['line'] =>
  (n) =>
    line(name, value(n), more);
const plain =
  (name: string, value: (n: number) => string, more = ''): Bystander['line'] =>
  (n) =>
    `${name}=${value(n)}; Path=/${more}`;
const hex = (length: number) => (n: number) => drawn(`${length}-${n}`, length);
const fixed = (value: string) => () => value;

/** Names that everybody knows, and names that nobody does. */
export const bystanders: readonly Bystander[] = [
  { what: 'F5 BIG-IP, by HTTP', when: 'first', line: http('TS01a2b3c4', fixed(`01${drawn('ts', 100)}`)) },
  {
    what: 'F5 BIG-IP pool',
    when: 'first',
    line: http('BIGipServer~web~pool', fixed('!q7k2l9x4v8b1n6m3c5z0a8s7d2==')),
  },
  {
    what: 'FortiWeb',
    when: 'first',
    line: http('cookiesession1', fixed(drawn('fw', 32).toUpperCase()), YEAR),
  },
  {
    what: 'Alibaba Cloud WAF',
    when: 'first',
    line: http('acw_tc', fixed(drawn('acw', 52)), '; Max-Age=1800'),
  },
  {
    what: 'Cloudflare bot management',
    when: 'always',
    line: http(
      '__cf_bm',
      (n) => `${drawn(`cf${n}`, 43, BASE62)}-1777888800-1.0.1.1-${drawn(`cg${n}`, 86, BASE62)}`,
    ),
  },
  { what: 'DDoS-Guard', when: 'first', line: http('__ddg1_', fixed(drawn('ddg', 20, BASE62)), YEAR) },
  {
    what: 'Imperva',
    when: 'first',
    line: http('visid_incap_123456', fixed(`${drawn('vi', 64, BASE62)}==`), YEAR),
  },
  {
    what: 'Imperva, the visit',
    when: 'first',
    line: http('incap_ses_7_123456', fixed(`${drawn('is', 60, BASE62)}==`)),
  },
  {
    what: 'AWS application balancer, anew with every answer',
    when: 'always',
    line: plain('AWSALB', (n) => drawn(`alb${n}`, 88, BASE62), '; Max-Age=604800'),
  },
  {
    what: 'Azure front end',
    when: 'first',
    line: http('ApplicationGatewayAffinityCORS', fixed(drawn('agw', 32))),
  },
  { what: 'HAProxy', when: 'first', line: http('SERVERID', fixed('web03|aX9kd|aX9ke')) },
  {
    what: 'Google Analytics',
    when: 'script',
    line: plain('_ga', fixed('GA1.1.1804289383.1777888800'), YEAR),
  },
  {
    what: 'server-side Google tags',
    when: 'first',
    line: http('FPID', fixed(`FPID2.2.${drawn('fpid', 43, BASE62)}%3D.1777888800`), YEAR),
  },
  {
    what: 'Stripe against fraud',
    when: 'script',
    line: plain('__stripe_sid', fixed(`${uuid('st')}a1b2c3`), '; Max-Age=1800; Secure; SameSite=Strict'),
  },
  { what: '6sense', when: 'script', line: plain('_gd_session', fixed(uuid('gd')), '; Max-Age=14400') },
  {
    what: 'Gainsight',
    when: 'script',
    line: plain('apt.sid', fixed('AP-AB12CD34EF56-2-1777888800000-12345678'), '; Max-Age=1800'),
  },
  {
    what: 'Adobe',
    when: 'script',
    line: plain(
      'kndctr_ABCD1234_AdobeOrg_identity',
      fixed(`Ci${drawn('kn', 80, BASE62)}`),
      '; Max-Age=34128000; Secure; SameSite=None',
    ),
  },
  {
    what: 'Splunk',
    when: 'script',
    line: plain('_splunk_rum_sid', fixed(`%7B%22id%22%3A%22${drawn('sp', 32)}%22%7D`)),
  },
  { what: 'Yandex Metrica', when: 'script', line: plain('_ym_uid', fixed('1777888800123456789'), YEAR) },
  {
    what: 'AB Tasty',
    when: 'script',
    line: plain('ABTastySession', fixed('mrasn=&lp=https%3A%2F%2Fwww.shop.example%2F')),
  },
  { what: 'Unleash', when: 'first', line: http('unleash-session-id', fixed('482919384')) },
  {
    what: 'OneTrust',
    when: 'script',
    line: plain(
      'OptanonConsent',
      fixed('isGpcEnabled=0&consentId=7f9c24e5-0b1d-4c3a-9e8f-1a2b3c4d5e6f'),
      YEAR,
    ),
  },
  { what: 'Sourcepoint', when: 'script', line: plain('consentUUID', fixed(`${uuid('sp')}_42`), YEAR) },
  { what: 'a CSRF token that is drawn with every page', when: 'always', line: http('csrf-token', hex(64)) },
  {
    what: 'a CSRF token of ASP.NET',
    when: 'first',
    line: http('.AspNetCore.Antiforgery.abcDEF', fixed(`CfDJ8${drawn('af', 150, BASE62)}`)),
  },
  {
    what: 'a CSRF token under a name of its own, changed at login',
    when: 'login',
    line: plain('ct', hex(32), '; Secure; SameSite=Strict'),
  },
  { what: 'a CSRF secret under a name of its own, by HTTP', when: 'login', line: http('_fp', hex(48)) },
  { what: 'the mark of a known device', when: 'login', line: http('device', hex(64), '; Max-Age=7776000') },
  {
    what: 'the mark of a known device, under a name of its own',
    when: 'login',
    line: http('_kd7', hex(64), '; Max-Age=7776000'),
  },
  { what: 'an A/B test’s number', when: 'first', line: http('ab_group', fixed('b')) },
  { what: 'a cache’s variant, at login', when: 'login', line: http('vary_segment', fixed('member')) },
  { what: 'the user’s number, at login', when: 'login', line: http('uid', fixed('4711')) },
  {
    what: 'the user’s name, at login',
    when: 'login',
    line: plain('user_name', fixed('ann.lee%40mail.example'), YEAR),
  },
  { what: 'a language, at login', when: 'login', line: plain('locale', fixed('de-DE'), YEAR) },
  {
    what: 'the session’s end, anew with every page',
    when: 'always',
    line: plain('session_expires', (n) => String(1_777_890_600 + n * 3)),
  },
  {
    what: 'the session’s end, under a name of its own',
    when: 'always',
    line: plain('_st_end', (n) => String(1_777_890_600_000 + n * 3000)),
  },
  {
    what: 'what was seen last',
    when: 'always',
    line: plain('recently_viewed', (n) => `4711%2C4712%2C${4713 + n}`, YEAR),
  },
  { what: 'a cart', when: 'first', line: http('cart_token', hex(64), '; Max-Age=1209600') },
  { what: 'a guest’s ID', when: 'first', line: http('visitor_uuid', fixed(uuid('v')), YEAR) },
  {
    what: 'an ID of a visitor under a name of its own',
    when: 'first',
    line: http('_vx', fixed(uuid('vx')), YEAR),
  },
];
