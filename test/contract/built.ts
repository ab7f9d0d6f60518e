/** What the built extension loads, and what it holds. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importsOf, type Node, parse } from './import-rules.ts';

const read = (folder: string, path: string) => readFileSync(posix.join(folder, path), 'utf8');

/** Scripts and style sheets that a page or a worker's first script loads at once, itself included. */
export function loadedAtOnce(folder: string, entry: string): string[] {
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const next of path.endsWith('.html') ? linksOf(read(folder, path)) : staticImports(folder, path)) {
      load(next.startsWith('/') ? next.slice(1) : posix.join(posix.dirname(path), next));
    }
  };
  load(entry);
  return [...loaded];
}

export function linksOf(html: string): string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].flatMap(
    ([, path]) => path ?? [],
  );
}

function staticImports(folder: string, path: string): string[] {
  if (!path.endsWith('.js')) return [];
  const text = read(folder, path);
  // A classic worker's own way, before anything else of it runs.
  const [, , first] = /^importScripts\((["'`])([^"'`]+)\1\)/.exec(text) ?? [];
  if (first !== undefined) return [first];
  const { module } = parse(path, text);
  const dynamic = new Set(
    module.dynamicImports.map((each) => text.slice(each.moduleRequest.start + 1, each.moduleRequest.end - 1)),
  );
  return importsOf(path, text).flatMap(({ specifier }) => (dynamic.has(specifier) ? [] : [specifier]));
}

export function gzipBytes(folder: string, paths: readonly string[]): number {
  return paths.reduce(
    (sum, path) => sum + gzipSync(readFileSync(posix.join(folder, path)), { level: 9 }).length,
    0,
  );
}

/** Code made from text, and code loaded later, in a script. */
export function liveCode(path: string, text: string): string[] {
  const { program, module } = parse(path, text);
  const found = module.dynamicImports.map(() => 'import()');
  const walk = (node: Node) => {
    const callee = node.callee as Node | undefined;
    if (callee?.type === 'Identifier' && (callee.name === 'eval' || callee.name === 'Function'))
      found.push(String(callee.name));
    if (callee?.type === 'Identifier' && callee.name === 'importScripts') found.push('importScripts');
    for (const child of Object.values(node)) {
      for (const each of Array.isArray(child) ? child : [child]) {
        if (typeof each === 'object' && each !== null && 'type' in each) walk(each as Node);
      }
    }
  };
  walk(program as unknown as Node);
  return found;
}
