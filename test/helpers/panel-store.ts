import { createRecording } from '../../src/core/recording/create.ts';
import type { BrowserCookie, Fact } from '../../src/core/recording/fact.ts';
import { reduce } from '../../src/core/recording/reduce.ts';
import { createStore, type Store } from '../../src/panel/store.ts';
import { memoryPreferences } from '../../src/platform/preferences.ts';

export const START = Date.UTC(2026, 0, 15, 12, 0, 0);

/** A panel's store on a recording that a test goes on writing. */
export interface TestStore {
  readonly store: Store;
  /** Further facts, as one delta. */
  add(...facts: readonly Fact[]): void;
}

export function testStore(facts: readonly Fact[] = [], preferences: Record<string, unknown> = {}): TestStore {
  const store = createStore(memoryPreferences(preferences), 'cookies');
  const recording = createRecording();
  let seq = 0;
  const write = (more: readonly Fact[]) => {
    for (const fact of more) reduce(recording, { seq: ++seq, fact });
  };
  write([
    {
      kind: 'tab',
      at: START,
      browser: 'chromium',
      storeId: '0',
      incognito: false,
      fingerprintKey: '0'.repeat(32),
    },
    {
      kind: 'navigation',
      at: START,
      frameId: 0,
      parentFrameId: -1,
      documentId: 'd',
      url: 'https://shop.example/',
    },
    ...facts,
  ]);
  store.sink.replace(recording);
  return {
    store,
    add(...more) {
      write(more);
      store.sink.changed();
    },
  };
}

export function cookieOf(name: string, over: Partial<BrowserCookie> = {}): BrowserCookie {
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

/** The store was read and held these. */
export function jarOf(...cookies: readonly BrowserCookie[]): Fact {
  return { kind: 'jar', at: START + 1, sites: ['shop.example'], cookies, gone: [] };
}

export interface ResponseOptions {
  readonly id?: string;
  readonly url?: string;
  readonly status?: number;
  readonly at?: number;
}

/** A page load whose response had these Set-Cookie lines. */
export function responseWith(lines: readonly string[], options: ResponseOptions = {}): Fact {
  const { id = 'r1', url = 'https://shop.example/', status = 200, at = START + 1_000 } = options;
  return {
    kind: 'response',
    at,
    requestId: id,
    url,
    method: 'GET',
    type: 'main_frame',
    frameId: 0,
    status,
    setCookies: lines,
    headers: [],
  };
}
