/** A command line's words, as a POSIX shell splits it (XCU section 2.2), and `$'…'` as bash and zsh read it. Nothing is expanded. */
import { AnsiC } from './ansi-c.ts';

/** More than a command that a browser writes ever has. */
const MOST_WORDS = 10_000;

/** The words of the first command: what comes after `;`, `|`, `&` or a line's end is another's. */
export function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < text.length && words.length < MOST_WORDS) {
    const char = text.charAt(at);
    if (char === '\\') {
      const next = text.charAt(at + 1);
      const ends = next === '\r' && text.charAt(at + 2) === '\n' ? 3 : 2;
      // Before a line's end it joins the lines.
      if (next !== '\n' && ends === 2) word = (word ?? '') + next;
      at += ends;
    } else if (char === "'") {
      const end = endOf(text, "'", at + 1);
      word = (word ?? '') + text.slice(at + 1, end);
      at = end + 1;
    } else if (char === '"') {
      const quoted = doubleQuoted(text, at + 1);
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (char === '$' && text.charAt(at + 1) === "'") {
      const quoted = new AnsiC(text, at + 2).read();
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (/[ \t]/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      at += 1;
    } else if (/[\r\n;|&]/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      if (words.length > 0) return words;
      at += 1;
    } else {
      word = (word ?? '') + char;
      at += 1;
    }
  }
  if (word !== null) words.push(word);
  return words;
}

function endOf(text: string, quote: string, from: number): number {
  const end = text.indexOf(quote, from);
  return end === -1 ? text.length : end;
}

/** A backslash means itself there, but before these. */
const ESCAPABLE = '$`"\\';

function doubleQuoted(text: string, from: number): { readonly text: string; readonly end: number } {
  let read = '';
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') return { text: read, end: at + 1 };
    const next = text.charAt(at + 1);
    if (char === '\\' && next === '\n') at += 2;
    else if (char === '\\' && next !== '' && ESCAPABLE.includes(next)) {
      read += next;
      at += 2;
    } else {
      read += char;
      at += 1;
    }
  }
  return { text: read, end: at };
}
