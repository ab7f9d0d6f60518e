/**
 * Cookies that are watched over: put back when a page changes or deletes them, or removed whenever they appear. The store's
 * changes are listened to only while there is one.
 */
import { sameCookie } from '../../core/recording/cookies.ts';
import type { BrowserCookie } from '../../core/recording/fact.ts';
import { toBrowserCookie } from '../../protocol/browser-cookie.ts';
import { type Guarded, MOST_GUARDS } from '../../protocol/workbench.ts';
import type { StorageArea } from '../journal/storage.ts';
import type { CookieAccess } from './cookie-access.ts';
import { enforce } from './enforce.ts';
import { type GuardMap, readGuards, writeGuards } from './guard-list.ts';
import { afterWork } from './guards-after-work.ts';
import type { Group } from './held.ts';
import { type Place, placeOf } from './place.ts';

export interface Guards {
  of(storeId: string): Promise<readonly Guarded[]>;
  /** false: so many are not kept, or there is no room. */
  add(storeId: string, kind: Guarded['kind'], cookies: readonly BrowserCookie[]): Promise<boolean>;
  remove(storeId: string, cookies: readonly BrowserCookie[]): Promise<void>;
  /** A person is about to change these: guards let it happen. Call what it resolves to with what has happened. */
  hold(storeId: string, groups: readonly Group[]): Promise<(happened: readonly Group[]) => Promise<void>>;
}

export interface ChangeEvents {
  addListener(listener: (change: chrome.cookies.CookieChangeInfo) => void): void;
  removeListener(listener: (change: chrome.cookies.CookieChangeInfo) => void): void;
}

export interface GuardOptions {
  readonly events: ChangeEvents;
  readonly storage: StorageArea;
  readonly accessTo: (storeId: string) => CookieAccess;
  /** The store is about to be changed by a guard. */
  readonly announce: (storeId: string, kind: Guarded['kind'], groups: readonly Group[]) => void;
  /** To be told of, soon. */
  readonly changed: (storeId: string) => void;
  readonly now: () => number;
  /** No worker before this one can have left guards behind. */
  readonly isFirst: boolean;
}

interface Struggle {
  readonly times: number[];
  isRunning: boolean;
  isAgain: boolean;
}

export function createGuards(options: GuardOptions): Guards {
  const { events, storage, accessTo, announce, changed, now } = options;
  let guards: GuardMap = new Map();
  const struggles = new Map<string, Struggle>();
  const held = new Set<string>();
  const id = (storeId: string, place: Place) => `${storeId}\0${place}`;

  let isListening = false;
  const listen = (on: boolean) => {
    if (on === isListening) return;
    isListening = on;
    if (on) events.addListener(onChanged);
    else events.removeListener(onChanged);
  };
  const listenAsNeeded = () => listen([...guards.values()].some((map) => map.size > 0));

  // At once, before anything is known: the very change that a guard is for may be what woke the worker.
  const onChanged = ({ removed, cause, cookie }: chrome.cookies.CookieChangeInfo) => {
    // The second half of an update says what is there now.
    if (removed && cause === 'overwrite') return;
    const seen = toBrowserCookie(cookie);
    void ready.then(() => {
      const guard = guards.get(cookie.storeId)?.get(placeOf(seen));
      if (guard === undefined || (removed && guard.kind === 'block')) return;
      if (!removed && guard.kind === 'protect' && sameCookie(guard.cookie, seen)) return;
      struggle(cookie.storeId, placeOf(seen));
    });
  };
  if (!options.isFirst) listen(true);
  const ready = readGuards(storage).then((read) => {
    guards = read;
    listenAsNeeded();
  });

  const save = () => {
    listenAsNeeded();
    return writeGuards(storage, guards);
  };
  const set = (storeId: string, guard: Guarded) => {
    const map = guards.get(storeId) ?? new Map<Place, Guarded>();
    guards.set(storeId, map.set(placeOf(guard.cookie), guard));
  };

  /** One at a time a cookie: what the page writes meanwhile is looked at afterwards. */
  const struggle = (storeId: string, place: Place) => {
    const key = id(storeId, place);
    if (held.has(key)) return;
    const own = struggles.get(key) ?? { times: [], isRunning: false, isAgain: false };
    struggles.set(key, own);
    own.isAgain = true;
    if (own.isRunning) return;
    own.isRunning = true;
    const how = {
      access: accessTo(storeId),
      guard: () => (held.has(key) ? undefined : guards.get(storeId)?.get(place)),
      announce: (group: Group) =>
        announce(storeId, guards.get(storeId)?.get(place)?.kind ?? 'protect', [group]),
      change(guard: Guarded) {
        set(storeId, guard);
        void save();
        changed(storeId);
      },
      now,
    };
    const go = async () => {
      while (own.isAgain) {
        own.isAgain = false;
        await enforce(own.times, how);
      }
    };
    go()
      .catch((problem) =>
        console.error('Crumbtrail: guard', problem instanceof Error ? problem.name : 'Error'),
      )
      .finally(() => {
        own.isRunning = false;
      });
  };

  return {
    async of(storeId) {
      await ready;
      return [...(guards.get(storeId)?.values() ?? [])];
    },
    async add(storeId, kind, cookies) {
      await ready;
      const before = new Map(guards.get(storeId));
      for (const cookie of cookies) {
        struggles.delete(id(storeId, placeOf(cookie)));
        set(storeId, {
          kind,
          cookie: kind === 'block' ? { ...cookie, value: '' } : cookie,
          times: 0,
          gaveUp: false,
        });
      }
      if ((guards.get(storeId)?.size ?? 0) > MOST_GUARDS || !(await save())) {
        guards.set(storeId, before);
        await save();
        return false;
      }
      for (const cookie of cookies) struggle(storeId, placeOf(cookie));
      return true;
    },
    async remove(storeId, cookies) {
      await ready;
      if (cookies.length === 0) return;
      for (const cookie of cookies) guards.get(storeId)?.delete(placeOf(cookie));
      await save();
    },
    async hold(storeId, groups) {
      await ready;
      const places = new Set(groups.flat().map(({ cookie }) => placeOf(cookie)));
      for (const place of places) held.add(id(storeId, place));
      return async (happened) => {
        try {
          const map = guards.get(storeId);
          if (map !== undefined && (await afterWork(map, happened, accessTo(storeId)))) await save();
        } finally {
          for (const place of places) held.delete(id(storeId, place));
        }
        for (const place of places) if (guards.get(storeId)?.has(place)) struggle(storeId, place);
      };
    },
  };
}
