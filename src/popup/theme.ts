import { native } from '../platform/native.ts';
import { PREFERENCE_PREFIX } from '../platform/preferences.ts';
import { THEME, themeName } from '../protocol/theme.ts';

const KEY = PREFERENCE_PREFIX + THEME;

/** The person's choice, now and whenever it changes; without one the browser's preference holds. */
export async function followTheme(): Promise<void> {
  const show = (value: unknown) => {
    const name = themeName(value);
    if (name === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
  };
  native.storage.local.onChanged.addListener(({ [KEY]: change }) => {
    if (change) show(change.newValue);
  });
  show((await native.storage.local.get(KEY).catch(() => ({}) as Record<string, unknown>))[KEY]);
}
