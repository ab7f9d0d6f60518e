/** The import rules of the house, as functions over sources: what a file imports, and what it may. */
import { posix } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  readonly specifier: string;
  /** Every name of it is a type: nothing is left of it at run time. */
  readonly isType: boolean;
}

/** Path from the top of the repository → source text. */
export type Sources = Readonly<Record<string, string>>;

const isCode = (path: string) => /\.tsx?$/.test(path);

function langOf(path: string) {
  if (path.endsWith('.tsx')) return 'tsx';
  if (path.endsWith('.d.ts')) return 'dts';
  return path.endsWith('.js') ? 'js' : 'ts';
}

export function parse(path: string, text: string) {
  const { program, module, errors } = parseSync(path, text, {
    lang: langOf(path),
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  return { program, module };
}

/** All that a file imports or exports from elsewhere; `import()` of anything but a plain text is `import(…)`. */
export function importsOf(path: string, text: string): Import[] {
  const { module } = parse(path, text);
  const found: Import[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ specifier: moduleRequest.value, isType });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, isType });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    const plain = /^(['"`])([^$`]*)\1$/.exec(written)?.[2];
    found.push({ specifier: plain ?? 'import(…)', isType: false });
  }
  return found;
}

const PREACT = ['preact', '@preact/signals'];
const PAGES = ['core', 'protocol', 'platform', 'ui'];
const PAGE_PACKAGES = [...PREACT, 'lucide', '@tanstack/virtual-core'];

interface Layer {
  /** Folders of `src` beside its own. */
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  /** Folders of which only types may be taken. */
  readonly typesOf?: readonly string[];
}

const LAYERS: Readonly<Record<string, Layer>> = {
  core: { folders: [], packages: ['tldts', 'csp_evaluator'] },
  protocol: { folders: ['core'], packages: [] },
  // The words of `public/_locales`, for pages that run without the browser's own i18n.
  platform: { folders: ['protocol', 'public'], packages: ['webextension-polyfill'] },
  ui: { folders: ['core'], packages: PAGE_PACKAGES, typesOf: ['core'] },
  background: { folders: ['core', 'protocol', 'platform'], packages: [] },
  // Runs in web pages: small, and without the extension's own ways to the browser.
  instrument: { folders: ['core', 'protocol'], packages: [] },
  devtools: { folders: ['platform'], packages: [] },
  // d3's scale and time modules for axes: numbers, no drawing.
  panel: { folders: PAGES, packages: [...PAGE_PACKAGES, 'd3-scale', 'd3-time', 'd3-time-format'] },
  popup: { folders: PAGES, packages: PAGE_PACKAGES },
  settings: { folders: PAGES, packages: PAGE_PACKAGES },
  cli: { folders: ['core'], packages: ['node:'] },
};

/** Everything that breaks a rule, one line each. */
export function brokenRules(sources: Sources): string[] {
  const broken: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of Object.entries(sources)) {
    if (!isCode(path)) continue;
    const targets: string[] = [];
    graph.set(path, targets);
    for (const { specifier, isType } of importsOf(path, text)) {
      const target = specifier.startsWith('.')
        ? posix.join(posix.dirname(path), specifier.split('?')[0] ?? '')
        : null;
      const complaint =
        target === null ? packageRule(path, specifier) : fileRule(path, target, isType, sources);
      if (complaint !== null) broken.push(`${path} imports ${specifier}: ${complaint}`);
      if (target !== null) targets.push(target);
    }
    if (path.startsWith('src/core/')) broken.push(...strangeGlobals(path, text));
  }
  for (const cycle of cycles(graph)) broken.push(`cycle: ${cycle.join(' → ')}`);
  return broken;
}

const folderOf = (path: string) => path.split('/')[path.startsWith('src/') ? 1 : 0] ?? '';
const featureOf = (path: string) => /^src\/panel\/features\/([^/]+)\//.exec(path)?.[1];

function packageRule(path: string, specifier: string): string | null {
  const layer = LAYERS[folderOf(path)];
  if (layer === undefined) return 'a folder without a rule';
  const isAllowed = layer.packages.some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );
  return isAllowed ? null : `not for ${folderOf(path)}`;
}

function fileRule(path: string, target: string, isType: boolean, sources: Sources): string | null {
  if (!(target in sources)) return 'no such file';
  const [from, to] = [folderOf(path), folderOf(target)];
  const layer = LAYERS[from];
  if (layer === undefined) return 'a folder without a rule';
  if (from !== to && !layer.folders.includes(to)) return `${from} may not use ${to}`;
  if (from !== to && layer.typesOf?.includes(to) && !isType) return `${from} may take only types of ${to}`;
  const [its, other] = [featureOf(path), featureOf(target)];
  if (its !== undefined && other !== undefined && its !== other) return 'a sibling feature';
  return null;
}

/** One cycle for each way round that is found. */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string) => {
    const place = trail.indexOf(path);
    if (place >= 0) {
      found.push([...trail.slice(place), path]);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of graph.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return found;
}

const LANGUAGE = new Set(
  `Array ArrayBuffer BigInt Boolean DataView Date Error Float64Array Infinity Intl Int32Array JSON Map Math NaN Number
  Object Promise RangeError RegExp Set String Symbol TypeError Uint16Array Uint32Array Uint8Array WeakMap WeakSet
  decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt undefined URL`.split(/\s+/),
);
/** The one documented default of auditHar: `crypto.getRandomValues` for the fingerprint key. */
const WITH_CRYPTO = /^src\/core\/(?:audit|report|index)\b.*\.ts$/;

export type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** Globals beyond the language's and URL, and the language's own clock and dice. */
export function strangeGlobals(path: string, text: string): string[] {
  if (path.endsWith('.d.ts')) return [];
  const { program } = parse(path, text);
  const used = new Set<string>();
  const declared = new Set<string>();
  const strange: string[] = [];
  const say = (what: string) => strange.push(`${path} uses ${what}`);

  const walk = (node: Node, parent: Node | null, key: string) => {
    // Types are gone at run time.
    if (/^TS(?!As|Satisfies|NonNull|Instantiation)/.test(node.type)) return;
    if (node.type === 'Identifier') {
      const name = String(node.name);
      if (isBinding(parent, key)) declared.add(name);
      else if (!isPlainKey(parent, key)) used.add(name);
    }
    if (isMember(node, 'Date', 'now')) say('Date.now');
    if (isMember(node, 'Math', 'random')) say('Math.random');
    const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
    const callee = node.callee as Node | undefined;
    if (
      isCall &&
      callee?.type === 'Identifier' &&
      callee.name === 'Date' &&
      (node.arguments as unknown[]).length === 0
    )
      say('the time of now');
    const inPattern = node.type === 'ObjectPattern';
    for (const [name, child] of Object.entries(node)) {
      for (const each of Array.isArray(child) ? child : [child]) {
        if (typeof each !== 'object' || each === null || !('type' in each)) continue;
        walk(inPattern ? { ...(each as Node), inPattern } : (each as Node), node, name);
      }
    }
  };
  walk(program as unknown as Node, null, '');
  for (const name of used) {
    if (declared.has(name) || LANGUAGE.has(name)) continue;
    if (name === 'crypto' && WITH_CRYPTO.test(path)) continue;
    say(name);
  }
  return strange;
}

function isMember(node: Node, object: string, property: string): boolean {
  if (node.type !== 'MemberExpression') return false;
  const [of, key] = [node.object as Node, node.property as Node];
  return of.type === 'Identifier' && of.name === object && (key.name === property || key.value === property);
}

/** Where a name is made, not used. A default of a pattern or parameter stands under `right`. */
function isBinding(parent: Node | null, key: string): boolean {
  switch (parent?.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return key === 'id' || key === 'params';
    case 'ArrowFunctionExpression':
      return key === 'params';
    case 'FormalParameter':
    case 'ArrayPattern':
    case 'RestElement':
    case 'CatchClause':
      return true;
    case 'AssignmentPattern':
      return key === 'left';
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return true;
    case 'Property':
      // `{ a }` is a use in an object and a making in a pattern.
      return key === 'value' && parent.inPattern === true;
    default:
      return false;
  }
}

function isPlainKey(parent: Node | null, key: string): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return key === 'property' && parent.computed !== true;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return key === 'key' && parent.computed !== true;
    case 'ExportSpecifier':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return true;
    default:
      return false;
  }
}
