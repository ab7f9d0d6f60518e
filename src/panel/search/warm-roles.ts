import type { BrowserCookie } from '../../core/recording/fact.ts';
import { cookieRole } from '../cookie-role.ts';

/** Milliseconds at a stretch: less than a frame. */
const STRETCH_MS = 8;

/**
 * Tells the roles of cookies in idle time: a full jar's take a few hundred milliseconds, which the first key of `role:` should not wait
 * for. What is told is kept, so a second round costs nothing.
 */
export function warmRoles(cookies: Iterator<{ readonly cookie: BrowserCookie }>): void {
  if (typeof requestIdleCallback !== 'function') return;
  requestIdleCallback(() => {
    const end = performance.now() + STRETCH_MS;
    for (let next = cookies.next(); !next.done; next = cookies.next()) {
      cookieRole(next.value.cookie);
      if (performance.now() >= end) return warmRoles(cookies);
    }
  });
}
