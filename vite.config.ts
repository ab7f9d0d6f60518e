/**
 * One configuration for everything that is built; the mode says what:
 * `chrome` and `firefox` the extension, `core` the library, `cli` the command line, `test` the tests' own settings.
 */
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import base from './manifest.json' with { type: 'json' };
import pkg from './package.json' with { type: 'json' };
import { classicWorker, workerThatLoadsAtOnce } from './scripts/classic-worker.ts';
import { instrument } from './scripts/instrument.ts';
import { leanCspEvaluator } from './scripts/lean-csp-evaluator.ts';
import { leanRules } from './scripts/lean-rules.ts';
import { pageGroups } from './scripts/page-chunks.ts';

const firefoxManifest = {
  ...base,
  version: pkg.version,
  minimum_chrome_version: undefined,
  background: { scripts: [base.background.service_worker], type: 'module' },
  browser_specific_settings: {
    gecko: {
      id: 'crumbtrail@crumbtrail.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};

function extension(browser: 'chrome' | 'firefox', command: 'build' | 'serve'): ViteUserConfig {
  const manifest = browser === 'chrome' ? { ...base, version: pkg.version } : firefoxManifest;
  // Chromium's worker is built by itself: a module worker could load nothing later.
  const isApart = browser === 'chrome' && command === 'build';
  const { background: _, ...withoutWorker } = manifest;
  return {
    plugins: [
      leanRules(),
      workerThatLoadsAtOnce(),
      crx({ manifest: (isApart ? withoutWorker : manifest) as unknown as ManifestV3Export, browser }),
      ...(isApart ? [classicWorker(base.background.service_worker)] : []),
      instrument(),
    ],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'chrome' ? 'chrome121' : 'firefox142',
      modulePreload: { polyfill: false },
      sourcemap: false,
      rolldownOptions: {
        // The manifest names the page that makes the panel, not the panel itself.
        input: { panel: 'src/panel/panel.html' },
        output: {
          codeSplitting: {
            groups: [
              // A file of its own, so that its size can be counted apart.
              { name: 'public-suffix-list', test: /node_modules[\\/]tldts/, priority: 9 },
              ...pageGroups,
            ],
          },
        },
      },
    },
  };
}

const core: ViteUserConfig = {
  publicDir: false,
  build: {
    outDir: 'dist/core',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: 'src/core/index.ts', formats: ['es'], fileName: () => 'index.js' },
  },
};

/** One file that Node runs; the shebang is what npm's `bin` needs. */
const cli: ViteUserConfig = {
  publicDir: false,
  build: {
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    ssr: 'src/cli/main.ts',
    rolldownOptions: {
      output: { entryFileNames: 'crumbtrail.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
  ssr: { noExternal: true },
};

const PURE = ['test/core/**/*.test.ts', 'test/property/**/*.test.ts'];

function project(name: string, include: string[], exclude: string[], isolate: boolean) {
  return { extends: true as const, test: { name, include, exclude, isolate, environment: 'node' as const } };
}

export default defineConfig(({ mode, command }): ViteUserConfig => {
  const shared: ViteUserConfig = {
    define: { __VERSION__: JSON.stringify(pkg.version) },
    resolve: { alias: [leanCspEvaluator] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    test: {
      // As many as there are cores; by itself it leaves one idle, which on two is half of them.
      maxWorkers: '100%',
      // On a busy machine the statistics of thousands of IDs take their time.
      testTimeout: 20_000,
      projects: [
        // The core is pure: its tests share their modules, and half the time of all is saved.
        project('core', PURE, ['test/e2e/**'], false),
        project('rest', ['test/**/*.test.{ts,tsx}'], ['test/e2e/**', 'test/bench/**', ...PURE], true),
      ],
    },
  };
  if (mode === 'firefox') return { ...shared, ...extension('firefox', command) };
  if (mode === 'chrome') return { ...shared, ...extension('chrome', command) };
  if (mode === 'core') return { ...shared, ...core };
  if (mode === 'cli') return { ...shared, ...cli };
  return shared;
});
