/** What a cookie is for. */
export type Role =
  /** An opaque or sealed ID that stands for a login or a visit. */
  | 'session'
  /** A token that is the login itself: a JWT, a signed user. */
  | 'auth'
  | 'remember-me'
  | 'csrf'
  | 'preference'
  | 'analytics'
  | 'advertising'
  | 'consent'
  | 'cart'
  /** Set, read once, cleared. */
  | 'flash'
  | 'load-balancer'
  | 'unknown';

export type NamedRole = Exclude<Role, 'unknown'>;

/** Roles whose theft is the theft of a login. */
export type SecretRole = 'session' | 'auth' | 'remember-me';

export function isSecretRole(role: Role): role is SecretRole {
  return role === 'session' || role === 'auth' || role === 'remember-me';
}
