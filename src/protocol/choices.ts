/** What a person decided about a site, kept in `storage.local`; worker and panel read the same. */

/** By site and cookie name: it is the session, or it is not. */
export type SaidOf = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

/** By site: ids of rules that are muted there. */
export type Muted = Readonly<Record<string, readonly string[]>>;

export const SAID_OF = 'saidOf';
export const MUTED = 'muted';

export function isSaidOf(value: unknown): value is SaidOf {
  return isRecordOf(value, (names) => isRecordOf(names, (said) => typeof said === 'boolean'));
}

export function isMuted(value: unknown): value is Muted {
  return isRecordOf(
    value,
    (rules) => Array.isArray(rules) && rules.every((rule) => typeof rule === 'string'),
  );
}

function isRecordOf(value: unknown, isEntry: (entry: unknown) => boolean): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(isEntry);
}

/** Own entries only: a site may be called `constructor`. */
export function saidIn(saidOf: SaidOf, site: string, name: string): boolean | undefined {
  const names = Object.hasOwn(saidOf, site) ? saidOf[site] : undefined;
  return names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined;
}

export function mutedIn(muted: Muted, site: string): readonly string[] {
  return (Object.hasOwn(muted, site) ? muted[site] : undefined) ?? [];
}
