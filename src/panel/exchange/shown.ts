/** Which dialog of moving cookies is open: told by buttons and keys, drawn by the host, which loads it when first asked for. */
import { type Signal, signal } from '@preact/signals';
import type { BrowserCookie } from '../../core/recording/fact.ts';
import type { Store } from '../store.ts';

export type Exchange =
  /** `file`: dropped onto the panel. */
  | { readonly kind: 'import'; readonly file: File | null }
  | { readonly kind: 'export'; readonly selected: readonly BrowserCookie[] }
  | { readonly kind: 'copy'; readonly cookies: readonly BrowserCookie[] };

const shown = new WeakMap<Store, Signal<Exchange | null>>();

export function exchangeIn(store: Store): Signal<Exchange | null> {
  const held = shown.get(store) ?? signal<Exchange | null>(null);
  shown.set(store, held);
  return held;
}

export function openImport(store: Store, file: File | null = null): void {
  exchangeIn(store).value = { kind: 'import', file };
}

/** `selected`: may be none. */
export function openExport(store: Store, selected: readonly BrowserCookie[]): void {
  exchangeIn(store).value = { kind: 'export', selected };
}

/** Asks how to copy the cookies; does nothing for none. */
export function openCopy(store: Store, cookies: readonly BrowserCookie[]): void {
  if (cookies.length > 0) exchangeIn(store).value = { kind: 'copy', cookies };
}
