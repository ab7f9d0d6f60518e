/**
 * Chromium's service worker, built apart from the pages: classic scripts, of which the larger is loaded when it is first
 * needed. crxjs builds module workers alone, and those can load nothing later.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { leanCspEvaluator } from './lean-csp-evaluator.ts';
import { leanRules } from './lean-rules.ts';

const PART = 'src/background/on-demand/part.ts';
const LOADER = '/src/background/on-demand/load.ts';
/** The library with the public suffix list; all scripts share it. */
const SUFFIX_LIST = 'tldts';
const SUFFIX_ENTRY = 'scripts/suffix-list.ts';

interface Script {
  readonly entry: string;
  readonly fileName: string;
  /** Name of the global that holds its exports. */
  readonly global: string;
  /** Scripts that it runs first. */
  readonly first?: string;
}

/** @param worker the worker's first module. */
export function classicWorker(worker: string): Plugin {
  const scripts: readonly Script[] = [
    { entry: SUFFIX_ENTRY, fileName: 'public-suffix-list.js', global: 'crumbtrailSuffixes' },
    { entry: worker, fileName: 'worker.js', global: 'crumbtrailWorker', first: '/public-suffix-list.js' },
    { entry: PART, fileName: 'on-demand.js', global: 'crumbtrailPart' },
  ];
  let outDir = '';
  let target: unknown;
  let failed = false;
  return {
    name: 'crumbtrail:classic-worker',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
      target = config.build.target;
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    renderError() {
      failed = true;
    },
    async closeBundle() {
      // Called after a failed build, too, whose error would be hidden behind that of a file that is not there.
      if (failed) return;
      for (const script of scripts) await buildScript(script, outDir, target as string);
      const path = join(outDir, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(
        path,
        JSON.stringify({ ...manifest, background: { service_worker: 'worker.js' } }, null, 2),
      );
    },
  };
}

async function buildScript({ entry, fileName, global, first }: Script, outDir: string, target: string) {
  const isList = entry === SUFFIX_ENTRY;
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: [leanCspEvaluator] },
    plugins: [...(isList ? [] : [leanRules({ emits: false })]), classicLoader()],
    build: {
      outDir,
      emptyOutDir: false,
      target,
      sourcemap: false,
      lib: { entry, formats: ['iife'], name: global, fileName: () => fileName },
      rolldownOptions: {
        external: isList ? [] : [SUFFIX_LIST],
        output: {
          globals: { [SUFFIX_LIST]: 'crumbtrailSuffixes' },
          // `var` of a classic script is a property of the scope it runs in.
          ...(first === undefined ? {} : { banner: `importScripts('${first}');` }),
        } as Rolldown.OutputOptions,
      },
    },
  });
}

function classicLoader(): Plugin {
  return loaderOf('load-classic.ts');
}

/** For the module worker of `npm run dev`. */
export function workerThatLoadsAtOnce(): Plugin {
  return { ...loaderOf('load-at-once.ts'), apply: 'serve' };
}

function loaderOf(file: string): Plugin {
  return {
    name: `crumbtrail:${file}`,
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('/load.ts') || importer === undefined) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (resolved === null || !resolved.id.endsWith(LOADER)) return null;
      return resolved.id.replace(/load\.ts$/, file);
    },
  };
}
