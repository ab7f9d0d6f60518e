import { describe, expect, it } from 'vitest';
import { COLUMN_IDS, DEFAULT_COLUMNS, toggleColumn } from '../../src/protocol/columns.ts';
import { DEFAULT_LIMITS, LIMIT_BOUNDS, limitsShape } from '../../src/protocol/limits.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../../src/protocol/settings.ts';
import { themeName } from '../../src/protocol/theme.ts';

describe('a setting', () => {
  it.each(SETTING_NAMES.map((name) => [name]))('%s takes its own fallback', (name) => {
    const { shape, fallback } = SETTINGS[name];
    expect(shape(fallback)).toEqual(fallback);
    expect(shape(JSON.parse(JSON.stringify(fallback)))).toEqual(fallback);
  });

  it.each<[SettingName, string, unknown, boolean]>([
    ['showValues', 'true', true, true],
    ['showValues', 'a word', 'yes', false],
    ['horizon', 'a minute', 1, true],
    ['horizon', 'a week', 10_080, true],
    ['horizon', 'no time', 0, false],
    ['horizon', 'more than a week', 10_081, false],
    ['horizon', 'half a minute', 0.5, false],
    ['horizon', 'no number', Number.NaN, false],
    ['theme', 'dark', 'dark', true],
    ['theme', 'another', 'blue', false],
    ['columns', 'some', ['name', 'size'], true],
    ['columns', 'one that is not there', ['name', 'constructor'], false],
    ['columns', 'no list', 'name', false],
    ['singleKeys', 'null', null, false],
    ['muted', 'rules of a site', { 'shop.example': ['missing-http-only'] }, true],
    ['muted', 'a rule that is none', { 'shop.example': ['<img src=x>'] }, false],
    ['muted', 'a rule alone', { 'shop.example': 'missing-http-only' }, false],
    ['muted', 'a list', [], false],
    ['muted', 'more sites than anybody has', tooMany([]), false],
    ['saidOf', 'words on cookies', { 'shop.example': { sid: true, theme: false } }, true],
    ['saidOf', 'no words', { 'shop.example': { sid: 1 } }, false],
    ['saidOf', 'a name beyond what a cookie has', { 'shop.example': { ['a'.repeat(4097)]: true } }, false],
  ])('%s: %s', (name, _, value, fits) => {
    expect(SETTINGS[name].shape(value) !== undefined).toBe(fits);
  });

  it('is a copy that holds nothing else, whatever the keys are called', () => {
    const hostile = JSON.parse('{"__proto__":["missing-http-only"],"constructor":["missing-secure"]}');
    const copy = SETTINGS.muted.shape(hostile) ?? {};
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(Object.entries(copy)).toEqual([
      ['__proto__', ['missing-http-only']],
      ['constructor', ['missing-secure']],
    ]);
  });
});

describe('limits', () => {
  const { factsPerTab, bytesPerTab, bytesInAll } = LIMIT_BOUNDS;
  it.each([
    [
      'the least',
      { factsPerTab: factsPerTab.least, bytesPerTab: bytesPerTab.least, bytesInAll: bytesInAll.least },
      true,
    ],
    [
      'the most',
      { factsPerTab: factsPerTab.most, bytesPerTab: bytesPerTab.most, bytesInAll: bytesInAll.most },
      true,
    ],
    ['fewer facts', { ...DEFAULT_LIMITS, factsPerTab: factsPerTab.least - 1 }, false],
    ['more facts', { ...DEFAULT_LIMITS, factsPerTab: factsPerTab.most + 1 }, false],
    ['fewer octets', { ...DEFAULT_LIMITS, bytesPerTab: bytesPerTab.least - 1 }, false],
    ['more octets than the storage has', { ...DEFAULT_LIMITS, bytesInAll: 10_000_000 }, false],
    [
      'more for a tab than for all',
      { ...DEFAULT_LIMITS, bytesPerTab: 3_000_000, bytesInAll: 2_000_000 },
      false,
    ],
    ['parts of a fact', { ...DEFAULT_LIMITS, factsPerTab: 2_000.5 }, false],
    ['one left out', { factsPerTab: 2_000, bytesPerTab: 2_000_000 }, false],
  ])('%s', (_, limits, fits) => {
    expect(limitsShape(limits)).toEqual(fits ? limits : undefined);
  });
});

describe('toggleColumn', () => {
  it('adds in the order of the table, and takes away', () => {
    expect(toggleColumn(['name', 'size'], 'value')).toEqual(['name', 'value', 'size']);
    expect(toggleColumn(['name', 'value', 'size'], 'value')).toEqual(['name', 'size']);
  });

  it('never takes the name', () => {
    expect(toggleColumn(DEFAULT_COLUMNS, 'name')).toEqual(DEFAULT_COLUMNS);
  });

  it('knows every column', () => {
    expect(COLUMN_IDS.reduce<readonly (typeof COLUMN_IDS)[number][]>(toggleColumn, [])).toEqual(COLUMN_IDS);
  });
});

describe('themeName', () => {
  it.each([
    ['light', 'light'],
    ['dark', 'dark'],
    ['system', null],
    [undefined, null],
    ['" onload="', null],
  ])('of %s is %s', (value, name) => {
    expect(themeName(value)).toBe(name);
  });
});

function tooMany<T>(value: T): Record<string, T> {
  return Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`site-${index}.example`, value]));
}
