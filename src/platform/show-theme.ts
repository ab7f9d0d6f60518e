/** The theme of a page of the extension. */
import { type ThemeName, themeName } from '../protocol/theme.ts';

/** Read by public/theme.js. */
const MIRROR = 'theme';

/**
 * Shows what the person chose, else `otherwise`, else (null) what the browser prefers. The choice is kept where the next
 * page finds it before its first frame.
 */
export function showTheme(chosen: unknown, otherwise: ThemeName | null = null): void {
  const choice = themeName(chosen);
  const name = choice ?? otherwise;
  const { dataset } = document.documentElement;
  if (name === null) delete dataset.theme;
  else dataset.theme = name;
  try {
    if (choice === null) localStorage.removeItem(MIRROR);
    else localStorage.setItem(MIRROR, choice);
  } catch {
    // Storage of pages may be refused: the next page then shows the choice a frame later.
  }
}
