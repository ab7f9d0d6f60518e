import type { Browser } from './types.ts';

export type KnownAttribute =
  | 'domain'
  | 'path'
  | 'expires'
  | 'max-age'
  | 'secure'
  | 'httponly'
  | 'samesite'
  | 'partitioned'
  | 'priority';

const names: ReadonlySet<string> = new Set<KnownAttribute>([
  'domain',
  'path',
  'expires',
  'max-age',
  'secure',
  'httponly',
  'samesite',
  'partitioned',
  'priority',
]);

const isKnown = (name: string): name is KnownAttribute => names.has(name);

/** The attribute that a name means, in whatever case it is written; `Priority` is Chromium's alone. */
export function knownAttribute(name: string, browser: Browser): KnownAttribute | undefined {
  if (name.length < 4 || name.length > 11) return undefined;
  const lower = name.toLowerCase();
  if (!isKnown(lower)) return undefined;
  return lower === 'priority' && browser !== 'chromium' ? undefined : lower;
}
