import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from '../../src/panel/features/index.ts';
import { ACTIONS, BINDINGS, GROUPS, VIEW_KEYS } from '../../src/panel/keys/bindings.ts';
import { isKey } from '../../src/ui/keys.ts';

const press = (key: string, over: Partial<Parameters<typeof isKey>[0]> = {}) => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...over,
});

describe('isKey', () => {
  it.each([
    ['r', press('r'), true],
    ['r', press('R'), true],
    ['r', press('R', { shiftKey: true }), false],
    ['Shift+R', press('R', { shiftKey: true }), true],
    ['Shift+R', press('r'), false],
    ['r', press('r', { ctrlKey: true }), false],
    ['r', press('r', { metaKey: true }), false],
    ['r', press('r', { altKey: true }), false],
    // A sign is where the keyboard has it.
    ['?', press('?', { shiftKey: true }), true],
    ['/', press('/', { shiftKey: true }), true],
    ['/', press('/', { altKey: true }), false],
    ['1', press('1', { shiftKey: true }), true],
    ['+', press('+'), true],
    // A letter of another script is the one in its place; one of ours never stands for another.
    ['r', press('к', { code: 'KeyR' }), true],
    ['r', press('к', { code: 'KeyK' }), false],
    ['r', press('p', { code: 'KeyR' }), false],
    ['Alt+ArrowLeft', press('ArrowLeft', { altKey: true }), true],
    ['Alt+ArrowLeft', press('ArrowLeft'), false],
    ['ArrowLeft', press('ArrowLeft', { altKey: true }), false],
    ['Shift+ArrowLeft', press('ArrowLeft', { shiftKey: true }), true],
    ['Escape', press('Escape'), true],
    ['Escape', press('Process'), false],
  ])('%s, pressed %o: %s', (key, event, expected) => {
    expect(isKey(event, key)).toBe(expected);
  });
});

describe('the table of keys', () => {
  const folder = join(import.meta.dirname, '../../src/panel');
  const sources = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));

  it.each(Object.keys(ACTIONS).map((action) => [action]))(
    '%s has a handler that asks for its key',
    (action) => {
      expect(sources.some((text) => text.includes(`useKey('${action}'`))).toBe(true);
    },
  );

  it('has each key once among those that act everywhere', () => {
    const keys = [...Object.values(ACTIONS).flatMap((action) => action.keys), ...VIEW_KEYS];
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has each key and each label once in a group', () => {
    for (const group of Object.keys(GROUPS)) {
      const own = BINDINGS.filter((binding) => binding.group === group);
      expect(own.length, group).toBeGreaterThan(0);
      const labels = own.map(({ label }) => label);
      expect(new Set(labels).size, group).toBe(labels.length);
      const keys = own.flatMap((binding) => binding.keys);
      expect(new Set(keys).size, group).toBe(keys.length);
    }
  });

  it('has a key for each view', () => {
    expect(features.length).toBeLessThanOrEqual(VIEW_KEYS.length);
  });
});
