import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import type { KeptCookie, Snapshot } from '../../../src/core/snapshot/snapshot.ts';

export const T0 = Date.UTC(2026, 0, 15, 12, 0, 0);
export const MINUTE = 60_000;

export function cookie(name: string, over: Partial<BrowserCookie> = {}): BrowserCookie {
  return {
    name,
    value: `value of ${name}`,
    domain: 'shop.example',
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

export function kept(
  name: string,
  over: Partial<BrowserCookie> = {},
  writtenAt: number | null = null,
): KeptCookie {
  return { cookie: cookie(name, over), writtenAt };
}

export function snapshot(cookies: readonly KeptCookie[], over: Partial<Snapshot> = {}): Snapshot {
  return { id: 'a', at: T0, why: 'by-hand', label: '', sites: ['shop.example'], cookies, ...over };
}
