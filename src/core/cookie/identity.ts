import type { StoredCookie } from './types.ts';

export type CookieIdentity = Pick<StoredCookie, 'name' | 'domain' | 'hostOnly' | 'path' | 'partitionKey'>;

/**
 * A string that two cookies share exactly when one would overwrite the other. NUL separates the parts, since no stored
 * cookie can hold one. Source: RFC 6265bis section 5.7, step "if the cookie store contains a cookie with the same
 * name, domain, host-only-flag, and path"; the partition key from the layered-cookies draft.
 */
export function cookieKey({ name, domain, hostOnly, path, partitionKey }: CookieIdentity): string {
  const partition = partitionKey === null ? '' : `^${partitionKey}`;
  return `${partition}\0${hostOnly ? '' : '.'}${domain}\0${path}\0${name}`;
}

export function sameIdentity(a: CookieIdentity, b: CookieIdentity): boolean {
  return (
    a.name === b.name &&
    a.domain === b.domain &&
    a.path === b.path &&
    a.hostOnly === b.hostOnly &&
    a.partitionKey === b.partitionKey
  );
}
