import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/core/rules/define-rule.ts';
import { rules } from '../../src/core/rules/index.ts';

const folder = new URL('../../src/core/rules/', import.meta.url);
const notRules = ['index.ts', 'define-rule.ts', 'example.ts'];
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !notRules.includes(file));

describe('every rule', () => {
  it('has one line in the index, and each line one file', () => {
    expect(rules.map((rule) => `${rule.id}.ts`).sort()).toEqual(files.sort());
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });

  it.each(files)('%s exports the rule of its name', async (file) => {
    const module = (await import(new URL(file, folder).href)) as { default: Rule };
    expect(`${module.default.id}.ts`).toBe(file);
    expect(rules).toContain(module.default);
  });

  it.each(files)('%s stays a short file', (file) => {
    expect(readFileSync(new URL(file, folder), 'utf8').split('\n').length).toBeLessThan(200);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says what, why, how to mend it and who says so',
    (_, rule) => {
      expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.title).toMatch(/^[A-Z].{8,70}[^.]$/);
      for (const text of [rule.why, rule.fix]) expect(text).toMatch(/^[A-Z`].{30,}\.$/);
      expect(rule.cwe.length).toBeGreaterThan(0);
      for (const number of rule.cwe) expect(Number.isInteger(number)).toBe(true);
      expect(rule.references.length).toBeGreaterThan(0);
      for (const reference of rule.references) expect(new URL(reference).protocol).toBe('https:');
    },
  );

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has two flagged and two clean examples or more',
    (_, rule) => {
      const { flagged, clean } = rule.examples;
      expect(flagged.length).toBeGreaterThanOrEqual(2);
      expect(clean.length).toBeGreaterThanOrEqual(2);
      const names = [...flagged, ...clean].map((example) => example.name);
      expect(new Set(names).size).toBe(names.length);
      for (const example of [...flagged, ...clean]) expect(example.events.length).toBeGreaterThan(0);
    },
  );
});
