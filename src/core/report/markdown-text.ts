/** Text into Markdown that shows just that text (CommonMark 0.31, GitHub's tables). */

/** No control characters, and one line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
}

/** As text: no mark-up, no HTML, no links. */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+!|~<>&-]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/@/g, '\\@');
}

/** As a code span; also inside a table's cell. */
export function code(text: string): string {
  const clean = oneLine(text);
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = clean === '' || /^[` ]|[` ]$/.test(clean) ? ' ' : '';
  return `${fence}${space}${clean.replaceAll('|', '\\|')}${space}${fence}`;
}

/** Our own sentences: what stands in back-ticks is code, the rest text. */
export function prose(text: string): string {
  const parts = text.split('`');
  // A name with a back-tick of its own: no telling what is code.
  if (parts.length % 2 === 0) return escaped(text);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : escaped(part))).join('');
}
