export interface Line {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a text, one at a time, without their ends (LF or CR LF): a file of nothing but line ends makes no list of them. */
export function* linesOf(text: string): Generator<Line> {
  let number = 0;
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    number += 1;
    const hasReturn = end > start && text.charCodeAt(end - 1) === 0x0d;
    yield { number, text: text.slice(start, hasReturn ? end - 1 : end) };
    start = end + 1;
  }
}
