/** Where a script stood, from the text of its `stack`: V8's and SpiderMonkey's ways of writing it. */
import type { StackFrame } from './fact.ts';
import { withoutUserinfo } from './url.ts';

const MOST_FRAMES = 8;
const MOST_LINES = 30;
const LONGEST_LINE = 2000;
const LONGEST_URL = 500;
const LONGEST_NAME = 100;

/**
 * The innermost frames, at most 8, without those of `own` (an address's beginning). The text may be forged: what does not
 * read as a frame is left out. Linear in the text's length. Source: https://v8.dev/docs/stack-trace-api; Firefox writes
 * `function@url:line:column`.
 */
export function parseStack(text: string, own: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const line of text.split('\n', MOST_LINES)) {
    if (frames.length === MOST_FRAMES) break;
    const frame = line.length > LONGEST_LINE ? null : frameOf(line.trim());
    if (frame !== null && !frame.url.startsWith(own)) frames.push(frame);
  }
  return frames;
}

function frameOf(line: string): StackFrame | null {
  if (line.startsWith('at ')) return frameOfV8(line.slice(3));
  // Addresses hold more of them (`/npm/preact@11`), functions' names none.
  const at = line.indexOf('@');
  return at < 0 ? null : placeOf(line.slice(at + 1), line.slice(0, at));
}

function frameOfV8(text: string): StackFrame | null {
  if (!text.endsWith(')')) return placeOf(text.replace(/^async /, ''), '');
  const evaluated = text.indexOf('(eval at ');
  if (evaluated >= 0) return placeOf(evaluatedAt(text.slice(evaluated)), nameOf(text, evaluated));
  const open = text.lastIndexOf(' (');
  return open < 0 ? null : placeOf(text.slice(open + 2, -1), nameOf(text, open));
}

/** `(eval at f (https://shop.example/app.js:1:2), <anonymous>:3:4)`: where eval was called has an address. */
function evaluatedAt(text: string): string {
  const close = text.indexOf(')');
  return text.slice(text.lastIndexOf('(', close) + 1, close);
}

function nameOf(text: string, end: number): string {
  return text
    .slice(0, end)
    .trim()
    .replace(/^async /, '');
}

/** `url:line:column`. */
function placeOf(place: string, name: string): StackFrame | null {
  const [, address = '', line = '', column = ''] = /^(.*):(\d{1,9}):(\d{1,9})$/.exec(place) ?? [];
  if (line === '') return null;
  const evaluated = address.indexOf(' line ');
  const url = address === '<anonymous>' ? '' : evaluated < 0 ? address : address.slice(0, evaluated);
  return {
    url: withoutUserinfo(url).slice(0, LONGEST_URL),
    line: Number(line),
    column: Number(column),
    function: name.slice(0, LONGEST_NAME),
  };
}
