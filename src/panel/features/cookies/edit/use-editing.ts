import { useComputed } from '@preact/signals';
import { noticesOf, problemsOf } from '../../../../core/edit/problems.ts';
import type { BrowserCookie } from '../../../../core/recording/fact.ts';
import { keyOf } from '../../../../core/recording/keys.ts';
import { type Panel, usePanel } from '../../../panel.ts';
import { act } from '../../../workbench/act.ts';
import { change, type Editor, type Edits, standingOf } from '../../../workbench/editor.ts';
import { closeEditor } from './actions.ts';

/** What the fields of an editor show, and what they do. */
export function useEditing(editor: Editor) {
  const panel = usePanel();
  const { store, now } = panel;
  const live = useComputed(() => {
    void store.version.value;
    return liveOf(panel, editor);
  }).value;
  const standing = standingOf(editor, live, now.value);
  const { before, after } = standing;
  const options = { browser: store.recording.value.browser, now: now.value };
  const held = presentAt(panel, after);
  return {
    ...standing,
    live,
    problems: problemsOf(after, options),
    notices: noticesOf(after, options),
    /** The old one goes. */
    isRenamed: before !== null && keyOf(before) !== keyOf(after),
    /** Another one stands where this one is to be. */
    replaces: held !== null && (before === null || keyOf(before) !== keyOf(after)),
    set: (edits: Edits) => change(editor, edits, live),
    save: () => save(panel, editor),
    cancel: () => closeEditor(panel),
  };
}

export type Editing = ReturnType<typeof useEditing>;

function liveOf(panel: Panel, { draft }: Editor): BrowserCookie | null {
  return draft.before === null ? null : presentAt(panel, draft.before);
}

function presentAt({ store }: Panel, cookie: BrowserCookie): BrowserCookie | null {
  const entry = store.recording.value.cookies.get(keyOf(cookie));
  return entry?.present ? entry.cookie : null;
}

/** Closes the editor where the store holds what was asked for; else says why not. */
async function save(panel: Panel, editor: Editor): Promise<void> {
  if (editor.saving.peek()) return;
  editor.saving.value = true;
  editor.refused.value = null;
  const { before, after } = standingOf(editor, liveOf(panel, editor), Date.now());
  // A new one in the place of another changes that other.
  const replaced = before ?? presentAt(panel, after);
  const [result] = await act(panel, before === null ? 'add' : 'edit', [{ before: replaced, after }]);
  editor.saving.value = false;
  if (result?.outcome === 'refused') editor.refused.value = result.error ?? '';
  if (result?.outcome !== 'done' && result?.outcome !== 'same') return;
  panel.store.cookie.value = keyOf(result.stored ?? after);
  if (panel.store.editor.peek() === editor) closeEditor(panel);
}
