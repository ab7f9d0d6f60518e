/** Every key of the panel: handlers ask this table, and the sheet under `?` is drawn from it. */
import type { MessageKey } from '../../platform/i18n.ts';
import {
  BAR_KEYS,
  CLOSE_KEY,
  GRID_KEYS,
  HEAD_KEYS,
  type Key,
  OFFER_KEYS,
  SELECT_KEYS,
  TAB_KEYS,
} from '../../ui/keys.ts';
import { CHART_KEYS } from './chart-keys.ts';

export interface Binding {
  readonly group: Group;
  /** Any of them does it. */
  readonly keys: readonly Key[];
  readonly label: MessageKey;
}

/** Where keys act, in the order of the sheet. */
export const GROUPS = {
  everywhere: 'keys_everywhere',
  search: 'search',
  cookies: 'tab_cookies',
  tabs: 'keys_tabs',
  tables: 'keys_tables',
  heads: 'keys_heads',
  bars: 'keys_bars',
  charts: 'keys_charts',
  timeline: 'tab_timeline',
  sessions: 'tab_sessions',
} as const satisfies Readonly<Record<string, MessageKey>>;

export type Group = keyof typeof GROUPS;

const everywhere = (label: MessageKey, ...keys: readonly Key[]) =>
  ({ group: 'everywhere', keys, label }) as const satisfies Binding;
const of = (group: Group, label: MessageKey, ...keys: readonly Key[]) =>
  ({ group, keys, label }) as const satisfies Binding;

/** Keys that act wherever the focus is, but where a person types; by what they do. */
export const ACTIONS = {
  search: everywhere('key_search', '/'),
  help: everywhere('key_help', '?'),
  record: everywhere('key_record', 'r'),
  clear: everywhere('clear', 'Shift+C'),
  keep: everywhere('key_keep', 'k'),
  reload: everywhere('reload_page', 'Shift+R'),
  values: everywhere('key_values', 'v'),
  endings: everywhere('key_endings', 'Shift+E'),
  filter: everywhere('key_filter', 'f'),
  columns: everywhere('key_columns', 'c'),
  snapshot: everywhere('snap_take', 's'),
  undo: everywhere('undo', 'Mod+Z'),
  redo: everywhere('redo', 'Mod+Shift+Z', 'Mod+Y'),
  importCookies: everywhere('key_import', 'i'),
  exportCookies: everywhere('key_export', 'x'),
  copyCookies: everywhere('key_copy', 'y'),
  settings: everywhere('settings', ','),
  editCookie: of('cookies', 'cookie_edit', 'e', 'F2'),
  duplicateCookie: of('cookies', 'cookie_duplicate', 'd'),
  addCookie: of('cookies', 'cookie_add', 'a'),
  protectCookie: of('cookies', 'key_protect', 'p'),
  blockCookie: of('cookies', 'key_block', 'b'),
  markLogin: of('sessions', 'key_mark_login', 'l'),
  markLogout: of('sessions', 'key_mark_logout', 'o'),
  markNote: of('sessions', 'key_mark_note', 'n'),
} as const satisfies Readonly<Record<string, Binding>>;

export type Action = keyof typeof ACTIONS;

/** The view of each place in the line of tabs. */
export const VIEW_KEYS: readonly Key[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** In a table of cookies. */
export const DELETE_KEYS = { cookies: 'Delete', other: 'Backspace' } as const;
/** In what is being edited. */
export const SAVE_KEY = 'Mod+Enter';

/** Keys of what has the focus. */
const FOCUSED: readonly Binding[] = [
  of('everywhere', 'key_close', CLOSE_KEY),
  of('everywhere', 'key_go_on', 'Tab', 'Shift+Tab'),
  of('cookies', 'cookie_delete', DELETE_KEYS.cookies, DELETE_KEYS.other),
  of('cookies', 'key_save', SAVE_KEY),
  of('cookies', 'key_select_more', SELECT_KEYS.previous, SELECT_KEYS.next),
  of('cookies', 'key_select', SELECT_KEYS.toggle),
  of('cookies', 'key_select_all', SELECT_KEYS.all),
  of('tabs', 'key_tabs_along', TAB_KEYS.previous, TAB_KEYS.next),
  of('tabs', 'key_ends', TAB_KEYS.first, TAB_KEYS.last),
  of('tables', 'key_rows', GRID_KEYS.previous, GRID_KEYS.next),
  of('tables', 'key_pages', GRID_KEYS.previousPage, GRID_KEYS.nextPage),
  of('tables', 'key_ends', GRID_KEYS.first, GRID_KEYS.last),
  of('tables', 'key_open', GRID_KEYS.open),
  of('heads', 'key_heads_along', HEAD_KEYS.previous, HEAD_KEYS.next),
  of('heads', 'key_sort', 'Enter'),
  of('heads', 'key_width', HEAD_KEYS.narrower, HEAD_KEYS.wider),
  of('search', 'key_search_offers', OFFER_KEYS.previous, OFFER_KEYS.next),
  of('search', 'key_search_take', OFFER_KEYS.take, OFFER_KEYS.takeFirst),
  of('bars', 'key_bar', BAR_KEYS.grow, BAR_KEYS.shrink, BAR_KEYS.growBelow, BAR_KEYS.shrinkBelow),
  of('timeline', 'key_open', GRID_KEYS.open),
  of('timeline', 'key_open_request', `Shift+${GRID_KEYS.open}`),
  of('charts', 'key_zoom', CHART_KEYS.in[0], CHART_KEYS.out[0]),
  of('charts', 'key_all', CHART_KEYS.all),
  of('charts', 'key_move', CHART_KEYS.back, CHART_KEYS.on),
  of('charts', 'key_move_far', CHART_KEYS.farBack, CHART_KEYS.farOn),
  of('charts', 'key_ends', CHART_KEYS.first, CHART_KEYS.last),
  of('charts', 'key_request', CHART_KEYS.request),
];

export const BINDINGS: readonly Binding[] = [...Object.values(ACTIONS), ...FOCUSED];
