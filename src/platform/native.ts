/**
 * The browser's own object, promises included: for the worker and the popup, which must be small, and for calls newer
 * than webextension-polyfill (`documentId`, partition keys).
 */

/** Firefox gives promises under `browser`, Chromium under `chrome`. */
export const native: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? chrome;

/** Which browser's rules and quirks hold. Only Firefox says `browser.runtime.getBrowserInfo`. */
export const browserKind: 'chromium' | 'firefox' =
  'getBrowserInfo' in native.runtime ? 'firefox' : 'chromium';
