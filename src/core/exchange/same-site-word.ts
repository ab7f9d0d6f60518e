import type { SameSite } from '../cookie/types.ts';

const WORDS: ReadonlyMap<string, SameSite> = new Map([
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['none', 'none'],
  // The browsers' extension API.
  ['no_restriction', 'none'],
  ['unspecified', 'unspecified'],
  ['', 'unspecified'],
]);

/** The word of whichever tool; null where it says nothing, or nothing that is known. JSON's null: none was set. */
export function sameSiteOf(word: unknown): SameSite | null {
  if (word === null) return 'unspecified';
  return typeof word === 'string' ? (WORDS.get(word.toLowerCase()) ?? null) : null;
}

/** As Set-Cookie, Playwright and Puppeteer have it; undefined where there is none. */
export function capitalWord(sameSite: SameSite): 'Strict' | 'Lax' | 'None' | undefined {
  return { strict: 'Strict', lax: 'Lax', none: 'None', unspecified: undefined }[sameSite] as
    | 'Strict'
    | 'Lax'
    | 'None'
    | undefined;
}
