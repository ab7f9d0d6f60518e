/** How a cookie went, in a word or two; for its history and its bar alike. */
import type { CookieEvent } from '../core/recording/recording.ts';
import type { MessageKey } from '../platform/i18n.ts';

export const GONE_WORDS = {
  explicit: 'gone_explicit',
  overwrite: 'gone_overwrite',
  expired: 'gone_expired',
  evicted: 'gone_evicted',
  expired_overwrite: 'gone_expired_overwrite',
  unknown: 'gone_unknown',
  absent: 'gone_absent',
} as const satisfies Readonly<Record<(CookieEvent & { kind: 'gone' })['cause'], MessageKey>>;
