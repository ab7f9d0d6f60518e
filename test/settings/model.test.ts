import { describe, expect, it } from 'vitest';
import { memoryPreferences, type Preferences } from '../../src/platform/preferences.ts';
import { createSettingsModel } from '../../src/settings/model.ts';

function modelOn(initial: Record<string, unknown> = {}) {
  const written: Record<string, unknown> = {};
  const listeners: ((key: string, value: unknown) => void)[] = [];
  const memory = memoryPreferences(initial);
  const preferences: Preferences = {
    ...memory,
    write(key, value) {
      written[key] = value;
    },
    onChange: (listener) => void listeners.push(listener),
  };
  const told = (key: string, value: unknown) => {
    for (const listener of listeners) listener(key, value);
  };
  return { model: createSettingsModel(preferences), written, told };
}

describe('the settings', () => {
  it('begin as they are kept, or as at first where what is kept does not fit', () => {
    const { model, written } = modelOn({ horizon: 60, theme: 'blue', 'cookies.columns': ['name', 'size'] });
    expect(model.values.horizon.value).toBe(60);
    expect(model.values.theme.value).toBe('system');
    expect(model.values.columns.value).toEqual(['name', 'size']);
    expect(written).toEqual({});
  });

  it('are written where they change here, and only shown where they change elsewhere', () => {
    const { model, written, told } = modelOn();
    model.values.horizon.value = 15;
    expect(written).toEqual({ horizon: 15 });
    told('horizon', 120);
    told('unrelated', 1);
    expect(model.values.horizon.value).toBe(120);
    told('horizon', 'soon');
    expect(model.values.horizon.value).toBe(30);
    told('theme', undefined);
    expect(model.values.theme.value).toBe('system');
    expect(written).toEqual({ horizon: 15 });
  });
});

describe('all at once', () => {
  it('are reset, and what was there comes back', () => {
    const { model, written } = modelOn({ horizon: 60, muted: { 'a.example': ['x'] } });
    model.reset();
    expect(model.values.horizon.value).toBe(30);
    expect(model.values.muted.value).toEqual({});
    expect(written).toMatchObject({ horizon: 30, muted: {} });
    model.undo();
    expect(model.values.horizon.value).toBe(60);
    expect(model.values.muted.value).toEqual({ 'a.example': ['x'] });
    expect(model.outcome.value).toEqual({ kind: 'undone' });
    // There is nothing more to undo.
    model.undo();
    expect(model.values.horizon.value).toBe(60);
  });

  it('go out and come in again', () => {
    const here = modelOn({ horizon: 60, saidOf: { 'a.example': { sid: true } }, singleKeys: false });
    const there = modelOn();
    there.model.importText(here.model.exported());
    expect(there.model.outcome.value).toMatchObject({ kind: 'imported', unknown: 0 });
    expect(there.model.exported()).toBe(here.model.exported());
    there.model.undo();
    expect(there.model.values.horizon.value).toBe(30);
  });

  it('stay as they are where a file is refused', () => {
    const { model, written } = modelOn({ horizon: 60 });
    const before = model.exported();
    model.importText(before.replace('60', '-1'));
    expect(model.outcome.value).toEqual({
      kind: 'refused',
      problem: { kind: 'damaged', names: ['horizon'] },
    });
    model.undo();
    expect(model.exported()).toBe(before);
    expect(written).toEqual({});
  });
});
