/** Settings as a file to keep or pass on. A file is untrusted: it is taken whole or not at all. */
import { type Muted, mutedIn, type SaidOf } from '../protocol/choices.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingValues } from '../protocol/settings.ts';

const FORMAT = 'crumbtrail-settings';
const VERSION = 1;
/** Characters; ten times what the lists can hold in earnest. */
const LONGEST = 20_000_000;

export type FileProblem =
  | { readonly kind: 'too-long' | 'not-json' | 'not-settings' | 'newer' }
  /** These are there, but not what such a setting can be. */
  | { readonly kind: 'damaged'; readonly names: readonly SettingName[] };

export type FileRead =
  | {
      readonly ok: true;
      readonly values: Partial<SettingValues>;
      /** Names that are no settings: left out. */
      readonly unknown: number;
    }
  | { readonly ok: false; readonly problem: FileProblem };

export function settingsText(values: SettingValues): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings: values }, null, 2)}\n`;
}

export function readSettings(text: string): FileRead {
  if (text.length > LONGEST) return failed('too-long');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failed('not-json');
  }
  const file = fieldsOf(data);
  const settings = fieldsOf(file?.settings);
  if (file?.format !== FORMAT || typeof file.version !== 'number' || settings === null)
    return failed('not-settings');
  if (file.version > VERSION) return failed('newer');
  const there = SETTING_NAMES.filter((name) => Object.hasOwn(settings, name));
  const read = there.map((name) => [name, SETTINGS[name].shape(settings[name])] as const);
  const damaged = read.flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (damaged.length > 0) return { ok: false, problem: { kind: 'damaged', names: damaged } };
  return {
    ok: true,
    values: Object.fromEntries(read) as Partial<SettingValues>,
    unknown: Object.keys(settings).length - there.length,
  };
}

/** What holds after a file was taken: its settings instead of these, its decisions beside these. Nothing decided is lost. */
export function withFile(present: SettingValues, file: Partial<SettingValues>): SettingValues {
  return {
    ...present,
    ...file,
    muted: bothMuted(present.muted, file.muted ?? {}),
    saidOf: bothSaid(present.saidOf, file.saidOf ?? {}),
  };
}

function bothMuted(present: Muted, file: Muted): Muted {
  const sites = new Set([...Object.keys(present), ...Object.keys(file)]);
  return Object.fromEntries(
    [...sites].map((site) => [site, [...new Set([...mutedIn(present, site), ...mutedIn(file, site)])]]),
  );
}

function bothSaid(present: SaidOf, file: SaidOf): SaidOf {
  const words = (from: SaidOf, site: string) =>
    Object.hasOwn(from, site) ? Object.entries(from[site] ?? {}) : [];
  const sites = new Set([...Object.keys(present), ...Object.keys(file)]);
  return Object.fromEntries(
    [...sites].map((site) => [site, Object.fromEntries([...words(present, site), ...words(file, site)])]),
  );
}

function failed(kind: Exclude<FileProblem['kind'], 'damaged'>): FileRead {
  return { ok: false, problem: { kind } };
}

function fieldsOf(data: unknown): Record<string, unknown> | null {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : null;
}
