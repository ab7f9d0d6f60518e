/** The terminal's two streams. What goes to a person goes to stderr, so that a report can be piped. */

/** One line on stderr, without control characters that a file's name may hold. */
export function say(line: string): void {
  process.stderr.write(`crumbtrail: ${line.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')}\n`);
}

/** A step of something long, on a terminal alone. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
}

/** Whether to colour what goes to stdout: https://no-color.org. */
export function wantsColour(): boolean {
  if (process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '') return false;
  if (process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}

/** `crumbtrail … | head` ends the reader first: no error of ours. */
export function quietPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
