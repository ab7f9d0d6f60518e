import { type CookieLook, type SessionLikelihood, type Signal, sessionLikelihood } from './likelihood.ts';
import { suggestedRole, wellKnownName } from './names.ts';
import { isSecretRole, type Role } from './roles.ts';
import { lookOfValue } from './value-look.ts';

export interface RoleVerdict extends SessionLikelihood {
  readonly role: Role;
}

/** From here on a cookie is called a session. */
const SESSION_FROM = 0.5;

/**
 * What a cookie is for: its well-known name first, then the words of its name, then its looks and what was `observed` of it.
 * A secret role needs the likelihood of a session too: `token=dark` is no login.
 */
export function roleOf(cookie: CookieLook, observed: readonly Signal[] = []): RoleVerdict {
  const verdict = sessionLikelihood(cookie, observed);
  const known = wellKnownName(cookie.name);
  const named = known?.role ?? suggestedRole(cookie.name)?.role;
  const look = lookOfValue(cookie.value);
  // `wikiUserID=12` says whose login it is, and is none itself.
  if (known?.role === 'auth' && !known.exact && look === 'word') return { role: 'unknown', ...verdict };
  if (named !== undefined && !isSecretRole(named)) return { role: named, ...verdict };
  if (verdict.likelihood < SESSION_FROM) return { role: 'unknown', ...verdict };
  if (named === 'remember-me') return { role: named, ...verdict };
  // A JWT is the login itself, under whatever name.
  if (named === 'auth' || look === 'jwt') return { role: 'auth', ...verdict };
  return { role: 'session', ...verdict };
}
