import { describe, expect, it } from 'vitest';
import { SETTING_NAMES, SETTINGS, type SettingValues } from '../../src/protocol/settings.ts';
import { readSettings, settingsText, withFile } from '../../src/settings/transfer.ts';

const FIRST = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].fallback]),
) as unknown as SettingValues;

const OTHERS: SettingValues = {
  showValues: true,
  horizon: 45,
  columns: ['name', 'value', 'expires'],
  theme: 'dark',
  singleKeys: false,
  limits: { factsPerTab: 5_000, bytesPerTab: 1_000_000, bytesInAll: 2_000_000 },
  muted: { 'shop.example': ['missing-http-only'] },
  saidOf: { 'shop.example': { sid: true, theme: false } },
};

const fileOf = (settings: unknown, over: object = {}) =>
  JSON.stringify({ format: 'crumbtrail-settings', version: 1, settings, ...over });

describe('a file', () => {
  it.each([
    ['as at first', FIRST],
    ['all others', OTHERS],
  ])('gives back what was written: %s', (_, values) => {
    const read = readSettings(settingsText(values));
    expect(read).toEqual({ ok: true, values, unknown: 0 });
  });

  it('may have some settings only, and others that are not known', () => {
    expect(readSettings(fileOf({ horizon: 15, future: { a: 1 }, constructor: 1 }))).toEqual({
      ok: true,
      values: { horizon: 15 },
      unknown: 2,
    });
  });

  it.each([
    ['nothing', '', 'not-json'],
    ['one that is cut off', settingsText(OTHERS).slice(0, -20), 'not-json'],
    ['a page', '<!doctype html>', 'not-json'],
    ['JSON of another kind', '{"version":1,"settings":{}}', 'not-settings'],
    ['a list', '[]', 'not-settings'],
    ['null', 'null', 'not-settings'],
    ['no settings in it', '{"format":"crumbtrail-settings","version":1}', 'not-settings'],
    ['a list of settings', fileOf([]), 'not-settings'],
    ['no version', fileOf({}, { version: '1' }), 'not-settings'],
    ['a newer one', fileOf({}, { version: 2 }), 'newer'],
    ['one without end', ' '.repeat(20_000_001), 'too-long'],
  ])('is refused whole: %s', (_, text, kind) => {
    expect(readSettings(text)).toEqual({ ok: false, problem: { kind } });
  });

  it('is refused whole where a setting is damaged, and says which', () => {
    const settings = { ...OTHERS, horizon: -5, limits: { factsPerTab: 'many' } };
    expect(readSettings(fileOf(settings))).toEqual({
      ok: false,
      problem: { kind: 'damaged', names: ['horizon', 'limits'] },
    });
  });

  it('that is deeply nested is read without harm', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(readSettings(`{"format":"crumbtrail-settings","version":1,"settings":{"muted":${deep}}}`).ok).toBe(
      false,
    );
  });
});

describe('taking a file', () => {
  it('replaces settings and adds to decisions, of which none is lost', () => {
    const file = {
      horizon: 15,
      muted: { 'shop.example': ['missing-secure'], 'bank.example': ['weak-jwt'] },
      saidOf: { 'shop.example': { sid: false, other: true } },
    };
    expect(withFile(OTHERS, file)).toEqual({
      ...OTHERS,
      horizon: 15,
      muted: { 'shop.example': ['missing-http-only', 'missing-secure'], 'bank.example': ['weak-jwt'] },
      saidOf: { 'shop.example': { sid: false, theme: false, other: true } },
    });
  });

  it('onto first settings gives the file itself', () => {
    expect(withFile(FIRST, OTHERS)).toEqual(OTHERS);
  });

  it('keeps sites of any name apart from what objects have of themselves', () => {
    const file = JSON.parse('{"muted":{"__proto__":["x"]},"saidOf":{"__proto__":{"__proto__":true}}}');
    const { muted, saidOf } = withFile(FIRST, file);
    expect(Object.entries(muted)).toEqual([['__proto__', ['x']]]);
    expect(Object.entries(saidOf).map(([site, names]) => [site, Object.entries(names)])).toEqual([
      ['__proto__', [['__proto__', true]]],
    ]);
  });
});
