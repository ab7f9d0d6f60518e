import { Check, CircleX, type IconNode, Minus, PencilLine, Plus } from 'lucide';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { t } from '../../../platform/i18n.ts';
import type { ChangeResult } from '../../../protocol/workbench.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import styles from '../exchange.module.css';
import { fieldList } from '../words.ts';
import { type Category, categoryOf } from './category.ts';
import { differences } from './differences.ts';
import type { ImportModel } from './model.ts';
import { reasonOf } from './reason.ts';
import type { ImportRow } from './row.ts';

const ICONS: Readonly<Record<Category, IconNode>> = {
  new: Plus,
  changes: PencilLine,
  done: Check,
  same: Minus,
  refused: CircleX,
  kept: Minus,
  left: Minus,
};

/** What the row would do, or what became of it. */
export function StateCell({ model, row }: { readonly model: ImportModel; readonly row: ImportRow }) {
  const results = model.results.value;
  const category = categoryOf(row, model.isTaken(row), results);
  const text = textOf(row, category, results?.get(row.index));
  return (
    <span class={styles.state} data-category={category} title={text}>
      <Icon node={ICONS[category]} size={12} />
      <span class={styles.stateText}>
        <Text text={text} alone />
      </span>
    </span>
  );
}

function textOf(row: ImportRow, category: Category, result: ChangeResult | undefined): string {
  switch (category) {
    case 'new':
      return t('import_state_new');
    case 'changes':
      return t('import_state_changes', fieldList(row.differs));
    case 'done':
      return doneText(row, result?.stored);
    case 'same':
      return t('import_state_same');
    case 'refused':
      return t('import_state_refused', result?.error || reasonOf(row) || t('import_no_reason'));
    case 'kept':
      return t('import_state_kept');
    case 'left':
      return row.again ? t('import_state_again') : t('import_state_left');
  }
}

/** The browser may have made something else of it: a shorter life. */
function doneText({ cookie }: ImportRow, stored: BrowserCookie | undefined): string {
  const fields = cookie && stored ? differences(cookie, stored) : [];
  return fields.length === 0 ? t('import_state_done') : t('import_state_stored', fieldList(fields));
}
