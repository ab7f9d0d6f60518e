import { formatNumber, type MessageKey, t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import styles from '../exchange.module.css';
import { CATEGORIES, type Category } from './category.ts';
import type { ImportModel } from './model.ts';

const WORDS: Readonly<Record<Category, MessageKey>> = {
  new: 'import_new',
  changes: 'import_changes',
  done: 'import_done',
  same: 'import_same',
  refused: 'import_refused',
  kept: 'import_kept',
  left: 'import_left',
};

/** How many rows of each kind; a press shows those alone. */
export function Counts({ model }: { readonly model: ImportModel }) {
  const counts = model.counts.value;
  const { category, search } = model;
  return (
    <div class={styles.line}>
      {CATEGORIES.filter((each) => counts[each] > 0).map((each) => (
        <button
          key={each}
          type="button"
          class={styles.chip}
          data-category={each}
          aria-pressed={category.value === each}
          onClick={() => (category.value = category.peek() === each ? null : each)}
        >
          {t(WORDS[each], formatNumber(counts[each]))}
        </button>
      ))}
      <input
        type="search"
        class={styles.find}
        aria-label={t('import_find')}
        placeholder={t('import_find')}
        spellcheck={false}
        autocomplete="off"
        value={search.value}
        onInput={({ currentTarget }) => (search.value = currentTarget.value)}
      />
      {model.stage.value === 'review' && (
        <>
          <Button kind="link" onPress={() => model.takeShown(true)}>
            {t('import_take_shown')}
          </Button>
          <Button kind="link" onPress={() => model.takeShown(false)}>
            {t('import_leave_shown')}
          </Button>
        </>
      )}
    </div>
  );
}
