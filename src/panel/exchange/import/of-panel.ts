import { problemsOf } from '../../../core/edit/problems.ts';
import { readCookies } from '../../../core/exchange/read-cookies.ts';
import type { Panel } from '../../panel.ts';
import type { Store } from '../../store.ts';
import { act } from '../../workbench/act.ts';
import { storeCookies } from '../store-cookies.ts';
import { createImport, type ImportModel } from './model.ts';

const models = new WeakMap<Store, ImportModel>();

/** The import of a panel: one at a time, and the same after its dialog was hidden. */
export function importOf(panel: Panel): ImportModel {
  const { store } = panel;
  const held = models.get(store);
  if (held) return held;
  const model = createImport({
    read: (text, format) =>
      readCookies(text, {
        url: store.tab.peek()?.url ?? null,
        now: panel.now.peek(),
        ...(format === null ? {} : { format }),
      }),
    stored: () => storeCookies(store.recording.peek()),
    problems: (cookie) =>
      problemsOf(cookie, { browser: store.recording.peek().browser, now: panel.now.peek() }),
    run: (changes) => act(panel, 'import', changes),
    steps: () => store.workbench.peek().undo.map(({ id }) => id),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });
  models.set(store, model);
  return model;
}
