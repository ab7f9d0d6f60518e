import { PencilLine } from 'lucide';
import { t } from '../../../../platform/i18n.ts';
import { Popover } from '../../../../ui/popover.tsx';
import type { CookieRow } from '../../../cookie-row.ts';
import { useKey } from '../../../keys/use-key.ts';
import { usePanel } from '../../../panel.ts';
import { UndoButtons } from '../../../workbench/undo-buttons.tsx';
import type { CookiesModel } from '../model.ts';
import { addCookie, duplicateCookie, editCookie, toggleGuard } from './actions.ts';
import { ChangeMenu } from './change-menu.tsx';
import styles from './edit.module.css';

/** Changing cookies, in the line of tabs: the menu, undo and redo, and the keys of the list. */
export function ChangeActions({ model }: { readonly model: CookiesModel }) {
  const panel = usePanel();
  const withOne = (run: (row: CookieRow) => void) => {
    const [row, another] = model.targets.peek();
    if (row && !another) run(row);
  };
  useKey('editCookie', () => withOne((row) => editCookie(panel, row)));
  useKey('duplicateCookie', () => withOne((row) => duplicateCookie(panel, row)));
  useKey('addCookie', () => addCookie(panel, model));
  useKey('protectCookie', () => toggleGuard(panel, 'protect', model.targets.peek()));
  useKey('blockCookie', () => toggleGuard(panel, 'block', model.targets.peek()));
  return (
    <>
      <span class={styles.wide}>
        <UndoButtons />
      </span>
      <Popover icon={PencilLine} label={t('change_menu')} count={panel.store.workbench.value.guards.length}>
        {(close) => <ChangeMenu model={model} onDone={close} />}
      </Popover>
    </>
  );
}
