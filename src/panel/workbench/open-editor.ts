import { batch } from '@preact/signals';
import { keyOf } from '../../core/recording/keys.ts';
import { jump, type Store } from '../store.ts';
import { createEditor, type Draft } from './editor.ts';

/** Shows the editor beside the list of cookies, with what `after` has unlike `before` as changed already. */
export function openEditor(panel: { readonly store: Store }, draft: Draft): void {
  const { store } = panel;
  batch(() => {
    if (draft.before === null) store.feature.value = 'cookies';
    else jump(store, { kind: 'cookie', cookie: keyOf(draft.before) });
    store.editor.value = createEditor(draft);
  });
}
