/** A Set-Cookie's verdict in the few kinds that a list can show at a glance. */
import type { Adjustment, AdjustmentKind } from '../core/cookie/types.ts';
import type { SetCookieEntry } from '../core/recording/recording.ts';

export type VerdictKind = 'stored' | 'changed' | 'rejected' | 'deleted';
export type Certainty = 'predicted' | 'confirmed' | 'contradicted';

/** What every line with a Domain, without a Path, or with both lifetimes goes through: true, and no news. */
const ORDINARY: ReadonlySet<AdjustmentKind> = new Set([
  'path-defaulted',
  'domain-widened',
  'expires-overridden-by-max-age',
]);

/** What the server did not mean: part of its line came to nothing. */
const MISTAKES: ReadonlySet<AdjustmentKind> = new Set([
  'lifetime-clamped',
  'attribute-ignored',
  'duplicate-attribute',
]);

export function isMistake({ kind }: Adjustment): boolean {
  return MISTAKES.has(kind);
}

/** The change that says most about a line that was stored otherwise than sent. */
export function mainChange({ predicted }: SetCookieEntry): Adjustment | null {
  if (!predicted.stored) return null;
  const changes = predicted.adjustments.filter(({ kind }) => !ORDINARY.has(kind));
  return changes.find(isMistake) ?? changes[0] ?? null;
}

export function verdictKind({ predicted }: SetCookieEntry): VerdictKind {
  if (!predicted.stored) return 'rejected';
  if (predicted.expired) return 'deleted';
  return predicted.adjustments.some(({ kind }) => !ORDINARY.has(kind)) ? 'changed' : 'stored';
}

export function certainty({ confirmed }: SetCookieEntry): Certainty {
  return confirmed === null ? 'predicted' : confirmed ? 'confirmed' : 'contradicted';
}

/** The name as the line has it, also of a line that does not parse. */
export function nameOf({ parsed, line }: SetCookieEntry): string {
  if (parsed.ok) return parsed.cookie.name;
  const pair = line.split(';', 1)[0] ?? '';
  const equals = pair.indexOf('=');
  return equals === -1 ? '' : pair.slice(0, equals).trim();
}
