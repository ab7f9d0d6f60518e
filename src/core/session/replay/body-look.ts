/** What is compared of a replay's body, which is dropped at once: its lasting words, and what it offers. */
import { lookOfUrl } from '../url-look.ts';

export interface BodyLook {
  /** The body without what differs in every answer: tokens, numbers, times. It is hashed, not kept. */
  readonly lasting: string;
  /** Numbers that stand for runs of words; kept as long as the three bodies are compared. */
  readonly sketch: readonly number[];
  readonly asksPassword: boolean;
  readonly offersLogin: boolean;
  readonly offersLogout: boolean;
}

/** @param salt any number, new for each replay. */
export function lookOfBody(text: string, url: string, salt: number): BodyLook {
  const isMarkup = /^\s*</.test(text.slice(0, 1000));
  const links = isMarkup ? linksOf(text, url) : { login: false, logout: false };
  return {
    lasting: lastingOf(text),
    sketch: sketchOf(text, salt),
    asksPassword: isMarkup && /<input\b[^>]{0,1000}\btype\s*=\s*["']?password\b/i.test(text),
    offersLogin: links.login,
    offersLogout: links.logout,
  };
}

/** Longer runs of letters are no words of a language. */
const LONGEST_WORD = 24;

/** Runs with a digit in them, and very long ones, are tokens and times as a rule. */
function lastingOf(text: string): string {
  return text
    .replace(/[\w+/=-]+/g, (run) => (run.length > LONGEST_WORD || /\d/.test(run) ? '#' : run))
    .replace(/[#\s:.,]+/g, ' ');
}

/** Most links of a page that are looked at. */
const MOST_LINKS = 2000;

function linksOf(text: string, url: string): { readonly login: boolean; readonly logout: boolean } {
  let login = false;
  let logout = false;
  let count = 0;
  for (const [, target = ''] of text.matchAll(
    /\s(?:href|action|formaction)\s*=\s*["']?([^"'\s>]{1,500})/gi,
  )) {
    count += 1;
    if (count > MOST_LINKS || (login && logout)) break;
    if (!URL.canParse(target, url)) continue;
    const look = lookOfUrl(new URL(target, url).href);
    logout ||= look?.logout === true && !look.done;
    login ||= look?.login === true && !look.done;
  }
  return { login, logout };
}

const SKETCH = 256;
const RUN = 3;

/** The smallest hashes of all runs of three words: two bodies share as many as they are alike (Broder 1997). */
function sketchOf(text: string, salt: number): readonly number[] {
  const hashes = new Set<number>();
  const last: string[] = [];
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    if (word.length > LONGEST_WORD) continue;
    last.push(word);
    if (last.length > RUN) last.shift();
    hashes.add(hashOf(last, salt));
  }
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** FNV-1a, 32 bits. */
function hashOf(words: readonly string[], salt: number): number {
  let hash = (0x811c9dc5 ^ salt) | 0;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  return hash >>> 0;
}

/** How many of the smallest hashes two bodies have in common, 0 to 1; null where one of them has no words. */
export function likenessOf(a: readonly number[], b: readonly number[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  const [inA, inB] = [new Set(a), new Set(b)];
  const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, SKETCH);
  const shared = smallest.filter((hash) => inA.has(hash) && inB.has(hash)).length;
  return shared / smallest.length;
}
