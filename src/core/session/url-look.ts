/** What a URL's path and query say that a request is for. */
import { BoundedCache } from '../site/bounded-cache.ts';
import {
  DONE_WORDS,
  ERROR_WORDS,
  FACTOR_WORDS,
  LOGIN_WORDS,
  LOGOUT_WORDS,
  PRIVATE_WORDS,
  PRIVILEGE_WORDS,
  PROVIDER_WORDS,
  RESET_WORDS,
  SIGN_UP_WORDS,
} from './login-words.ts';
import { wordsOf } from './plain-words.ts';

export interface UrlLook {
  /** Origin and path: what stands for one page. */
  readonly page: string;
  readonly path: string;
  readonly login: boolean;
  readonly logout: boolean;
  readonly signUp: boolean;
  readonly reset: boolean;
  readonly factor: boolean;
  readonly privilege: boolean;
  readonly provider: boolean;
  readonly personal: boolean;
  /** `/login/success`, `/logout/callback`: what follows an action. */
  readonly done: boolean;
  /** The last segment is `sessions`, `session` or the like: DELETE there ends one. */
  readonly sessionResource: boolean;
  /** Query or fragment name an error. */
  readonly error: boolean;
  /** Names of query fields. */
  readonly queryNames: readonly string[];
}

const MAX_SEGMENTS = 20;
const MAX_QUERY = 50;
const cache = new BoundedCache<UrlLook | null>(1000);
/** Requests ask again and again, and there are more of them than a cache of URLs should hold. */
const ofRequests = new WeakMap<object, UrlLook | null>();

/** null for what is no URL. */
export function lookOfUrl(url: string): UrlLook | null {
  return cache.get(url, look);
}

/** The same of a request, kept as long as the request is. */
export function lookOfRequest(request: { readonly url: string }): UrlLook | null {
  const known = ofRequests.get(request);
  if (known !== undefined) return known;
  const made = look(request.url);
  ofRequests.set(request, made);
  return made;
}

/** What a path says alone: many URLs differ in their query only. */
const paths = new BoundedCache<PathLook>(1000);
type PathLook = Omit<UrlLook, 'page' | 'error' | 'queryNames'>;

function look(text: string): UrlLook | null {
  if (!URL.canParse(text)) return null;
  const { origin, pathname, search, searchParams, hash } = new URL(text);
  const path = paths.get(pathname, lookOfPath);
  const page = origin + pathname;
  if (search === '' && hash === '') return { ...path, page, error: false, queryNames: [] };
  const query = [...searchParams].slice(0, MAX_QUERY);
  const acts = actionsOf(query);
  const logout = path.logout || hasAny(acts, LOGOUT_WORDS) || saysLogout(query);
  const reset = path.reset || hasAny(acts, RESET_WORDS);
  return {
    ...path,
    page,
    logout,
    reset,
    signUp: path.signUp || hasAny(acts, SIGN_UP_WORDS),
    login: !logout && !reset && (path.login || hasAny(acts, LOGIN_WORDS)),
    error: namesError(query, hash),
    queryNames: query.map(([name]) => name),
  };
}

/** `?action=logout`, `?do=login`, `?logout`: a short value of a word is an action; an address in `?next=/login` is none. */
function actionsOf(query: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const actions = query.flatMap(([name, value]) => {
    if (value === '' || value === '1') return [name];
    return /^(?:action|act|do|mode|cmd|op|task|view|page|event)$/i.test(name) ? [value] : [];
  });
  return new Set(actions.flatMap((action) => [...phrasesOf(action.slice(0, 60))]));
}

/** `?customer-logout=true`; `?login=true` may as well say that a login worked. */
function saysLogout(query: readonly (readonly [string, string])[]): boolean {
  return query.some(
    ([name, value]) => /^(?:true|yes)$/i.test(value) && hasAny(phrasesOf(name.slice(0, 60)), LOGOUT_WORDS),
  );
}

function lookOfPath(path: string): PathLook {
  const phrases = phrasesOf(path);
  const logout = hasAny(phrases, LOGOUT_WORDS);
  const reset = hasAny(phrases, RESET_WORDS);
  return {
    path,
    login: !logout && !reset && (hasAny(phrases, LOGIN_WORDS) || endsAsLogin(phrases)),
    logout,
    signUp: hasAny(phrases, SIGN_UP_WORDS),
    reset,
    factor: hasAny(phrases, FACTOR_WORDS),
    privilege: hasAny(phrases, PRIVILEGE_WORDS),
    provider: hasAny(phrases, PROVIDER_WORDS),
    personal: hasAny(phrases, PRIVATE_WORDS),
    done: hasAny(phrases, DONE_WORDS),
    sessionResource: /\/(?:user_?)?(?:sessions?|auth|login|token)(?:\/[\w-]{1,40})?\/?$/i.test(path),
  };
}

/** Single words of a path, each segment as one run, and neighbouring words joined: `sign-in` is `signin`. */
function phrasesOf(path: string): ReadonlySet<string> {
  const phrases = new Set<string>();
  for (const segment of path.split('/').slice(0, MAX_SEGMENTS)) {
    const words = wordsOf(decoded(segment.split(';', 1)[0] ?? ''));
    for (const [index, word] of words.entries()) {
      phrases.add(word);
      phrases.add(word + (words[index + 1] ?? ''));
      phrases.add(word + (words[index + 1] ?? '') + (words[index + 2] ?? ''));
    }
  }
  const all = path.toLowerCase();
  if (/\/sessions?\/new\/?$/.test(all)) phrases.add('login');
  if (/\/sessions?\/(?:destroy|delete|end)\/?$/.test(all)) phrases.add('logout');
  return phrases;
}

/** `weblogin`, `customerlogin`; not `bloginfo`. */
function endsAsLogin(phrases: ReadonlySet<string>): boolean {
  for (const phrase of phrases) {
    if (/.(?:login|signin|logon)$/.test(phrase) && !phrase.endsWith('blogin')) return true;
  }
  return false;
}

function namesError(query: readonly (readonly [string, string])[], hash: string): boolean {
  const last = query.flatMap(([name, value]) => [name, value.length <= 40 ? value : '']);
  return [...last, hash.slice(0, 60)].some((text) => wordsOf(text).some((word) => ERROR_WORDS.has(word)));
}

function hasAny(words: ReadonlySet<string>, list: ReadonlySet<string>): boolean {
  for (const word of words) if (list.has(word)) return true;
  return false;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
