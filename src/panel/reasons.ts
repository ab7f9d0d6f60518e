/** Sentences for the engine's reasons and adjustments. The protocol's names stay beside them, to look up. */
import type { Adjustment, SetCookieBlockedReason } from '../core/cookie/types.ts';
import { type MessageKey, t } from '../platform/i18n.ts';

/** Why a Set-Cookie was refused, and what to do about it, in a plain sentence. */
export function reasonText(reason: SetCookieBlockedReason): string {
  // Typed: a reason without a string does not compile.
  const key: MessageKey = `reason_${reason}`;
  return t(key);
}

const ADJUSTMENTS = {
  'same-site-defaulted': 'adjusted_same_site',
  'lifetime-clamped': 'adjusted_lifetime',
  'domain-widened': 'adjusted_domain',
  'path-defaulted': 'adjusted_path',
  'expires-overridden-by-max-age': 'adjusted_expires',
  'attribute-ignored': 'adjusted_ignored',
  'duplicate-attribute': 'adjusted_duplicate',
} as const satisfies Readonly<Record<Adjustment['kind'], MessageKey>>;

/** What the browser made of an attribute, in a plain sentence. */
export function adjustmentText({ kind, attribute }: Adjustment): string {
  return t(ADJUSTMENTS[kind], attribute ?? '');
}
