/** Facts for tests: short to write, whole to the reducer. */
import type { BrowserCookie, Entry, Fact } from '../../../src/core/recording/fact.ts';
import type { CookieEntry, Recording, SetCookieEntry } from '../../../src/core/recording/recording.ts';
import { replay } from '../../../src/core/recording/replay.ts';

type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

export const T0 = 1_790_000_000_000;

export const tabFact: Of<'tab'> = {
  kind: 'tab',
  at: T0,
  browser: 'chromium',
  storeId: '0',
  incognito: false,
  fingerprintKey: '00112233445566778899aabbccddeeff',
};

export function nav(url: string, more: Partial<Of<'navigation'>> = {}): Fact {
  return { kind: 'navigation', at: T0, frameId: 0, parentFrameId: -1, url, ...more };
}

export function body(url: string, more: Partial<Of<'body'>> = {}): Fact {
  const fields = { format: 'form', names: ['user', 'password'] } as const;
  return { kind: 'body', at: T0 + 9, ...basics(url), fields, ...more };
}

export function sent(url: string, cookie: string | null, more: Partial<Of<'sent'>> = {}): Fact {
  return { kind: 'sent', at: T0 + 10, ...basics(url), cookie, headers: [], ...more };
}

export function response(
  url: string,
  setCookies: readonly string[] = [],
  more: Partial<Of<'response'>> = {},
): Fact {
  return { kind: 'response', at: T0 + 20, ...basics(url), status: 200, setCookies, headers: [], ...more };
}

const basics = (url: string) =>
  ({ requestId: 'r1', url, method: 'GET', type: 'main_frame', frameId: 0 }) as const;

export const subresource = { type: 'xmlhttprequest', method: 'GET' } as const;

export function cookie(more: Partial<BrowserCookie> = {}): BrowserCookie {
  return {
    name: 'sid',
    value: 'one',
    domain: 'shop.example',
    hostOnly: true,
    path: '/',
    secure: false,
    httpOnly: false,
    sameSite: 'unspecified',
    expires: null,
    partitionKey: null,
    ...more,
  };
}

export function stored(more: Partial<BrowserCookie> = {}, fact: Partial<Of<'cookie'>> = {}): Fact {
  return { kind: 'cookie', at: T0 + 30, removed: false, cause: 'explicit', cookie: cookie(more), ...fact };
}

export function removed(
  cause: Of<'cookie'>['cause'],
  more: Partial<BrowserCookie> = {},
  fact: Partial<Of<'cookie'>> = {},
): Fact {
  return { kind: 'cookie', at: T0 + 30, removed: true, cause, cookie: cookie(more), ...fact };
}

export function jar(more: Partial<Of<'jar'>> = {}): Fact {
  return { kind: 'jar', at: T0 + 5000, sites: ['shop.example'], cookies: [], gone: [], ...more };
}

export function entriesOf(facts: readonly Fact[]): Entry[] {
  return facts.map((fact, index) => ({ seq: index + 1, fact }));
}

export function recordingOf(...facts: readonly Fact[]): Recording {
  return replay(entriesOf([tabFact, ...facts]));
}

export function lines(recording: Recording): SetCookieEntry[] {
  return [...recording.setCookies.values()];
}

export function theCookie(recording: Recording, name = 'sid'): CookieEntry {
  const found = [...recording.cookies.values()].filter((entry) => entry.cookie.name === name);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} cookies named ${name}`);
  return found[0];
}

export function kinds(entry: CookieEntry): string[] {
  return entry.history.map((event) => event.kind);
}
