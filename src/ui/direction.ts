/** Which way lines run in the page: arrow keys and drags follow what is seen. */

/** 1: from left to right; -1: from right to left. */
export function inlineDirection(): 1 | -1 {
  return document.documentElement.dir === 'rtl' ? -1 : 1;
}

const TURNED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The key that does the same where lines run from left to right. */
export function unturnedKey(key: string): string {
  return inlineDirection() === -1 ? (TURNED[key] ?? key) : key;
}
