import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenRules, cycles, importsOf, type Sources, strangeGlobals } from './import-rules.ts';

const top = new URL('../../', import.meta.url).pathname;
const sources: Sources = Object.fromEntries(
  ['src', 'public/_locales']
    .flatMap((folder) => readdirSync(join(top, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(top.length), readFileSync(path, 'utf8')]),
);

describe('the house', () => {
  it('is read at all', () => {
    expect(Object.keys(sources).filter((path) => /\.tsx?$/.test(path)).length).toBeGreaterThan(100);
  });

  it('keeps its import rules, without cycles, and its core touches nothing but the language', () => {
    expect(brokenRules(sources)).toEqual([]);
  }, 30_000);

  it('imports the polyfill in one file', () => {
    const importers = Object.entries(sources).filter(
      ([path, text]) =>
        /\.tsx?$/.test(path) &&
        importsOf(path, text).some(({ specifier }) => specifier === 'webextension-polyfill'),
    );
    expect(importers.map(([path]) => path)).toEqual(['src/platform/browser.ts']);
  });
});

describe('importsOf', () => {
  it.each([
    [`import a from './a';`, ['./a'], [false]],
    [`import type { A } from './a';`, ['./a'], [true]],
    [`import { type A, type B } from './a';`, ['./a'], [true]],
    [`import { type A, b } from './a';`, ['./a'], [false]],
    [`import './a.css';`, ['./a.css'], [false]],
    [`export { a } from './a'; export * from './b';`, ['./a', './b'], [false, false]],
    [`export type { A } from './a';`, ['./a'], [true]],
    [`const a = () => import('./a');`, ['./a'], [false]],
    [`const a = (name: string) => import(name);`, ['import(…)'], [false]],
    [`// import './a'\nconst a = "import './b'";`, [], []],
    [`const a = <p>don't import './f'</p>;`, [], []],
  ])('of %s', (text, specifiers, types) => {
    const found = importsOf('src/panel/x.tsx', text);
    expect(found.map(({ specifier }) => specifier)).toEqual(specifiers);
    expect(found.map(({ isType }) => isType)).toEqual(types);
  });
});

describe('brokenRules', () => {
  const other = {
    'src/core/a.ts': '',
    'src/ui/a.ts': '',
    'src/platform/a.ts': '',
    'src/protocol/a.ts': '',
    'src/background/a.ts': '',
    'src/panel/a.ts': '',
    'src/panel/features/feature.ts': '',
    'src/panel/features/one/a.ts': '',
    'src/panel/features/two/a.ts': '',
    'src/popup/a.ts': '',
    'src/settings/a.ts': '',
    'src/cli/a.ts': '',
  };
  const check = (path: string, text: string) => brokenRules({ ...other, [path]: text }).length;

  it.each([
    ['src/core/x.ts', `import '../background/a.ts';`],
    ['src/core/x.ts', `import type { A } from '../panel/a.ts';`],
    ['src/core/x.ts', `import 'preact';`],
    ['src/protocol/x.ts', `import 'valibot';`],
    ['src/core/x.ts', `import 'node:fs';`],
    ['src/core/x.ts', `const load = () => import('node:fs');`],
    ['src/protocol/x.ts', `import '../platform/a.ts';`],
    ['src/platform/x.ts', `import '../core/a.ts';`],
    ['src/ui/x.ts', `import { a } from '../core/a.ts';`],
    ['src/ui/x.ts', `import '../platform/a.ts';`],
    ['src/background/x.ts', `import '../panel/a.ts';`],
    ['src/background/x.ts', `import '../ui/a.ts';`],
    ['src/background/x.ts', `import 'webextension-polyfill';`],
    ['src/background/x.ts', `import 'preact';`],
    ['src/panel/x.ts', `import '../background/a.ts';`],
    ['src/panel/x.ts', `import '../popup/a.ts';`],
    ['src/popup/x.ts', `import '../panel/a.ts';`],
    ['src/popup/x.ts', `import 'webextension-polyfill';`],
    ['src/settings/x.ts', `import '../panel/a.ts';`],
    ['src/settings/x.ts', `import 'webextension-polyfill';`],
    ['src/panel/x.ts', `import '../settings/a.ts';`],
    ['src/panel/features/one/x.ts', `import '../two/a.ts';`],
    ['src/panel/features/one/x.ts', `export type { A } from '../two/a.ts';`],
    ['src/cli/x.ts', `import '../platform/a.ts';`],
    ['src/panel/x.ts', `import './not-there.ts';`],
    ['src/elsewhere/x.ts', `import '../core/a.ts';`],
    ['src/core/x.ts', `import './x.ts';`],
    ['src/core/x.ts', `console.log(1);`],
  ])('finds %s with %s', (path, text) => {
    expect(check(path, text)).toBe(1);
  });

  it.each([
    ['src/core/x.ts', `import './a.ts'; import { parse } from 'tldts';`],
    ['src/protocol/x.ts', `import '../core/a.ts';`],
    ['src/platform/x.ts', `import '../protocol/a.ts'; import polyfill from 'webextension-polyfill';`],
    [
      'src/ui/x.ts',
      `import type { A } from '../core/a.ts'; import { h } from 'preact'; import 'preact/hooks';`,
    ],
    ['src/background/x.ts', `import '../core/a.ts'; import '../protocol/a.ts'; import '../platform/a.ts';`],
    ['src/panel/x.ts', `import '../core/a.ts'; import '../ui/a.ts'; import './features/one/a.ts';`],
    ['src/panel/features/one/x.ts', `import './a.ts'; import '../feature.ts'; import '../../a.ts';`],
    ['src/popup/x.ts', `import '../ui/a.ts'; import '../core/a.ts';`],
    ['src/settings/x.ts', `import '../ui/a.ts'; import '../core/a.ts';`],
    ['src/cli/x.ts', `import '../core/a.ts'; import { readFile } from 'node:fs/promises';`],
  ])('lets %s import %s', (path, text) => {
    expect(check(path, text)).toBe(0);
  });

  it('finds a cycle through any number of files, types included', () => {
    expect(
      brokenRules({
        'src/core/a.ts': `import './b.ts';`,
        'src/core/b.ts': `export * from './c.ts';`,
        'src/core/c.ts': `import type { A } from './a.ts';`,
      }),
    ).toEqual(['cycle: src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts']);
  });

  it('takes two ways to one file for no cycle', () => {
    expect(
      cycles(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['d']],
          ['c', ['d']],
          ['d', []],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('strangeGlobals', () => {
  it.each([
    ['Date.now', 'const at = Date.now();'],
    ['Date.now', `const at = Date['now']();`],
    ['the time of now', 'const at = new Date();'],
    ['the time of now', 'const at = Date();'],
    ['Math.random', 'const roll = Math.random();'],
    ['console', 'console.log(1);'],
    ['chrome', 'const a = chrome.cookies;'],
    ['process', 'if (process.env.A) a = 1; let a = 0;'],
    ['globalThis', 'globalThis.x = 1;'],
    ['setTimeout', 'setTimeout(() => {}, 1);'],
    ['TextEncoder', 'const encode = (text: string) => new TextEncoder().encode(text);'],
    ['fetch', 'function get({ url = fetch("x") }) { return url; }'],
    ['Buffer', 'const size = (value = Buffer.alloc(1)) => value;'],
    ['document', 'const a = { document };'],
    ['window', 'const a = { [window]: 1 };'],
    ['crypto', 'crypto.getRandomValues(new Uint8Array(8));'],
    ['location', 'const a = (location as unknown) as string;'],
    ['Buffer', 'class A extends Buffer {}'],
  ])('finds %s in %s', (what, text) => {
    expect(strangeGlobals('src/core/x.ts', text)).toEqual([`src/core/x.ts uses ${what}`]);
  });

  it.each([
    'const at = new Date(5); const roll = Math.max(1, 2); const url = new URL("https://a.example");',
    'const { window, document: page } = { window: 1, document: 2 }; const sum = window + page;',
    'function of(name: string, [process]: readonly string[], ...rest: number[]) { return { name, process, rest }; }',
    'type Window = typeof window; interface A { readonly fetch: Request }',
    'const a = { console: 1 }; const b = a.console; class C { fetch() { return this.fetch; } }',
    'try { throw new Error("x"); } catch (error) { const text = String(error); }',
    'import { fetch } from "./a.ts"; export { fetch };',
    'for (const [key, value] of new Map([[1, 2]])) { outer: for (;;) break outer; }',
    'export const f = <T,>(location: T) => location satisfies T;',
  ])('finds nothing in %s', (text) => {
    expect(strangeGlobals('src/core/x.ts', text)).toEqual([]);
  });

  it('lets the one documented default roll its key', () => {
    expect(
      strangeGlobals('src/core/audit/audit-har.ts', 'crypto.getRandomValues(new Uint8Array(16));'),
    ).toEqual([]);
  });
});
