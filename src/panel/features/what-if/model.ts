import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Browser } from '../../../core/cookie/types.ts';
import { type WhatIf, whatIf } from '../../../core/cookie/what-if.ts';
import type { Store } from '../../store.ts';

export interface WhatIfModel {
  readonly store: Store;
  /** What a person writes. Never kept: a line holds a value. */
  readonly line: Signal<string>;
  readonly url: Signal<string>;
  readonly page: Signal<string>;
  readonly browser: Signal<Browser>;
  /** null: there is no line yet. */
  readonly answer: ReadonlySignal<WhatIf | null>;
}

const EXAMPLE = '__Host-sid=8f14e45f; Path=/; Secure; HttpOnly; SameSite=Lax';

export function createWhatIfModel(store: Store, now: () => number): WhatIfModel {
  const line = signal(EXAMPLE);
  const url = signal(store.tab.peek()?.url ?? 'https://shop.example/');
  const page = signal('');
  const browser = signal<Browser>(store.recording.peek().browser);
  const answer = computed(() => {
    if (line.value.trim() === '') return null;
    const top = page.value.trim();
    return whatIf(line.value, {
      url: url.value.trim(),
      browser: browser.value,
      now: now(),
      ...(top === '' ? {} : { topLevelSite: top }),
    });
  });
  return { store, line, url, page, browser, answer };
}

/** Takes over the line that a jump brought. */
export function takeLine(model: WhatIfModel): void {
  const brought = model.store.whatIf.peek();
  if (brought === null) return;
  model.store.whatIf.value = null;
  model.line.value = brought.line;
  model.url.value = brought.url;
  model.page.value = brought.page === brought.url ? '' : brought.page;
}
