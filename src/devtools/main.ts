/** Makes the panel, and nothing else: this page lives as long as DevTools are open. */
const devtools: typeof chrome.devtools | undefined =
  // Firefox has it under both names, but not in every build under `browser`.
  (globalThis as { browser?: typeof chrome }).browser?.devtools ?? globalThis.chrome?.devtools;

// Both paths are from the extension's root, not from this page.
devtools?.panels.create('Crumbtrail', 'icons/icon-32.png', 'src/panel/panel.html');
