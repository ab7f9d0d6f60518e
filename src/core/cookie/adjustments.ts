import { type KnownAttribute, knownAttribute } from './known-attribute.ts';
import type { Lifetime } from './lifetime.ts';
import type { Adjustment, Attribute, Browser, SetCookie, StoredCookie } from './types.ts';
import { isOversize, writtenValue } from './written-attribute.ts';

const dayOf = (time: number): string => new Date(time).toISOString();

/** What the browser made of a line that it accepted, from what was written to what is stored. */
export function adjustmentsOf(
  parsed: SetCookie,
  stored: StoredCookie,
  life: Lifetime,
  browser: Browser,
): readonly Adjustment[] {
  const adjustments: Adjustment[] = [];
  const written = (name: KnownAttribute): string | undefined =>
    writtenValue(parsed.attributes, name, browser);
  if (parsed.sameSite === 'unspecified' && browser !== 'firefox') {
    adjustments.push(adjustment('same-site-defaulted', 'SameSite', written('samesite'), 'Lax'));
  }
  if (life.clamped && life.expires !== null) {
    const attribute = parsed.maxAge === undefined ? 'Expires' : 'Max-Age';
    const from = written(parsed.maxAge === undefined ? 'expires' : 'max-age');
    adjustments.push(adjustment('lifetime-clamped', attribute, from, dayOf(life.expires)));
  }
  if (!stored.hostOnly) {
    adjustments.push(adjustment('domain-widened', 'Domain', written('domain'), `.${stored.domain}`));
  }
  if (parsed.path !== stored.path) {
    adjustments.push(adjustment('path-defaulted', 'Path', parsed.path, stored.path));
  }
  if (parsed.maxAge !== undefined && written('expires') !== undefined) {
    adjustments.push(
      adjustment('expires-overridden-by-max-age', 'Expires', written('expires'), written('max-age')),
    );
  }
  return parsed.attributes.length === 0 ? adjustments : adjustments.concat(ofAttributes(parsed, browser));
}

/** Attributes that count for nothing, and those that stand more than once. */
function ofAttributes(parsed: SetCookie, browser: Browser): readonly Adjustment[] {
  const adjustments: Adjustment[] = [];
  const seen = new Set<KnownAttribute>();
  const repeated = new Set<KnownAttribute>();
  for (const attribute of parsed.attributes) {
    const known = knownAttribute(attribute.name, browser);
    if (known === undefined || isOversize(attribute) || isMeaningless(known, attribute, parsed)) {
      adjustments.push(adjustment('attribute-ignored', attribute.name, attribute.value, undefined));
    }
    if (known === undefined) continue;
    if (seen.has(known) && !repeated.has(known)) {
      repeated.add(known);
      adjustments.push({ kind: 'duplicate-attribute', attribute: attribute.name });
    }
    seen.add(known);
  }
  return adjustments;
}

const sameSiteWords: ReadonlySet<string> = new Set(['strict', 'lax', 'none']);

/** True for the value of a known attribute that the browser could make nothing of. */
function isMeaningless(known: KnownAttribute, { value }: Attribute, parsed: SetCookie): boolean {
  if (known === 'expires') return parsed.expires === undefined;
  if (known === 'max-age') return parsed.maxAge === undefined;
  return known === 'samesite' && !sameSiteWords.has(value.toLowerCase());
}

function adjustment(
  kind: Adjustment['kind'],
  attribute: string,
  from: string | undefined,
  to: string | undefined,
): Adjustment {
  return {
    kind,
    attribute,
    ...(from === undefined ? undefined : { from }),
    ...(to === undefined ? undefined : { to }),
  };
}
