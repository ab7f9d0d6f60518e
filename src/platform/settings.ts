import type { Setting } from '../protocol/settings.ts';
import type { Preferences } from './preferences.ts';

/** One setting as it is kept, for a signal that follows it. */
export interface SettingSource<T> {
  read(): T;
  write(value: T): void;
  onChange(listener: (value: T) => void): void;
}

export function settingIn<T>(
  preferences: Preferences,
  { key, shape, fallback }: Setting<T>,
): SettingSource<T> {
  const fits = (value: unknown): value is T => shape(value) !== undefined;
  return {
    read: () => preferences.read(key, fits, fallback),
    write: (value) => preferences.write(key, value),
    onChange(listener) {
      preferences.onChange((changed, value) => {
        if (changed === key) listener(shape(value) ?? fallback);
      });
    },
  };
}
