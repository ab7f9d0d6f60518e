/** The keys of the components, by name: the handlers and the list of keys that a person reads take them from here. */

/** A key as `KeyboardEvent.key` names it, with `Alt+`, `Shift+` or `Mod+` (Ctrl, or Cmd) before it where they belong to it. */
export type Key = string;

export const GRID_KEYS = {
  next: 'ArrowDown',
  previous: 'ArrowUp',
  nextPage: 'PageDown',
  previousPage: 'PageUp',
  first: 'Home',
  last: 'End',
  open: 'Enter',
} as const;

/** Where several rows can be chosen. */
export const SELECT_KEYS = {
  toggle: 'Space',
  all: 'Mod+A',
  next: 'Shift+ArrowDown',
  previous: 'Shift+ArrowUp',
} as const;

export const HEAD_KEYS = {
  next: 'ArrowRight',
  previous: 'ArrowLeft',
  wider: 'Alt+ArrowRight',
  narrower: 'Alt+ArrowLeft',
} as const;

export const TAB_KEYS = { next: 'ArrowRight', previous: 'ArrowLeft', first: 'Home', last: 'End' } as const;

/** Of the bar between two parts: beside each other, and one below the other. */
export const BAR_KEYS = {
  grow: 'ArrowLeft',
  shrink: 'ArrowRight',
  growBelow: 'ArrowUp',
  shrinkBelow: 'ArrowDown',
} as const;

/** Of a box that offers what may come next. */
export const OFFER_KEYS = {
  next: 'ArrowDown',
  previous: 'ArrowUp',
  take: 'Enter',
  takeFirst: 'Tab',
} as const;

export const CLOSE_KEY = 'Escape';

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Whether this is the key. Signs and digits are as they are written, for many keyboards need Shift for them. */
export function isKey(event: KeyPress, key: Key): boolean {
  const parts = key.length > 1 ? key.split('+') : [key];
  const name = parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? key);
  if ((event.ctrlKey || event.metaKey) !== parts.includes('Mod')) return false;
  if (event.altKey !== parts.includes('Alt')) return false;
  const isSign = name.length === 1 && name.toLowerCase() === name.toUpperCase();
  if (isSign) return event.key === name;
  if (event.shiftKey !== parts.includes('Shift')) return false;
  if (event.key.toLowerCase() === name.toLowerCase()) return true;
  // A keyboard of another script has the letter in the same place.
  const isOtherScript = event.key.length === 1 && event.key.charCodeAt(0) > 0x7f;
  return name.length === 1 && isOtherScript && event.code === `Key${name.toUpperCase()}`;
}
