/** One store of the browser: reads cookies by identity, puts one, ends one; each believed only when it is seen. */
import { sameCookie } from '../../core/recording/cookies.ts';
import type { BrowserCookie } from '../../core/recording/fact.ts';
import { toBrowserCookie } from '../../protocol/browser-cookie.ts';
import { endDetails, isPlainPath, placedDetails, type Store, setDetails, urlOf } from './details.ts';
import { type Place, placeOf } from './place.ts';

export type Found = ReadonlyMap<Place, BrowserCookie>;

export type Put =
  | { readonly ok: true; readonly stored: BrowserCookie }
  /** The browser's own words; may be empty. */
  | { readonly ok: false; readonly error: string };

export interface CookieAccess {
  /** What the store holds where these are. */
  read(cookies: readonly BrowserCookie[]): Promise<Found>;
  readAll(): Promise<Found>;
  put(cookie: BrowserCookie): Promise<Put>;
  /** Ends that cookie and no other. null: it is gone; else the browser's words. */
  end(cookie: BrowserCookie): Promise<string | null>;
}

/** The part of `chrome.cookies` that is used. */
export interface CookiesApi {
  getAll(details: chrome.cookies.GetAllDetails): Promise<chrome.cookies.Cookie[]>;
  set(details: chrome.cookies.SetDetails): Promise<chrome.cookies.Cookie | null | undefined>;
  remove(details: chrome.cookies.CookieDetails): Promise<unknown>;
}

/** More than this are read with the whole store: as long as so many questions. */
const ONE_BY_ONE = 40;

export function createCookieAccess(api: CookiesApi, store: Store): CookieAccess {
  const { storeId, isFirefox } = store;
  // Firefox: null for all first-party domains, {} for all partitions.
  const everywhere = { storeId, partitionKey: {}, ...(isFirefox ? { firstPartyDomain: null } : {}) };
  const getAll = async (details: object): Promise<readonly BrowserCookie[]> =>
    (await api.getAll({ ...everywhere, ...details } as chrome.cookies.GetAllDetails)).map(toBrowserCookie);

  /** Cookies of its name that its URL reaches. A path that URLs never have is reached by none. */
  const near = (cookie: BrowserCookie) => {
    const { name, domain } = cookie;
    return getAll(isPlainPath(cookie) ? { url: urlOf(cookie), name } : { domain, name });
  };

  const at = async (cookie: BrowserCookie): Promise<BrowserCookie | undefined> => {
    const place = placeOf(cookie);
    return (await near(cookie)).find((each) => placeOf(each) === place);
  };

  const put = async (cookie: BrowserCookie): Promise<Put> => {
    let error = '';
    try {
      const told = await api.set(setDetails(cookie, store));
      const seen = told ? toBrowserCookie(told) : null;
      // The browser answers with the first of that name: it may be another one.
      if (seen !== null && placeOf(seen) === placeOf(cookie) && seen.value === cookie.value)
        return { ok: true, stored: seen };
    } catch (problem) {
      error = wordsOf(problem);
    }
    const stored = error === '' ? (await near(cookie)).find((each) => isMadeOf(each, cookie)) : undefined;
    return stored === undefined ? { ok: false, error } : { ok: true, stored };
  };

  return {
    async read(cookies) {
      const wanted = new Map(cookies.map((cookie) => [placeOf(cookie), cookie]));
      const found = new Map<Place, BrowserCookie>();
      const answers =
        wanted.size > ONE_BY_ONE ? [await getAll({})] : await Promise.all([...wanted.values()].map(near));
      for (const cookie of answers.flat()) {
        const place = placeOf(cookie);
        if (wanted.has(place)) found.set(place, cookie);
      }
      return found;
    },
    async readAll() {
      return new Map((await getAll({})).map((cookie) => [placeOf(cookie), cookie]));
    },
    put,
    async end(cookie) {
      let error = '';
      try {
        const told = await api.set(endDetails(cookie, store));
        if (!told && isPlainPath(cookie)) return null;
      } catch (problem) {
        error = wordsOf(problem);
      }
      const place = placeOf(cookie);
      const around = await near(cookie);
      if (!around.some((each) => placeOf(each) === place)) return null;
      // Not to be named that way: all of the name go, and the others come back.
      await api.remove(placedDetails(cookie, store)).catch((problem) => {
        error = wordsOf(problem);
      });
      const left = new Set((await near(cookie)).map(placeOf));
      for (const other of around) {
        if (placeOf(other) !== place && !left.has(placeOf(other))) await put(other);
      }
      return (await at(cookie)) === undefined ? null : error;
    },
  };
}

/** Whether it is what was asked for, but for an expiry that the browser may have cut. */
function isMadeOf(cookie: BrowserCookie, asked: BrowserCookie): boolean {
  return placeOf(asked) === placeOf(cookie) && sameCookie(cookie, { ...asked, expires: cookie.expires });
}

/** Bounded; browsers name the cookie in them, never its value. */
export function wordsOf(problem: unknown): string {
  const words = problem instanceof Error ? problem.message : String(problem);
  return words.slice(0, 500);
}
