/** What the names of a request's fields say. Names only: a value is never seen here. */
import { BoundedCache } from '../site/bounded-cache.ts';
import {
  CODE_WORDS,
  CONFIRM_WORDS,
  CURRENT_WORDS,
  IDENTITY_WORDS,
  NEW_WORDS,
  NEWSLETTER_WORDS,
  NO_PASSWORD_WORDS,
  OTP_WORDS,
  PASSKEY_NAMES,
  PASSWORD_STEMS,
  PASSWORD_WORDS,
  SERVICE_WORDS,
  SHORT_PASSWORD_WORDS,
  SIGN_UP_FIELD_WORDS,
} from './field-words.ts';
import { LOGIN_WORDS, LOGOUT_WORDS, RESET_WORDS } from './login-words.ts';
import { wordsOf } from './plain-words.ts';

export interface FieldLook {
  /** How many fields hold a password. */
  readonly passwords: number;
  readonly newPassword: boolean;
  readonly currentPassword: boolean;
  readonly confirmation: boolean;
  readonly otp: boolean;
  /** A field named `code`, `pin`: one-time only where the step says so. */
  readonly code: boolean;
  readonly identity: boolean;
  readonly signUp: boolean;
  readonly reset: boolean;
  readonly passkey: boolean;
  /** A button or token of a login form: `login`, `woocommerce-login-nonce`. */
  readonly login: boolean;
  /** Of another system: SMTP, Wi-Fi; or of a payment. */
  readonly service: boolean;
  readonly newsletter: boolean;
  readonly logout: boolean;
  /** Whole names, as an identity provider's answer has them. */
  readonly provider: boolean;
  readonly count: number;
}

const MAX_NAMES = 100;
/** One form is sent again and again, and several questions are asked of each request. */
const cache = new BoundedCache<FieldLook>(300);
const BETWEEN = '\u0000';

export function lookOfFields(names: readonly string[]): FieldLook {
  // Of none there is one too many in the text.
  return names.length === 0 ? look([]) : cache.get(names.join(BETWEEN), (text) => look(text.split(BETWEEN)));
}

function look(names: readonly string[]): FieldLook {
  let passwords = 0;
  const seen = new Set<string>();
  const see = (what: string, is: boolean) => {
    if (is) seen.add(what);
  };
  const whole = new Set<string>();
  for (const name of names.slice(0, MAX_NAMES)) {
    const words = wordsOf(name).map((word) => word.replace(/^(\p{L}{3,})\d{1,2}$/u, '$1'));
    const joined = words.join('');
    // `user.password_confirmation`, `user[password]`: the last piece is the field's own name.
    const own = wordsOf(name.split(/[.[]/).findLast((piece) => piece !== ']') ?? '').join('');
    const pairs = words.map((word, index) => word + (words[index + 1] ?? ''));
    const has = (list: ReadonlySet<string>) =>
      list.has(joined) ||
      list.has(own) ||
      words.some((word) => list.has(word)) ||
      pairs.some((pair) => list.has(pair));
    const otp = has(OTP_WORDS);
    const password = !otp && isPassword(words, pairs, joined);
    whole.add(name.slice(0, 40).toLowerCase());
    if (password) {
      passwords += 1;
      see('new', has(NEW_WORDS));
      see('current', has(CURRENT_WORDS));
    }
    // `__RequestVerificationToken` is ASP.NET's against CSRF.
    see('confirm', has(CONFIRM_WORDS) && !otp && !joined.includes('token'));
    see('otp', otp);
    see('code', CODE_WORDS.has(words.at(-1) ?? '') && !joined.includes('csrf') && !joined.includes('xsrf'));
    see('identity', !password && has(IDENTITY_WORDS));
    see('sign-up', has(SIGN_UP_FIELD_WORDS));
    see('reset', has(RESET_WORDS));
    see('passkey', has(PASSKEY_NAMES));
    see('service', has(SERVICE_WORDS));
    see('newsletter', has(NEWSLETTER_WORDS));
    see('logout', has(LOGOUT_WORDS));
    see('login', has(LOGIN_WORDS));
  }
  return {
    passwords,
    newPassword: seen.has('new'),
    currentPassword: seen.has('current'),
    confirmation: seen.has('confirm'),
    otp: seen.has('otp'),
    code: seen.has('code'),
    identity: seen.has('identity'),
    signUp: seen.has('sign-up'),
    reset: seen.has('reset'),
    passkey: seen.has('passkey'),
    service: seen.has('service'),
    newsletter: seen.has('newsletter'),
    logout: seen.has('logout'),
    login: seen.has('login'),
    provider: isProviderAnswer(whole),
    count: names.length,
  };
}

function isPassword(words: readonly string[], pairs: readonly string[], joined: string): boolean {
  if (words.some((word) => NO_PASSWORD_WORDS.has(word))) return false;
  if (joined.includes('passport') || joined.includes('passwordless')) return false;
  if (PASSWORD_WORDS.has(joined) || words.some((word) => PASSWORD_WORDS.has(word))) return true;
  if (pairs.some((pair) => PASSWORD_WORDS.has(pair))) return true;
  if (SHORT_PASSWORD_WORDS.has(words.at(-1) ?? '')) return words.length <= 2;
  return PASSWORD_STEMS.some((stem) => joined.includes(stem));
}

/**
 * OAuth 2.0 (RFC 6749 section 4.1.2), OpenID Connect form_post and implicit, SAML 2.0 HTTP-POST, WS-Federation; an ID token that
 * script hands over (Firebase), or Google's button does (`credential` beside its CSRF token).
 */
function isProviderAnswer(names: ReadonlySet<string>): boolean {
  if (names.has('samlresponse') || names.has('wresult')) return true;
  if (names.has('id_token') || names.has('idtoken')) return true;
  if (names.has('credential') && names.has('g_csrf_token')) return true;
  if (!names.has('state')) return false;
  return names.has('code') || names.has('access_token');
}
