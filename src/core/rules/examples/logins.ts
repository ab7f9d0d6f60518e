/** Pieces of the examples that show logins and logouts. */
import type { Exchange } from '../example.ts';

const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
export const SESSION_LINE = `sid=31d4d96e407aad42a7c1; ${FLAGS}`;
export const OTHER_LINE = `sid=9f02b6c1d4e87a35c0b4; ${FLAGS}`;
export const SESSION_GONE = `sid=; ${FLAGS}; Max-Age=0`;
export const REMEMBER_LINE = `remember_me=5b0c77a1e2d94f3806aa; ${FLAGS}; Max-Age=2592000`;

export const LOGIN_FIELDS = ['username', 'password'] as const;

/** A page that gives the visitor a session. */
export const VISIT: Exchange = { setCookie: [SESSION_LINE] };

export const LOGIN: Exchange = {
  url: 'https://shop.example/login',
  method: 'POST',
  fields: LOGIN_FIELDS,
  status: 303,
  responseHeaders: { location: '/account' },
};

export const LOGOUT: Exchange = {
  url: 'https://shop.example/logout',
  method: 'POST',
  status: 303,
  responseHeaders: { location: '/' },
};
