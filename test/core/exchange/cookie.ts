import type { BrowserCookie } from '../../../src/core/recording/fact.ts';

export { NOW } from './arbitrary-cookie.ts';

export function cookie(given: Partial<BrowserCookie> = {}): BrowserCookie {
  return {
    name: 'sid',
    value: 'abc',
    domain: 'shop.example',
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'unspecified',
    expires: null,
    partitionKey: null,
    ...given,
  };
}
