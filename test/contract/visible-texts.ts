/** Words that a component shows without asking the messages: text between tags, and attributes that are read out. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from './import-rules.ts';

/** Names that are the same in every language. */
const NAMES = new Set(['GET', 'HTML', 'JSON', 'Markdown']);
const READ_OUT =
  /^(?:alt|aria-(?:description|label|roledescription|valuetext)|label|placeholder|text|title)$/;
const hasWords = (text: string) => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());

type Node = { readonly type: string; readonly [part: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

function* within(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const each of node) yield* within(each);
  if (!isNode(node)) return;
  yield node;
  for (const part of Object.values(node)) yield* within(part);
}

/** What stands in braces as it is: `{'words'}`, and the words of a template. */
function writtenIn(children: unknown): readonly string[] {
  const inBraces = Array.isArray(children) ? children.map(({ expression }: Node) => expression) : [];
  return inBraces.filter(isNode).flatMap((node) => {
    if (node.type === 'Literal') return String(node.value);
    if (node.type !== 'TemplateLiteral') return [];
    return (node.quasis as readonly { readonly value: { readonly raw: string } }[]).map(
      ({ value }) => value.raw,
    );
  });
}

/** Texts of one component. */
export function visibleTexts(path: string, source: string): readonly string[] {
  const found: string[] = [];
  for (const node of within(parse(path, source).program)) {
    if (node.type === 'JSXText') found.push(String(node.value));
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') found.push(...writtenIn(node.children));
    if (node.type !== 'JSXAttribute' || !isNode(node.name) || !isNode(node.value)) continue;
    if (READ_OUT.test(String(node.name.name)) && typeof node.value.value === 'string')
      found.push(node.value.value);
  }
  return found.map((text) => text.trim()).filter(hasWords);
}

/** Of all components in these folders, each with its file. */
export function textsBesideMessages(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((path) => `${folder}/${path}`)
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) => visibleTexts(path, readFileSync(path, 'utf8')).map((text) => `${path}: ${text}`)),
  );
}
