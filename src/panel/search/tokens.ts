/** Reads the parts of a search text, one after the other. No slow pattern: every character is looked at once or twice. */

export interface QuotedText {
  readonly text: string;
  /** Behind the closing mark, or at the end of the text while it is still to be typed. */
  readonly end: number;
}

export const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

/** The text between quotation marks; `\"` and `\\` stand for the sign itself. */
export function readQuoted(source: string, at: number): QuotedText {
  let text = '';
  let end = at + 1;
  for (; end < source.length && source[end] !== '"'; end += 1) {
    if (source[end] === '\\' && (source[end + 1] === '"' || source[end + 1] === '\\')) end += 1;
    text += source[end];
  }
  return { text, end: Math.min(end + 1, source.length) };
}

export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export interface PatternText {
  readonly source: string;
  readonly flags: string;
  readonly end: number;
}

/**
 * `/pattern/flags` up to a space, a comma where `inList`, or the end; null: it is a path. The first slash that flags and an end follow
 * closes it, but none in a class and none behind a backslash.
 */
export function readPattern(source: string, at: number, inList: boolean): PatternText | null {
  let inClass = false;
  for (let place = at + 1; place < source.length; place += 1) {
    const char = source[place];
    if (char === '\\') place += 1;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass && place > at + 1) {
      const flags = /^[dgimsuvy]{0,8}/.exec(source.slice(place + 1, place + 9))?.[0] ?? '';
      const end = place + 1 + flags.length;
      const next = source[end];
      const isEnd = next === undefined || isSpace(next) || (inList && next === ',');
      if (isEnd && new Set(flags).size === flags.length)
        return { source: source.slice(at + 1, place), flags, end };
    }
  }
  return null;
}

/** The end of a word without quotation marks. */
export function wordEnd(source: string, at: number, inList: boolean): number {
  let end = at;
  while (end < source.length && !isSpace(source[end]) && !(inList && source[end] === ',')) end += 1;
  return end;
}
