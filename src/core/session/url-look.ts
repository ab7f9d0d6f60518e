/** What a URL's path and query say that a request is for. */
import { BoundedCache } from '../site/bounded-cache.ts';
import { ERROR_WORDS } from './login-words.ts';
import { MEANS, meaningOfPath } from './path-words.ts';
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
  /** The last segment is `sessions`, `session` or the like: DELETE there ends one. With an ID it may be anybody's. */
  readonly sessionResource: boolean;
  /** Query or fragment name an error. */
  readonly error: boolean;
  /** Names of query fields. */
  readonly queryNames: readonly string[];
}

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

type Query = readonly (readonly [string, string])[];
const NO_QUERY: Query = [];

function look(text: string): UrlLook | null {
  const url = parsed(text);
  if (url === null) return null;
  const { origin, pathname: path, search, hash } = url;
  const query = search === '' ? NO_QUERY : [...url.searchParams].slice(0, MAX_QUERY);
  const says = meaningOfPath(path);
  const asks = query.length === 0 ? 0 : meaningOfActions(query);
  const logout = ((says | asks) & MEANS.logout) !== 0;
  const reset = ((says | asks) & MEANS.reset) !== 0;
  const login = (says & (MEANS.login | MEANS.endsAsLogin)) !== 0 || (asks & MEANS.login) !== 0;
  return {
    page: origin + path,
    path,
    login: login && !logout && !reset,
    logout,
    signUp: ((says | asks) & MEANS.signUp) !== 0,
    reset,
    factor: (says & MEANS.factor) !== 0,
    privilege: (says & MEANS.privilege) !== 0,
    provider: (says & MEANS.provider) !== 0,
    personal: (says & MEANS.personal) !== 0,
    done: (says & MEANS.done) !== 0,
    sessionResource: SESSION_RESOURCE.test(path),
    error: (search !== '' || hash !== '') && namesError(query, hash),
    queryNames: query.map(([name]) => name),
  };
}

const SESSION_RESOURCE = /\/(?:user_?)?(?:sessions?|auth|login|token)(?:\/(?:current|me|self|mine))?\/?$/i;

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/**
 * `?action=logout`, `?do=login`, `?logout`: a short value of a word is an action; an address in `?next=/login` is none.
 * `?customer-logout=true`; `?login=true` may as well say that a login worked.
 */
function meaningOfActions(query: Query): number {
  let meaning = 0;
  for (const [name, value] of query) {
    if (value === '' || value === '1') meaning |= meaningOfPath(name.slice(0, 60));
    else if (ACTION.test(name)) meaning |= meaningOfPath(value.slice(0, 60));
    if (/^(?:true|yes)$/i.test(value)) meaning |= meaningOfPath(name.slice(0, 60)) & MEANS.logout;
  }
  return meaning;
}

const ACTION = /^(?:action|act|do|mode|cmd|op|task|view|page|event)$/i;

function namesError(query: Query, hash: string): boolean {
  const last = query.flatMap(([name, value]) => [name, value.length <= 40 ? value : '']);
  return [...last, hash.slice(0, 60)].some((text) => wordsOf(text).some((word) => ERROR_WORDS.has(word)));
}
