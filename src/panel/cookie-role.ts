import type { BrowserCookie } from '../core/recording/fact.ts';
import { roleOf } from '../core/session/role.ts';
import type { Role } from '../core/session/roles.ts';
import { type MessageKey, t } from '../platform/i18n.ts';

const roles = new WeakMap<BrowserCookie, Role>();

/** What a cookie is for, by its looks; told only for the cookies that somebody looks at. */
export function cookieRole(cookie: BrowserCookie): Role {
  const held = roles.get(cookie);
  if (held !== undefined) return held;
  // A host-only cookie had no Domain in its line.
  const { role } = roleOf({ ...cookie, domain: cookie.hostOnly ? '' : cookie.domain });
  roles.set(cookie, role);
  return role;
}

const WORDS = {
  session: 'role_session',
  auth: 'role_auth',
  'remember-me': 'role_remember_me',
  csrf: 'role_csrf',
  preference: 'role_preference',
  analytics: 'role_analytics',
  advertising: 'role_advertising',
  consent: 'role_consent',
  cart: 'role_cart',
  flash: 'role_flash',
  'load-balancer': 'role_load_balancer',
  unknown: 'role_unknown',
} as const satisfies Readonly<Record<Role, MessageKey>>;

export function roleWord(role: string): string {
  return t(role in WORDS ? WORDS[role as Role] : 'role_unknown');
}
