const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** Three letters as one number, in lower case. */
function pack(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) | 0x20) << 16) |
    ((text.charCodeAt(at + 1) | 0x20) << 8) |
    (text.charCodeAt(at + 2) | 0x20)
  );
}

const byLetters: ReadonlyMap<number, number> = new Map(months.map((name, index) => [pack(name, 0), index]));

/** The month (0 to 11) whose first three letters stand at `at`, in any case; -1 where none does. */
export function monthAt(text: string, at: number): number {
  if (at + 3 > text.length || !isAsciiLetters(text, at)) return -1;
  return byLetters.get(pack(text, at)) ?? -1;
}

function isAsciiLetters(text: string, at: number): boolean {
  for (let index = at; index < at + 3; index += 1) {
    const unit = text.charCodeAt(index) | 0x20;
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}
