import { isSecretRole, type NamedRole } from './roles.ts';
import { namesByRole } from './session-names.ts';

export interface NameMatch {
  readonly role: NamedRole;
  /** The default name or pattern that matched. */
  readonly pattern: string;
  /** The whole name, not a pattern. */
  readonly exact: boolean;
}

export interface NameWord {
  readonly role: NamedRole;
  readonly word: string;
}

interface Wildcard {
  readonly role: NamedRole;
  readonly pattern: string;
  /** The literal runs between the stars, lower case. */
  readonly parts: readonly string[];
  readonly literal: number;
}

const exactNames = new Map<string, NameMatch>();
const wildcards: Wildcard[] = [];
for (const [role, names] of Object.entries(namesByRole) as [NamedRole, readonly string[]][]) {
  for (const pattern of names) {
    const lower = pattern.toLowerCase();
    if (!lower.includes('*')) {
      // Of two roles for one name the first in the table stands: the innocent ones come first.
      if (!exactNames.has(lower)) exactNames.set(lower, { role, pattern, exact: true });
    } else {
      const parts = lower.split('*');
      wildcards.push({ role, pattern, parts, literal: parts.join('').length });
    }
  }
}
// The pattern that says most of the name decides: `wp-settings-*` before `*`.
wildcards.sort((a, b) => b.literal - a.literal);

/** Those that a name may match, by its first character, in the same order: a tenth of all. */
const wildcardsFrom = new Map<string, readonly Wildcard[]>();
function wildcardsFor(name: string): readonly Wildcard[] {
  const first = name.slice(0, 1);
  let found = wildcardsFrom.get(first);
  if (found === undefined) {
    found = wildcards.filter(({ parts }) => parts[0] === '' || parts[0]?.startsWith(first));
    if (wildcardsFrom.size < 200) wildcardsFrom.set(first, found);
  }
  return found;
}

/** A name is asked for several times in each report on each cookie: answers are kept, those of names that sites make up not for ever. */
function kept<T>(answer: (name: string) => T): (name: string) => T {
  const answers = new Map<string, T>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const found = answer(name);
    if (answers.size >= MOST_KEPT) answers.clear();
    if (name.length <= LONGEST_KEPT) answers.set(name, found);
    return found;
  };
}
const MOST_KEPT = 5_000;
const LONGEST_KEPT = 80;

const NAME_PREFIX = /^__(?:Host-Http|Http|Host|Secure)-/i;

/** A name without its cookie prefix (RFC 6265bis section 4.1.3). */
export function withoutPrefix(name: string): string {
  return name.replace(NAME_PREFIX, '');
}

/**
 * The well-known name or pattern that a cookie's name is, if any; the more exact one where several fit. A pattern of a secret
 * role gives way to a word that says otherwise: `my_csrf_token` is no `*Token`.
 */
export const wellKnownName = kept((name: string): NameMatch | null => {
  const lower = withoutPrefix(name).toLowerCase();
  const exact = exactNames.get(lower);
  if (exact !== undefined) return exact;
  const match = wildcardsFor(lower).find((wildcard) => matches(lower, wildcard.parts));
  if (match === undefined) return null;
  if (isSecretRole(match.role)) {
    const word = suggestedRole(name);
    if (word !== null && !isSecretRole(word.role)) return null;
  }
  return { role: match.role, pattern: match.pattern, exact: false };
});

function matches(name: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!name.startsWith(first) || name.length < first.length + last.length) return false;
  let position = first.length;
  const end = name.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, position);
    if (found === -1 || found + part.length > end) return false;
    position = found + part.length;
  }
  return name.endsWith(last);
}

/** Words that say what a cookie is for, where its whole name is unknown. Earlier rows win: the innocent come first. */
const wordRoles: readonly (readonly [NamedRole, readonly string[]])[] = [
  ['csrf', ['csrf', 'xsrf', 'antiforgery', 'requestverificationtoken', 'authenticity', 'csrftoken', 'nonce']],
  ['consent', ['consent', 'gdpr', 'ccpa', 'optout', 'banner']],
  ['load-balancer', ['affinity', 'balancer', 'sticky', 'loadbalancer']],
  [
    'analytics',
    [
      'analytics',
      'tracking',
      'visitor',
      'visit',
      'visits',
      'utm',
      'experiment',
      'variant',
      'abtest',
      'metrics',
    ],
  ],
  ['advertising', ['ads', 'advert', 'campaign', 'affiliate', 'retarget']],
  ['flash', ['flash', 'toast']],
  ['cart', ['cart', 'basket', 'wishlist']],
  [
    'preference',
    [
      'theme',
      'lang',
      'language',
      'locale',
      'timezone',
      'currency',
      'settings',
      'preferences',
      'prefs',
      'layout',
      // When it ends, beside the session itself: `grafana_session_expiry`, `token_expires_at`.
      'expiry',
      'expires',
      'expiration',
      'exp',
      'timeout',
      'ttl',
    ],
  ],
  ['remember-me', ['remember', 'rememberme', 'persistent', 'autologin', 'keeplogin']],
  [
    'auth',
    [
      'auth',
      'token',
      'jwt',
      'identity',
      'authentication',
      'authorization',
      'login',
      'sso',
      'credential',
      'access',
    ],
  ],
  ['session', ['session', 'sessionid', 'sess', 'sessid', 'sid', 'sessiontoken']],
];

/** What the words of a name suggest; null where none does. Words are split at `_ - . :` and at camel case. */
export const suggestedRole = kept((name: string): NameWord | null => {
  const words = new Set(
    withoutPrefix(name)
      .slice(0, 100)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[\s_\-.:]+/),
  );
  // Joined: `csrfToken` is one word in some names and two in others.
  const joined = [...words].join('');
  if (/csrf|xsrf|antiforgery/.test(joined)) return { role: 'csrf', word: 'csrf' };
  for (const [role, known] of wordRoles) {
    const word = known.find((candidate) => words.has(candidate));
    if (word !== undefined) return { role, word };
  }
  return null;
});

/** Whether a name says that the cookie is a session or a login; a remember-me cookie is beside one. */
export function isNamedSession(name: string): boolean {
  const role = (wellKnownName(name) ?? suggestedRole(name))?.role;
  return role === 'session' || role === 'auth';
}
