/**
 * A command line's words, as cmd.exe and then the program itself split it: carets first, which escape whatever follows outside
 * quotes, then quotes with `\"` or `""` in them. Chromium's "Copy as cURL (cmd)" writes `^"` for its quotes, so that all in
 * them is escaped for both; and doubles every backslash. Source: Microsoft, "Parsing C command-line arguments".
 */
const MOST_WORDS = 10_000;

/** cmd.exe knows no single quotes, and other shells no `^"`. */
export function isWindows(text: string): boolean {
  const first = text.search(/['"]/);
  if (text.charAt(first) === "'") return false;
  return text.charAt(first - 1) === '^' || /\^[ \t]{0,20}\r?\n/.test(text);
}

export function windowsWords(text: string): readonly string[] {
  return argumentsOf(withoutCarets(text), text.includes('^"'));
}

/** Up to the command's end. */
function withoutCarets(text: string): string {
  let line = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '^' && !quoted) {
      at += 1;
      if (text.charAt(at) === '\r' && text.charAt(at + 1) === '\n') at += 1;
      // A line's end after it joins the lines, and escapes what follows: a second one is a line's end in the word.
      if (text.charAt(at) === '\n') {
        const hasSecond = /^\r?\n/.test(text.slice(at + 1, at + 3));
        if (hasSecond) {
          line += '\n';
          at += text.charAt(at + 1) === '\r' ? 2 : 1;
        }
      } else line += text.charAt(at);
    } else if (char === '\n' || (!quoted && (char === '&' || char === '|'))) {
      if (line.trim() !== '') return line;
    } else {
      if (char === '"') quoted = !quoted;
      line += char;
    }
  }
  return line;
}

function argumentsOf(line: string, isDoubled: boolean): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quoted = false;
  for (let at = 0; at < line.length && words.length < MOST_WORDS; at += 1) {
    const char = line.charAt(at);
    if (char === '\\') {
      let end = at;
      while (line.charAt(end) === '\\') end += 1;
      const count = end - at;
      const beforeQuote = line.charAt(end) === '"';
      const isEscaped = beforeQuote && count % 2 === 1;
      word = (word ?? '') + '\\'.repeat(beforeQuote || isDoubled ? Math.floor(count / 2) : count);
      if (isEscaped) word += '"';
      at = isEscaped ? end : end - 1;
    } else if (char === '"') {
      if (quoted && line.charAt(at + 1) === '"') {
        word = `${word ?? ''}"`;
        at += 1;
      } else quoted = !quoted;
      word ??= '';
    } else if (!quoted && /[ \t\r\n]/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  if (word !== null) words.push(word);
  return words;
}
