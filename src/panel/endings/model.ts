/** Which cookies end during the test, and of which a person should be told now. No DOM. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CookieEntry } from '../../core/recording/recording.ts';
import { isSecretRole } from '../../core/session/roles.ts';
import { type Ending, endingsWithin, isAboutToEnd } from '../../core/timeline/ends.ts';
import { saidIn } from '../../protocol/choices.ts';
import { cookieRole } from '../cookie-role.ts';
import type { Store } from '../store.ts';

export interface Endings {
  /** Within the horizon, soonest first. */
  readonly soon: ReadonlySignal<readonly Ending[]>;
  /** Of sessions and logins, about to happen while recording; each once. A renewal takes it away. */
  readonly alerts: ReadonlySignal<readonly Ending[]>;
  dismiss(ending: Ending): void;
}

const MINUTE_MS = 60_000;

/** Told anew once a second, and not with each of 200 changes in it: nobody reads a countdown faster. */
export function createEndings(store: Store, now: ReadonlySignal<number>): Endings {
  const dismissed = signal<ReadonlySet<string>>(new Set());
  const horizon = computed(() => store.horizon.value * MINUTE_MS);
  const soon = computed(() =>
    endingsWithin(store.recording.value.cookies.values(), now.value, horizon.value),
  );
  const alerts = computed(() => {
    if (store.status.value !== 'live' || store.tab.value?.recording !== true) return [];
    return soon.value.filter(
      (ending) =>
        isAboutToEnd(ending, now.value, horizon.value) &&
        !dismissed.value.has(idOf(ending)) &&
        isLogin(store, ending.entry),
    );
  });
  return {
    soon,
    alerts,
    dismiss(ending) {
      dismissed.value = new Set([...dismissed.peek(), idOf(ending)]);
    },
  };
}

/** A cookie and its end: renewed, it is another. */
export function idOf({ entry, at }: Ending): string {
  return `${entry.key}\n${at}`;
}

/** By what a person said, else by its looks. */
function isLogin({ saidOf }: Store, { site, cookie }: CookieEntry): boolean {
  return saidIn(saidOf.value, site, cookie.name) ?? isSecretRole(cookieRole(cookie));
}
