import { BoundedCache } from '../site/bounded-cache.ts';
import type { Recording } from './recording.ts';

/** An empty recording; `reduce` fills it. */
export function createRecording(): Recording {
  return {
    browser: 'chromium',
    storeId: '0',
    incognito: false,
    fingerprintKey: '00000000000000000000000000000000',
    startedAt: 0,
    lastAt: 0,
    lastSeq: 0,
    facts: 0,
    frames: new Map(),
    documents: new Map(),
    sites: new Map(),
    requests: new Map(),
    setCookies: new Map(),
    cookies: new Map(),
    moments: [],
    replays: [],
    webStorage: new Map(),
    scriptWrites: new Map(),
    scriptWritesLost: 0,
    dropped: { requests: 0, facts: 0 },
    jarReadAt: null,
    index: {
      newestHop: new Map(),
      cookiesByName: new Map(),
      cookieHeaders: new BoundedCache(50),
      unconfirmed: new Map(),
      refused: new Map(),
      scriptClaims: new Map(),
      edits: new Map(),
      overwriting: new Map(),
      sitesRead: new Set(),
    },
  };
}
