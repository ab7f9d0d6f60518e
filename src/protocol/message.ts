/** One-shot messages (`runtime.sendMessage`) that any page of the extension may send. */
export type Message =
  /** Resolves to the tab's Report (contracts.md), or to `{ error }`. */
  { readonly kind: 'report'; readonly tabId: number };
