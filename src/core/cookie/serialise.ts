import type { SetCookie } from './types.ts';

const sameSiteWord = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/**
 * A Set-Cookie line in canonical form: one attribute of a kind, in a fixed order, nothing that is ignored. Parsed again it
 * means the same. A nameless cookie keeps its `=`, since its value may hold one. Source: RFC 6265bis section 4.1.1.
 */
export function formatSetCookie(cookie: Omit<SetCookie, 'attributes'>): string {
  const pieces = [`${cookie.name}=${cookie.value}`];
  // Parsing drops one leading dot: a domain that still has one needs another.
  if (cookie.domain !== undefined)
    pieces.push(`Domain=${cookie.domain.startsWith('.') ? '.' : ''}${cookie.domain}`);
  if (cookie.path !== undefined) pieces.push(`Path=${cookie.path}`);
  if (cookie.expires !== undefined) pieces.push(`Expires=${new Date(cookie.expires).toUTCString()}`);
  if (cookie.maxAge !== undefined) pieces.push(`Max-Age=${cookie.maxAge}`);
  if (cookie.secure) pieces.push('Secure');
  if (cookie.httpOnly) pieces.push('HttpOnly');
  if (cookie.sameSite !== 'unspecified') pieces.push(`SameSite=${sameSiteWord[cookie.sameSite]}`);
  if (cookie.partitioned) pieces.push('Partitioned');
  return pieces.join('; ');
}
