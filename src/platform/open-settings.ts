import { native } from './native.ts';

/** Shows the settings, in the tab that shows them already where there is one. */
export function openSettings(): void {
  // Not in every page of DevTools: there a window is opened like from any page.
  const open: undefined | (() => Promise<void> | void) = native.runtime.openOptionsPage;
  const byHand = () => void window.open(native.runtime.getURL('src/settings/settings.html'));
  if (open === undefined) byHand();
  else Promise.resolve(open.call(native.runtime)).catch(byHand);
}
