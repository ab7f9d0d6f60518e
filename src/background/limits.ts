/** How much may be kept, as a person chose it; the same object always, whose numbers change. */
import { native } from '../platform/native.ts';
import { PREFERENCE_PREFIX } from '../platform/preferences.ts';
import { DEFAULT_LIMITS, LIMITS, type Limits, limitsShape } from '../protocol/limits.ts';

export interface ChosenLimits {
  readonly limits: Limits;
  /** They are read: before, a journal could be cut to less than was chosen. */
  readonly ready: Promise<void>;
}

const KEY = PREFERENCE_PREFIX + LIMITS;

/** @param changed other limits hold from now on. */
export function createLimits(changed: () => void): ChosenLimits {
  const limits = { ...DEFAULT_LIMITS };
  const take = (value: unknown) => Object.assign(limits, limitsShape(value) ?? DEFAULT_LIMITS);
  native.storage.local.onChanged.addListener(({ [KEY]: change }) => {
    if (change === undefined) return;
    take(change.newValue);
    changed();
  });
  return {
    limits,
    ready: native.storage.local.get(KEY).then(
      ({ [KEY]: value }) => void take(value),
      () => undefined,
    ),
  };
}
