import type { SameSite } from '../../../../core/cookie/types.ts';
import type { MessageKey } from '../../../../platform/i18n.ts';

/** What SameSite can be, with its word. */
export const SAME_SITES = [
  ['unspecified', 'same_site_unset'],
  ['lax', 'same_site_lax'],
  ['strict', 'same_site_strict'],
  ['none', 'same_site_none'],
] as const satisfies readonly (readonly [SameSite, MessageKey])[];
