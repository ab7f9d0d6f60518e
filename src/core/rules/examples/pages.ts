/** Pieces of the examples that show pages and their headers. */
import type { Exchange } from '../example.ts';
import { LOGIN, SESSION_LINE } from './logins.ts';

export const HTML = { 'content-type': 'text/html; charset=utf-8' } as const;
export const JSON_TYPE = { 'content-type': 'application/json' } as const;
export const SESSION_COOKIE = 'sid=31d4d96e407aad42a7c1';

/** A page of the site for anybody. */
export const page = (path: string, headers: Readonly<Record<string, string>> = {}): Exchange => ({
  url: `https://shop.example${path}`,
  responseHeaders: { ...HTML, ...headers },
});

/** A login that succeeds. */
export const SIGN_IN: Exchange = { ...LOGIN, setCookie: [SESSION_LINE] };

/** A page that was asked for with the session cookie. */
export const ownPage = (path: string, headers: Readonly<Record<string, string>> = {}): Exchange => ({
  ...page(path, headers),
  cookie: SESSION_COOKIE,
});
