/** What the words of a path or of a query's action mean. */
import { BoundedCache } from '../site/bounded-cache.ts';
import {
  DONE_WORDS,
  FACTOR_WORDS,
  LOGIN_WORDS,
  LOGOUT_WORDS,
  PRIVATE_WORDS,
  PRIVILEGE_WORDS,
  PROVIDER_WORDS,
  READING_WORDS,
  RESET_WORDS,
  SIGN_UP_WORDS,
} from './login-words.ts';
import { wordsOf } from './plain-words.ts';

/** A bit for each meaning: a path means what its segments mean together. */
export const MEANS = {
  login: 1,
  logout: 2,
  signUp: 4,
  reset: 8,
  factor: 16,
  privilege: 32,
  provider: 64,
  personal: 128,
  done: 256,
  /** `weblogin`, `customerlogin`; not `bloginfo`. */
  endsAsLogin: 512,
  /** What is under it is to be read: `/help/…`. */
  reading: 1024,
  /** Three words or more. */
  title: 2048,
} as const;

const LISTS: readonly (readonly [number, ReadonlySet<string>])[] = [
  [MEANS.login, LOGIN_WORDS],
  [MEANS.logout, LOGOUT_WORDS],
  [MEANS.signUp, SIGN_UP_WORDS],
  [MEANS.reset, RESET_WORDS],
  [MEANS.factor, FACTOR_WORDS],
  [MEANS.privilege, PRIVILEGE_WORDS],
  [MEANS.provider, PROVIDER_WORDS],
  [MEANS.personal, PRIVATE_WORDS],
  [MEANS.done, DONE_WORDS],
  [MEANS.reading, READING_WORDS],
];

/** All lists in one: a word is looked up once. */
const meanings = new Map<string, number>();
for (const [meaning, words] of LISTS)
  for (const word of words) meanings.set(word, (meanings.get(word) ?? 0) | meaning);

const MAX_SEGMENTS = 20;

/** Paths differ in numbers and IDs; most of their segments come again and again. */
const segments = new BoundedCache<number>(1000);

/** Bits of `MEANS`. */
export function meaningOfPath(path: string): number {
  let meaning = 0;
  let start = 0;
  for (let segment = 0; segment < MAX_SEGMENTS && start <= path.length; segment++) {
    const slash = path.indexOf('/', start);
    const end = slash === -1 ? path.length : slash;
    const text = path.slice(start, end);
    // No list has a number; a byte in hex may be a letter.
    if (/[^\d._~-]/.test(text)) {
      const own = segments.get(text, meaningOfSegment);
      // `/support/articles/log-out-on-all-devices`
      const isTitle = (meaning & MEANS.reading) !== 0 && (own & MEANS.title) !== 0;
      meaning |= isTitle ? own & ~ACTIONS : own;
    }
    start = end + 1;
  }
  if (/\/sessions?\/new\/?$/i.test(path)) meaning |= MEANS.login;
  if (/\/sessions?\/(?:destroy|delete|end)\/?$/i.test(path)) meaning |= MEANS.logout;
  return meaning;
}

const ACTIONS = MEANS.login | MEANS.logout | MEANS.endsAsLogin;
const ASKING = new Set('how why what when where wie warum comment pourquoi como come hoe'.split(' '));
const LONG = 3;

/** Single words, the segment as one run, and neighbouring words joined: `sign-in` is `signin`. */
function meaningOfSegment(segment: string): number {
  const words = wordsOf(decoded(segment.split(';', 1)[0] ?? ''));
  let meaning = 0;
  for (const [index, word] of words.entries()) {
    const two = word + (words[index + 1] ?? '');
    meaning |= meaningOfPhrase(word);
    if (words.length > 1) meaning |= meaningOfPhrase(two) | meaningOfPhrase(two + (words[index + 2] ?? ''));
  }
  // `/logout-other-devices`: this one stays.
  if (words.includes('other') || words.includes('others')) meaning &= ~MEANS.logout;
  if (words.length > 1) meaning &= ~MEANS.reading;
  if (words.length < LONG) return meaning;
  return (ASKING.has(words[0] ?? '') ? meaning & ~ACTIONS : meaning) | MEANS.title;
}

function meaningOfPhrase(phrase: string): number {
  const meaning = meanings.get(phrase) ?? 0;
  const isLogin = /.(?:login|signin|logon)$/.test(phrase) && !phrase.endsWith('blogin');
  return isLogin ? meaning | MEANS.endsAsLogin : meaning;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
