import { cookieOf, requestedLifetime } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { SubjectCookie } from '../audit/subject.ts';
import { utf8Length } from '../cookie/octets.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { bytes, named } from '../report/words.ts';
import type { Role } from '../session/roles.ts';
import { lookOfValue } from '../session/value-look.ts';
import { flattened, parsedFields, type TextField } from '../value/fields.ts';
import { personalData } from '../value/personal-data.ts';
import { readingsOf } from '../value/readings.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'misplaced-state',
  title: 'Data lies in the wrong place: cookie or session',
  why: 'What is in a cookie is sent with every request, is limited to 4 KB, can be read and changed by whoever has the browser, and is the same in no other browser. What is in a session costs the server a look-up at every request and ends with it. So what the server must trust, or what grows, belongs in the session; a harmless setting that should last belongs in a cookie.',
  fix: 'Cart, form and profile: on the server, under the session’s ID. Setting of a visitor: a small plain cookie. Setting of somebody with an account: both, the account as the truth and the cookie for the first page.',
  severity: { secret: null, rest: 'info' },
  confidence: 'firm',
  cwe: [565],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-6.1',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#session-id-content-or-value',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Cookies',
  ],
  examples: {
    flagged: [
      {
        name: 'a cart of more than 1 KiB',
        events: [
          `cart=${encodeURIComponent(JSON.stringify(Array.from({ length: 20 }, (_, sku) => ({ sku, title: 'Blue shirt', size: 'M', quantity: 1 }))))}; Secure; SameSite=Lax`,
        ],
      },
      {
        name: 'a form that is being filled in',
        events: [
          `booking_draft=${encodeURIComponent('{"step":3,"from":"Kiel","to":"Oslo","seats":["12A","12B"],"meal":"none"}')}; Secure; SameSite=Lax`,
        ],
      },
      {
        name: 'a profile',
        events: [
          `user_profile=${encodeURIComponent('{"id":4711,"username":"annlee","avatar":"/a/4711.png","plan":"gold"}')}; Secure; HttpOnly`,
        ],
      },
      {
        name: 'a mere setting as a long session on the server',
        events: ['theme=31d4d96e407aad42a7c19f02b6c1d4e8; HttpOnly; Secure; SameSite=Lax; Max-Age=31536000'],
      },
    ],
    clean: [
      { name: 'a cart’s ID', events: ['cart_id=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'] },
      {
        name: 'a small cart',
        events: ['cart=%5B%7B%22sku%22%3A17%2C%22quantity%22%3A1%7D%5D; Secure; SameSite=Lax'],
      },
      { name: 'a plain setting for a year', events: ['theme=dark; Secure; SameSite=Lax; Max-Age=31536000'] },
      {
        name: 'HttpOnly does not make a setting a session',
        events: ['locale=en-GB; HttpOnly; Secure; Max-Age=31536000'],
      },
      {
        name: 'a signed session that holds its own data is the framework’s way',
        events: [
          `session=eyJ1c2VyX2lkIjo0NzEyLCJyb2xlIjoidXNlciIsIl9pZCI6ImE5ZjIifQ.aV0xYg.Zx8Q2n4b7C1d5E6f8G9h0J1k2L3; HttpOnly; Secure`,
        ],
      },
      {
        name: 'a choice of consent is a setting',
        events: [
          `cookie_consent=${encodeURIComponent('{"necessary":true,"statistics":false,"marketing":false,"version":3}')}; Secure`,
        ],
      },
      {
        name: 'personal data is another rule’s',
        events: [
          `user_profile=${encodeURIComponent('{"email":"ann@example.com","username":"ann","plan":"gold"}')}; Secure`,
        ],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const line = liveLines(subject, cookie).at(-1);
      const value = (line === undefined ? cookie.entry?.cookie.value : cookieOf(line)?.value) ?? '';
      if (cookie.party === 'third' || cookie.secret || value.length < SHORTEST) continue;
      const isHeavy = cookie.role === 'preference' && isLongSession(cookie, line, value);
      const kind = isHeavy ? null : stateIn(cookie, value);
      if (!isHeavy && kind === null) continue;
      yield {
        message: `${named(cookie.ref.name)} ${kind === null ? 'is a session of its own for a mere setting. A cookie with the setting itself fits: nothing is to be kept from anybody.' : ADVICE[kind]}`,
        cookie,
        ...(isHeavy ? { confidence: 'tentative' } : {}),
        ...(line === undefined ? {} : { url: line.request.url }),
        evidence: [
          line === undefined ? 'The cookie store shows it' : subject.show.answer(line),
          `Value: ${bytes(utf8Length(value))}`,
        ],
      };
    }
  },
});

const SHORTEST = 24;
const LARGE_CART = 1024;
const LONG_MS = 30 * 86_400_000;

const ADVICE = {
  cart: 'keeps a whole cart. A session fits, with its ID in the cookie: a cart grows, and its prices must be the server’s.',
  form: 'keeps a form that is being filled in. A session fits: the data is for the next steps, and ends with them.',
  profile:
    'keeps a user’s profile. A session fits, or the account itself: a copy in a cookie grows old, and can be changed by hand.',
} as const;

const CART = ['cart', 'basket', 'wishlist'];
const FORM = ['wizard', 'draft', 'checkout', 'form', 'survey', 'quiz', 'booking'];
const PROFILE = ['user', 'profile', 'account', 'customer', 'member'];
const PROFILE_KEYS =
  /^(?:user_?)?(?:name|id|first_?name|last_?name|nick_?name|avatar|picture|roles?|plan|company|gender|birth\w*)$|^display_?name$/i;

/** Analytics, consent and the like have a shape of their own, and their makers to ask. */
const ASKED: readonly Role[] = ['unknown', 'cart', 'session', 'auth'];

function stateIn({ role, ref }: SubjectCookie, value: string): keyof typeof ADVICE | null {
  if (!ASKED.includes(role)) return null;
  const words = ref.name
    .slice(0, 100)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const says = (known: readonly string[]) => words.some((word) => known.includes(word));
  if (role === 'cart' || says(CART)) return utf8Length(value) > LARGE_CART ? 'cart' : null;
  const kind = says(FORM) ? 'form' : says(PROFILE) ? 'profile' : null;
  if (kind === null || ['jwt', 'signed', 'opaque'].includes(lookOfValue(value))) return null;
  const fields = fieldsIn(value, ref.name);
  if (fields === null || fields.length < 3) return null;
  return kind === 'form' || fields.filter(({ key }) => PROFILE_KEYS.test(key)).length >= 2 ? kind : null;
}

/** null: it holds none, or such as `sensitive-value` tells of. */
function fieldsIn(value: string, name: string): readonly TextField[] | null {
  const readings = readingsOf(value);
  if (readings.some(({ text }) => personalData(text, name).length > 0)) return null;
  return (
    readings.map(({ text }) => flattened(parsedFields(text))).find((fields) => fields.length > 1) ?? null
  );
}

function isLongSession({ entry }: SubjectCookie, line: SetCookieEntry | undefined, value: string): boolean {
  if (line === undefined || entry === null || !entry.cookie.httpOnly) return false;
  return (requestedLifetime(line) ?? 0) > LONG_MS && ['opaque', 'signed', 'jwt'].includes(lookOfValue(value));
}
