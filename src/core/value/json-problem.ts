/** Where text stops being JSON. Lines and columns begin with 1; `at` counts UTF-16 units from 0. */
export interface JsonProblem {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING_PIECE = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * The first place at which `text` is no JSON (RFC 8259) any more; null: it is JSON throughout. Each browser words such errors in its own
 * way and not all name the place. Walks once, without recursion.
 */
export function jsonProblem(text: string): JsonProblem | null {
  const open: string[] = [];
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const space = () => void take(SPACE);
  const mark = (char: string): boolean => {
    if (text[at] !== char) return false;
    at += 1;
    return true;
  };
  const string = (): boolean => {
    if (!mark('"')) return false;
    while (take(STRING_PIECE));
    return mark('"');
  };
  const key = (): boolean => {
    space();
    if (!string()) return false;
    space();
    return mark(':');
  };
  const problem = (): JsonProblem => {
    const before = text.slice(0, at).split('\n');
    return { at, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };

  for (;;) {
    space();
    if (mark('{')) {
      space();
      if (!mark('}')) {
        open.push('}');
        if (!key()) return problem();
        continue;
      }
    } else if (mark('[')) {
      space();
      if (!mark(']')) {
        open.push(']');
        continue;
      }
    } else if (text[at] === '"' ? !string() : !take(NUMBER) && !take(WORD)) return problem();
    // A value is complete: close what it ends.
    for (;;) {
      space();
      const end = open.at(-1);
      if (end === undefined) return at === text.length ? null : problem();
      if (mark(end)) open.pop();
      else if (!mark(',')) return problem();
      else if (end === '}' && !key()) return problem();
      else break;
    }
  }
}
