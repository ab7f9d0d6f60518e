import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  isBoolean,
  isNumber,
  isNumberRecord,
  isStrings,
  loadPreferences,
  memoryPreferences,
} from '../../src/platform/preferences.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const areaOf = (items: Record<string, unknown>) => ({
  get: async () => items,
  set: vi.fn(async (_: Record<string, unknown>) => undefined),
});

describe('loadPreferences', () => {
  it('gives what is stored where it fits, else the fallback', async () => {
    const preferences = await loadPreferences(
      areaOf({ 'preference/showValues': true, 'preference/broken': 'yes', other: true }),
    );
    expect(preferences.read('showValues', isBoolean, false)).toBe(true);
    expect(preferences.read('broken', isBoolean, false)).toBe(false);
    expect(preferences.read('other', isBoolean, false)).toBe(false);
  });

  it('writes the first change at once, and those of the moment after it together, the last of each', async () => {
    const area = areaOf({});
    const preferences = await loadPreferences(area);
    preferences.write('split', 0.3);
    expect(area.set.mock.calls).toEqual([[{ 'preference/split': 0.3 }]]);
    preferences.write('split', 0.35);
    preferences.write('split', 0.4);
    preferences.write('tab', 'traffic');
    expect(preferences.read('split', (value) => typeof value === 'number', 0)).toBe(0.4);
    vi.advanceTimersByTime(1_000);
    expect(area.set).toHaveBeenCalledTimes(2);
    expect(area.set).toHaveBeenLastCalledWith({ 'preference/split': 0.4, 'preference/tab': 'traffic' });
  });

  it('goes on with defaults where storage is refused', async () => {
    const refused = () => Promise.reject(new Error('denied'));
    const preferences = await loadPreferences({ get: refused, set: refused });
    preferences.write('showValues', true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(preferences.read('showValues', isBoolean, false)).toBe(true);
  });
});

describe('what another page writes', () => {
  type Listener = (changes: Readonly<Record<string, { newValue?: unknown }>>) => void;
  async function listening() {
    const listeners: Listener[] = [];
    const area = {
      ...areaOf({ 'preference/horizon': 30 }),
      onChanged: { addListener: (listener: Listener) => void listeners.push(listener) },
    };
    const preferences = await loadPreferences(area);
    const heard: unknown[] = [];
    preferences.onChange((key, value) => heard.push([key, value]));
    const changed: Listener = (changes) => {
      for (const listener of listeners) listener(changes);
    };
    return { preferences, heard, changed };
  }

  it('is heard, and read from then on', async () => {
    const { preferences, heard, changed } = await listening();
    changed({ 'preference/horizon': { newValue: 60 }, unrelated: { newValue: 1 } });
    expect(heard).toEqual([['horizon', 60]]);
    expect(preferences.read('horizon', isNumber, 0)).toBe(60);
    changed({ 'preference/horizon': {} });
    expect(heard[1]).toEqual(['horizon', undefined]);
    expect(preferences.read('horizon', isNumber, 15)).toBe(15);
  });

  it('is told from what this page wrote itself', async () => {
    const { preferences, heard, changed } = await listening();
    preferences.write('horizon', 15);
    changed({ 'preference/horizon': { newValue: 15 } });
    expect(heard).toEqual([]);
    changed({ 'preference/horizon': { newValue: 60 } });
    changed({ 'preference/horizon': { newValue: 15 } });
    expect(heard).toEqual([
      ['horizon', 60],
      ['horizon', 15],
    ]);
  });

  it('gives way to what this page is about to write', async () => {
    const { preferences, heard, changed } = await listening();
    preferences.write('horizon', 15);
    preferences.write('horizon', 45);
    changed({ 'preference/horizon': { newValue: 15 } });
    changed({ 'preference/horizon': { newValue: 20 } });
    expect(heard).toEqual([]);
    expect(preferences.read('horizon', isNumber, 0)).toBe(45);
  });

  it('is heard again where the browser told nothing of an own write, for nothing had changed', async () => {
    const { preferences, heard, changed } = await listening();
    preferences.write('horizon', 30);
    await vi.advanceTimersByTimeAsync(5_000);
    changed({ 'preference/horizon': { newValue: 30 } });
    expect(heard).toEqual([['horizon', 30]]);
  });
});

describe('guards', () => {
  it.each([
    [isStrings, ['a'], true],
    [isStrings, ['a', 1], false],
    [isStrings, 'a', false],
    [isNumberRecord, { a: 1 }, true],
    [isNumberRecord, { a: Number.NaN }, false],
    [isNumberRecord, [1], false],
    [isNumberRecord, null, false],
  ])('%o of %o is %s', (guard, value, accepted) => {
    expect(guard(value)).toBe(accepted);
  });

  it('memory preferences read what they began with', () => {
    expect(memoryPreferences({ a: true }).read('a', isBoolean, false)).toBe(true);
  });
});
