import type { Writer } from './recording.ts';

/** Script in a page, seen or by exclusion (then it may have been an extension). */
export function isByScript({ kind }: Writer): boolean {
  return kind === 'script' || kind === 'script-or-extension';
}
