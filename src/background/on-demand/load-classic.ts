import type { Part } from './part.ts';

/**
 * In a service worker (Chromium), where `import()` is forbidden: a script of the extension's own folder. It may be run
 * at any later time because it was imported while the worker was installed
 * (https://w3c.github.io/ServiceWorker/#importscripts).
 */
declare function importScripts(path: string): void;
declare const addEventListener: (type: 'install', listener: () => void) => void;

const SCRIPT = '/on-demand.js';
const scope = globalThis as { crumbtrailPart?: { readonly part: Part } };

addEventListener('install', () => importScripts(SCRIPT));

export async function loadPart(): Promise<Part> {
  if (scope.crumbtrailPart === undefined) importScripts(SCRIPT);
  const loaded = scope.crumbtrailPart;
  if (loaded === undefined) throw new Error('The part did not load');
  return loaded.part;
}
