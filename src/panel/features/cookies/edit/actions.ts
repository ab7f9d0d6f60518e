/** What a person can do to the cookies of the list. */
import type { BrowserCookie } from '../../../../core/recording/fact.ts';
import { NO_ROWS } from '../../../../ui/grid-selection.ts';
import type { CookieRow } from '../../../cookie-row.ts';
import type { Panel } from '../../../panel.ts';
import { act, guard } from '../../../workbench/act.ts';
import { type Draft, type Editor, isTouched } from '../../../workbench/editor.ts';
import { focusTable } from '../../../workbench/focus-table.ts';
import { guardsOf } from '../../../workbench/guards.ts';
import { openEditor } from '../../../workbench/open-editor.ts';
import type { CookiesModel } from '../model.ts';
import { copyOf, deletionsOf, newCookie, presentOf } from './targets.ts';

/** Id of the form. */
export const EDITOR_FORM = 'cookie-editor';

export function addCookie(panel: Panel, model: CookiesModel): void {
  const { tab } = panel.store;
  edit(panel, {
    before: null,
    after: newCookie(tab.value?.url ?? null, presentOf(model.all.peek())),
  });
}

/** One that has gone is set again. */
export function editCookie(panel: Panel, { cookie, state }: CookieRow): void {
  edit(panel, { before: state === 'present' ? cookie : null, after: cookie });
}

export function duplicateCookie(panel: Panel, { cookie }: CookieRow): void {
  edit(panel, { before: null, after: copyOf(cookie) });
}

/** What a person has begun to write stays: it is saved or left before another. */
function edit(panel: Panel, draft: Draft): void {
  const open = panel.store.editor.peek();
  if (open && isTouched(open)) document.getElementById(EDITOR_FORM)?.querySelector('input')?.focus();
  else openEditor(panel, draft);
}

export function deleteCookies(
  panel: Panel,
  model: CookiesModel | null,
  cookies: readonly BrowserCookie[],
): void {
  void act(panel, 'delete', deletionsOf(cookies));
  if (model) model.selection.value = NO_ROWS;
  // The button may be gone with what it was about.
  focusTable();
}

/** Watches over all of them in this way; where that is so already, over none. */
export function toggleGuard(panel: Panel, kind: 'protect' | 'block', rows: readonly CookieRow[]): void {
  if (rows.length === 0) return;
  const guards = guardsOf(panel.store).peek();
  const isOn = rows.every(({ key }) => guards.get(key)?.kind === kind);
  // What is not there has nothing to be put back to.
  const cookies = kind === 'protect' && !isOn ? presentOf(rows) : rows.map(({ cookie }) => cookie);
  void guard(panel, isOn ? null : kind, cookies);
}

/** The editor goes, and what it was about is shown again. */
export function closeEditor(panel: Panel): void {
  panel.store.editor.value = null;
  focusTable();
}

/** As `closeEditor`, for a key pressed elsewhere: what a person wrote is not thrown away by it. */
export function leaveEditor(panel: Panel, editor: Editor): void {
  const isInside = document.getElementById(EDITOR_FORM)?.contains(document.activeElement) ?? false;
  if (isInside || !isTouched(editor)) closeEditor(panel);
}
