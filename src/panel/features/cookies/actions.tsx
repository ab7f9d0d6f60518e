import { Columns3 } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { COLUMN_IDS, DEFAULT_COLUMNS, toggleColumn } from '../../../protocol/columns.ts';
import { Popover } from '../../../ui/popover.tsx';
import { COOKIE_FACETS } from '../../cookie-facets.ts';
import { cookieFacetWords } from '../../cookie-words.ts';
import { ExchangeActions } from '../../exchange/actions.tsx';
import { press, useKey } from '../../keys/use-key.ts';
import { FilterButton } from '../../parts/filters.tsx';
import styles from './cookies.module.css';
import { ChangeActions } from './edit/change-actions.tsx';
import { presentOf } from './edit/targets.ts';
import type { CookiesModel } from './model.ts';
import { WatchScripts } from './watch-scripts.tsx';

interface ModelProps {
  readonly model: CookiesModel;
}

const COLUMNS_BUTTON = 'columns-button';

export function CookiesActions({ model }: ModelProps) {
  useKey('columns', () => press(COLUMNS_BUTTON));
  return (
    <>
      <WatchScripts />
      <FilterButton
        facets={COOKIE_FACETS}
        choice={model.store.cookieFacets}
        rows={() => model.all.value}
        words={cookieFacetWords}
      />
      <ChangeActions model={model} />
      <ExchangeActions {...chosenOf(model)} />
      <Popover buttonId={COLUMNS_BUTTON} icon={Columns3} label={t('columns')}>
        {() => <ColumnMenu model={model} />}
      </Popover>
    </>
  );
}

/** What import, export and copy are about: the chosen rows, else the row of the cursor, or whose details are open. */
function chosenOf(model: CookiesModel) {
  return {
    selected: () => (model.selection.value.keys.size > 0 ? presentOf(model.targets.value) : []),
    current: () => {
      const key = model.cursor.value ?? model.store.cookie.value;
      return (key !== null && model.all.value.find((row) => row.key === key)?.cookie) || null;
    },
  };
}

/** Which columns are shown; those without room say so. */
function ColumnMenu({ model }: ModelProps) {
  const chosen = model.columns.value;
  const leftOut = model.leftOut.value;
  return (
    <div class={styles.columns}>
      {COLUMN_IDS.map((id) => (
        <label key={id} class={styles.column}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={id === 'name'}
            onChange={() => (model.columns.value = toggleColumn(chosen, id))}
          />
          {t(`column_${id}`)}
          {leftOut.includes(id) && <span class={styles.faint}>{t('column_no_room')}</span>}
        </label>
      ))}
      <button
        type="button"
        class={styles.reset}
        onClick={() => {
          model.columns.value = DEFAULT_COLUMNS;
          model.widths.value = {};
        }}
      >
        {t('columns_reset')}
      </button>
    </div>
  );
}
