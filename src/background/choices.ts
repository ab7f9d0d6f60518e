/** What a person decided about sites, as pages wrote it to `storage.local`. */
import type { AuditOptions } from '../core/audit/audit.ts';
import { native } from '../platform/native.ts';
import { PREFERENCE_PREFIX } from '../platform/preferences.ts';
import {
  isMuted,
  isSaidOf,
  MUTED,
  type Muted,
  mutedIn,
  SAID_OF,
  type SaidOf,
  saidIn,
} from '../protocol/choices.ts';

export interface Choices {
  /** They are read. */
  readonly ready: Promise<void>;
  readonly options: Required<Pick<AuditOptions, 'saidOf' | 'mutedOf'>>;
}

/** @param changed a page wrote others: reports may be others now. */
export function createChoices(changed: () => void): Choices {
  let saidOf: SaidOf = {};
  let muted: Muted = {};
  const saidKey = PREFERENCE_PREFIX + SAID_OF;
  const mutedKey = PREFERENCE_PREFIX + MUTED;
  const take = (items: Readonly<Record<string, unknown>>) => {
    const said = items[saidKey];
    const rules = items[mutedKey];
    if (isSaidOf(said)) saidOf = said;
    if (isMuted(rules)) muted = rules;
  };
  native.storage.local.onChanged.addListener((changes) => {
    if (!(saidKey in changes) && !(mutedKey in changes)) return;
    take(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
    changed();
  });
  return {
    ready: native.storage.local.get([saidKey, mutedKey]).then(take, () => undefined),
    options: {
      saidOf: (site, name) => saidIn(saidOf, site, name),
      mutedOf: (site) => mutedIn(muted, site),
    },
  };
}
