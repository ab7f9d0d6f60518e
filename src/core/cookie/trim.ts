/** `text` from `start` to `end`, without the SP and TAB around it. Other white space stays: it is no white space to cookies. */
export function trimmed(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return from < to ? text.slice(from, to) : '';
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}
