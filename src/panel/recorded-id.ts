import type { CookieRef } from '../core/audit/report.ts';

/** Names a cookie under the pages of a site (registrable domain), for jumps to its IDs' strength. */
export function recordedId(site: string, { name, domain, path, partitionKey }: CookieRef): string {
  return JSON.stringify([site, name, domain, path, partitionKey]);
}
