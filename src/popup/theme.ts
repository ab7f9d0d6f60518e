import { native } from '../platform/native.ts';
import { PREFERENCE_PREFIX } from '../platform/preferences.ts';
import { showTheme } from '../platform/show-theme.ts';
import { THEME } from '../protocol/theme.ts';

const KEY = PREFERENCE_PREFIX + THEME;

/** The person's choice, now and whenever it changes; without one the browser's preference holds. */
export async function followTheme(): Promise<void> {
  native.storage.local.onChanged.addListener(({ [KEY]: change }) => {
    if (change) showTheme(change.newValue);
  });
  showTheme((await native.storage.local.get(KEY).catch(() => ({}) as Record<string, unknown>))[KEY]);
}
