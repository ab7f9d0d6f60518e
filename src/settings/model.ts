/** The settings as signals that panels share, and what can be done with all of them. No DOM. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Preferences } from '../platform/preferences.ts';
import { settingIn } from '../platform/settings.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingValues } from '../protocol/settings.ts';
import { sharedSignal } from '../ui/shared-signal.ts';
import { type FileProblem, readSettings, settingsText, withFile } from './transfer.ts';

export type SettingSignals = { readonly [Name in SettingName]: Signal<SettingValues[Name]> };

/** What was done with all settings; `before` is what undoes it. */
export type Outcome =
  | { readonly kind: 'imported'; readonly unknown: number; readonly before: SettingValues }
  | { readonly kind: 'reset'; readonly before: SettingValues }
  | { readonly kind: 'undone' }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

export interface SettingsModel {
  readonly values: SettingSignals;
  readonly outcome: ReadonlySignal<Outcome | null>;
  exported(): string;
  importText(text: string): void;
  reset(): void;
  undo(): void;
}

export function createSettingsModel(preferences: Preferences): SettingsModel {
  const values = signalsOf(preferences);
  const outcome = signal<Outcome | null>(null);
  const all = (): SettingValues => valuesOf((name) => values[name].peek());
  const setAll = (next: SettingValues) => {
    for (const name of SETTING_NAMES) values[name].value = next[name] as never;
  };
  const change = (next: SettingValues, done: Outcome) =>
    batch(() => {
      setAll(next);
      outcome.value = done;
    });
  return {
    values,
    outcome,
    exported: () => settingsText(all()),
    importText(text) {
      const read = readSettings(text);
      if (!read.ok) outcome.value = { kind: 'refused', problem: read.problem };
      else {
        const before = all();
        change(withFile(before, read.values), { kind: 'imported', unknown: read.unknown, before });
      }
    },
    reset: () =>
      change(
        valuesOf((name) => SETTINGS[name].fallback),
        { kind: 'reset', before: all() },
      ),
    undo() {
      const last = outcome.peek();
      if (last !== null && 'before' in last) change(last.before, { kind: 'undone' });
    },
  };
}

function signalsOf(preferences: Preferences): SettingSignals {
  const of = <Name extends SettingName>(name: Name) => [
    name,
    sharedSignal<SettingValues[Name]>(settingIn(preferences, SETTINGS[name])),
  ];
  return Object.fromEntries(SETTING_NAMES.map(of)) as SettingSignals;
}

function valuesOf(of: (name: SettingName) => unknown): SettingValues {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, of(name)])) as unknown as SettingValues;
}
