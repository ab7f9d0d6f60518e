/** What a person chose, kept in `storage.local`. Never secrets: no values, names or URLs of anything recorded. */

export interface PreferenceArea {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  /** Changes by any page of the extension, this one too. */
  readonly onChanged?: {
    addListener(listener: (changes: Readonly<Record<string, { newValue?: unknown }>>) => void): void;
  };
}

export interface Preferences {
  /** The stored value if `guard` accepts it, else `fallback`: storage may hold what an older version wrote. */
  read<T>(key: string, guard: (value: unknown) => value is T, fallback: T): T;
  write(key: string, value: unknown): void;
  /** Hears of what other pages write; undefined: it was taken away. */
  onChange(listener: (key: string, value: unknown) => void): void;
}

export const PREFERENCE_PREFIX = 'preference/';
const REST_MS = 200;
/** By then the browser has told of a write, if it tells of it at all. */
const ECHO_MS = 2_000;

/** Reads all preferences once; reading is then synchronous, so that the first drawing is already right. */
export async function loadPreferences(area: PreferenceArea): Promise<Preferences> {
  const held = new Map<string, unknown>();
  try {
    for (const [key, value] of Object.entries(await area.get())) {
      if (key.startsWith(PREFERENCE_PREFIX)) held.set(key.slice(PREFERENCE_PREFIX.length), value);
    }
  } catch {
    // Storage may be refused (a policy, a private window): everything then has its default.
  }
  let pending: Record<string, unknown> = {};
  let resting = false;
  let ownWrites: string[] = [];
  const listeners: ((key: string, value: unknown) => void)[] = [];
  const flush = () => {
    const items = pending;
    pending = {};
    if (Object.keys(items).length === 0) return;
    const echoes = Object.entries(items).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
    ownWrites.push(...echoes);
    const forget = () => {
      ownWrites = ownWrites.filter((each) => !echoes.includes(each));
    };
    area
      .set(items)
      .catch(() => undefined)
      .then(() => setTimeout(forget, ECHO_MS));
  };
  area.onChanged?.addListener((changes) => {
    for (const [stored, { newValue }] of Object.entries(changes)) {
      if (!stored.startsWith(PREFERENCE_PREFIX)) continue;
      const echo = ownWrites.indexOf(`${stored} ${JSON.stringify(newValue)}`);
      // What this page is about to write, or has written, is newer than what it hears of.
      if (echo >= 0) ownWrites.splice(echo, 1);
      if (echo >= 0 || stored in pending) continue;
      const key = stored.slice(PREFERENCE_PREFIX.length);
      if (newValue === undefined) held.delete(key);
      else held.set(key, newValue);
      for (const listener of listeners) listener(key, newValue);
    }
  });
  return {
    read(key, guard, fallback) {
      const value = held.get(key);
      return guard(value) ? value : fallback;
    },
    write(key, value) {
      held.set(key, value);
      pending[PREFERENCE_PREFIX + key] = value;
      if (resting) return;
      // The first change is written at once: the panel may be closed the next moment. A drag, which writes at every
      // move, then rests between its writes.
      flush();
      resting = true;
      setTimeout(() => {
        resting = false;
        flush();
      }, REST_MS);
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

/** Preferences that last as long as the page. */
export function memoryPreferences(initial: Record<string, unknown> = {}): Preferences {
  const held = new Map(Object.entries(initial));
  return {
    read(key, guard, fallback) {
      const value = held.get(key);
      return guard(value) ? value : fallback;
    },
    write(key, value) {
      held.set(key, value);
    },
    // Nobody else has them.
    onChange: () => undefined,
  };
}

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isString = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isString);
export const isNumberRecord = (value: unknown): value is Readonly<Record<string, number>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(isNumber);
