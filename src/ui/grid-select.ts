import { type GridSelection, NO_ROWS, rangeTo, toggleRow } from './grid-selection.ts';
import { CLOSE_KEY, isKey, SELECT_KEYS } from './keys.ts';

/** What a grid needs to choose rows by. */
export interface Selecting {
  readonly selection: GridSelection;
  readonly onSelect: (selection: GridSelection) => void;
}

interface GridState {
  readonly cursor: string | null;
  /** Keys of all rows, in order; asked for only where a range is chosen. */
  readonly keys: () => readonly string[];
}

/** A click with Ctrl, Cmd or Shift; false where it is an ordinary one. */
export function selectByClick(
  event: MouseEvent,
  key: string,
  { cursor, keys }: GridState,
  by: Selecting,
): boolean {
  if (event.ctrlKey || event.metaKey) by.onSelect(toggleRow(by.selection, key, cursor));
  else if (event.shiftKey) by.onSelect(rangeTo(by.selection, key, cursor, keys()));
  else {
    if (by.selection.keys.size > 0) by.onSelect(NO_ROWS);
    return false;
  }
  return true;
}

/** The keys that choose without moving; false where it is none of them. */
export function selectByKey(event: KeyboardEvent, { cursor, keys }: GridState, by: Selecting): boolean {
  if (isKey(event, SELECT_KEYS.all)) by.onSelect({ keys: new Set(keys()), anchor: cursor });
  else if (isKey(event, SELECT_KEYS.toggle) && cursor !== null)
    by.onSelect(toggleRow(by.selection, cursor, cursor));
  else if (isKey(event, CLOSE_KEY) && by.selection.keys.size > 0) by.onSelect(NO_ROWS);
  else return false;
  return true;
}
