/** `chrome.cookies` in memory, as Chromium 156 was seen to behave: what it answers, what it refuses, and what it removes beside. */

import type { CookiesApi } from '../../../src/background/workbench/cookie-access.ts';
import { setDetails } from '../../../src/background/workbench/details.ts';
import type { ChangeEvents } from '../../../src/background/workbench/guards.ts';
import { placeOf } from '../../../src/background/workbench/place.ts';
import { domainMatches } from '../../../src/core/cookie/domain-match.ts';
import { pathMatches } from '../../../src/core/cookie/path-match.ts';
import { problemsOf } from '../../../src/core/edit/problems.ts';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import { toBrowserCookie } from '../../../src/protocol/browser-cookie.ts';

type Native = chrome.cookies.Cookie;
export type Call = {
  readonly method: 'set' | 'remove' | 'getAll';
  readonly details: Record<string, unknown>;
};

export interface FakeCookies extends CookiesApi {
  readonly events: ChangeEvents;
  /** All that was asked, in order. */
  readonly calls: Call[];
  /** Of the store, oldest first. */
  all(): readonly BrowserCookie[];
  /** As a page would, without being asked through the API. */
  write(...cookies: readonly BrowserCookie[]): void;
  delete(cookie: BrowserCookie): void;
  /** Before a call: throw for the browser's refusal, return `true` to make it answer and do nothing. */
  before: ((call: Call) => boolean | void | Promise<void>) | null;
  /** So many cookies are kept; the oldest goes. */
  room: number;
  listeners(): number;
}

const DAYS_400 = 400 * 86_400_000;

export function fakeCookies(now: () => number): FakeCookies {
  const store = new Map<string, Native>();
  const listeners = new Set<(change: chrome.cookies.CookieChangeInfo) => void>();
  const tell = (cookie: Native, removed: boolean, cause: string) => {
    for (const listener of listeners) listener({ cookie, removed, cause } as chrome.cookies.CookieChangeInfo);
  };
  const place = (cookie: Native) => placeOf(toBrowserCookie(cookie));

  const put = (cookie: Native) => {
    const key = place(cookie);
    const before = store.get(key);
    if (before !== undefined) {
      store.delete(key);
      const isOver = cookie.expirationDate !== undefined && cookie.expirationDate * 1000 <= now();
      tell(before, true, isOver ? 'expired_overwrite' : 'overwrite');
    }
    if (cookie.expirationDate !== undefined && cookie.expirationDate * 1000 <= now()) return;
    store.set(key, cookie);
    tell(cookie, false, 'explicit');
    for (const [oldest, each] of store) {
      if (store.size <= fake.room) break;
      store.delete(oldest);
      tell(each, true, 'evicted');
    }
  };

  const made = (details: Record<string, unknown>): Native => {
    const url = new URL(details.url as string);
    const domain = details.domain as string | undefined;
    const path = new URL(`https://x${details.path ?? '/'}`).pathname;
    const expires = details.expirationDate as number | undefined;
    const latest = (now() + DAYS_400) / 1000;
    return {
      name: details.name ?? '',
      value: details.value ?? '',
      domain: domain === undefined ? url.hostname : `.${domain}`,
      hostOnly: domain === undefined,
      path,
      secure: details.secure ?? false,
      httpOnly: details.httpOnly ?? false,
      sameSite: details.sameSite ?? 'unspecified',
      session: expires === undefined,
      storeId: '0',
      ...(expires === undefined ? {} : { expirationDate: Math.min(expires, latest) }),
      ...(details.partitionKey === undefined ? {} : { partitionKey: details.partitionKey }),
    } as Native;
  };

  const reached = ({ url, name, domain }: Record<string, unknown>) => {
    const at = url === undefined ? null : new URL(url as string);
    return [...store.values()].filter((cookie) => {
      const own = cookie.domain.replace(/^\./, '');
      if (name !== undefined && cookie.name !== name) return false;
      if (domain !== undefined && !domainMatches(own, domain as string)) return false;
      if (at === null) return true;
      const isHost = cookie.hostOnly ? at.hostname === own : domainMatches(at.hostname, own);
      return isHost && pathMatches(at.pathname, cookie.path);
    });
  };
  const isIn = (cookie: Native, partition: unknown) =>
    JSON.stringify(cookie.partitionKey ?? null) === JSON.stringify(partition ?? null);

  const call = async (method: Call['method'], details: object): Promise<boolean> => {
    const asked = { method, details: structuredClone(details) as Record<string, unknown> };
    fake.calls.push(asked);
    await Promise.resolve();
    return (await fake.before?.(asked)) === true;
  };

  const fake: FakeCookies = {
    calls: [],
    before: null,
    room: Number.POSITIVE_INFINITY,
    events: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
    listeners: () => listeners.size,
    all: () => [...store.values()].map(toBrowserCookie),
    write(...cookies) {
      for (const cookie of cookies)
        put(
          made(setDetails(cookie, { storeId: '0', isFirefox: false }) as unknown as Record<string, unknown>),
        );
    },
    delete(cookie) {
      const found = store.get(placeOf(cookie));
      if (found === undefined) return;
      store.delete(placeOf(cookie));
      tell(found, true, 'explicit');
    },
    async getAll(details) {
      await call('getAll', details);
      return reached(details as Record<string, unknown>).map((cookie) => structuredClone(cookie));
    },
    async set(details) {
      const isIgnored = await call('set', details);
      const cookie = made(details as unknown as Record<string, unknown>);
      const problems = problemsOf(toBrowserCookie(cookie), { browser: 'chromium', now: now() });
      if (problems.length > 0) throw new Error(`Failed to parse or set cookie named "${cookie.name}".`);
      if (!isIgnored) put(cookie);
      // The first of that name which the URL reaches.
      const { url, name, partitionKey } = details as unknown as Record<string, unknown>;
      return reached({ url, name }).find((each) => isIn(each, partitionKey)) ?? null;
    },
    async remove(details) {
      if (await call('remove', details)) return null;
      const { url, name, partitionKey } = details as unknown as Record<string, unknown>;
      for (const cookie of reached({ url, name })) {
        if (!isIn(cookie, partitionKey)) continue;
        store.delete(place(cookie));
        tell(cookie, true, 'explicit');
      }
      return details;
    },
  };
  return fake;
}
