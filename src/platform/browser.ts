/**
 * The one door to the browser. `browser` is webextension-polyfill's promise API; `chrome` is the browser's own
 * object, for calls newer than the polyfill (`cookies.getPartitionKey`, `documentId`) and for hot listeners.
 */
import polyfill from 'webextension-polyfill';

export const browser = polyfill;

/** Firefox gives promises under `browser`, Chromium under `chrome`. */
export const native: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? chrome;

/** Which browser's rules and quirks hold. Only Firefox says `browser.runtime.getBrowserInfo`. */
export const browserKind: 'chromium' | 'firefox' =
  'getBrowserInfo' in native.runtime ? 'firefox' : 'chromium';
