import type { BrowserCookie } from '../../core/recording/fact.ts';
import { keyOf } from '../../core/recording/keys.ts';

/** What tells the cookies of a store apart, first-party isolation of Firefox included. */
export type Place = string;

export function placeOf(cookie: BrowserCookie): Place {
  return cookie.firstPartyDomain ? `${keyOf(cookie)}\0${cookie.firstPartyDomain}` : keyOf(cookie);
}
