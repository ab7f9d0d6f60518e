import type { BrowserCookie } from '../../../src/core/recording/fact.ts';

export const NOW = Date.UTC(2026, 0, 15, 12);

export function cookieOf(over: Partial<BrowserCookie> = {}): BrowserCookie {
  return {
    name: 'sid',
    value: 'v1',
    domain: 'www.shop.example',
    hostOnly: true,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    expires: null,
    partitionKey: null,
    ...over,
  };
}
