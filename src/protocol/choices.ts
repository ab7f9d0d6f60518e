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

/**
 * What was said, with one word more or another.
 * @param isSession null: forget it.
 */
export function withWord(saidOf: SaidOf, site: string, name: string, isSession: boolean | null): SaidOf {
  const others = Object.entries(Object.hasOwn(saidOf, site) ? (saidOf[site] ?? {}) : {}).filter(
    ([known]) => known !== name,
  );
  const own = isSession === null ? others : [...others, [name, isSession] as const];
  const sites = Object.entries(saidOf).filter(([known]) => known !== site);
  // From entries: a site or a cookie may be called `__proto__`.
  return Object.fromEntries(own.length === 0 ? sites : [...sites, [site, Object.fromEntries(own)] as const]);
}

export function withMuted(muted: Muted, site: string, rule: string, on: boolean): Muted {
  const others = mutedIn(muted, site).filter((each) => each !== rule);
  const own = on ? [...others, rule] : others;
  const sites = Object.entries(muted).filter(([known]) => known !== site);
  return Object.fromEntries(own.length === 0 ? sites : [...sites, [site, own] as const]);
}
