import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { FORMATS } from '../../../core/exchange/formats.ts';
import type { CookieFieldName, FormatId } from '../../../core/exchange/types.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { usePanel } from '../../panel.ts';
import styles from '../exchange.module.css';
import { fieldList, formatWord } from '../words.ts';
import type { ImportModel } from './model.ts';

const AUTOMATIC = 'automatic';

/** What the file is taken for, and what it leaves unsaid. */
export function FileSummary({ model }: { readonly model: ImportModel }) {
  const { store } = usePanel();
  const assumed = useMemo(() => computed(() => assumedIn(model)), [model]).value;
  const format = model.format.value;
  return (
    <>
      <div class={styles.line}>
        <label class={styles.line}>
          {t('import_format')}
          <select
            class={styles.select}
            value={model.chosen.value ?? AUTOMATIC}
            onChange={({ currentTarget }) => void model.choose(formatOf(currentTarget.value))}
          >
            <option value={AUTOMATIC}>
              {format === null ? t('import_format_unknown') : t('import_recognised', formatWord(format))}
            </option>
            {FORMATS.map(({ id }) => (
              <option key={id} value={id}>
                {formatWord(id)}
              </option>
            ))}
          </select>
        </label>
        <span class={styles.soft}>{tn('import_rows', model.rows.value.length)}</span>
      </div>
      {assumed.length > 0 && (
        <p class={styles.soft}>
          {t('import_assumed', fieldList(assumed))}
          {assumed.includes('domain') && store.tab.value?.url && (
            <>
              {' '}
              <Text text={t('import_assumed_page', new URL(store.tab.value.url).host)} />
            </>
          )}
        </p>
      )}
      {model.leftOut.value.length > 0 && (
        <p class={styles.soft}>
          <Text
            text={t(
              'import_not_cookies',
              model.leftOut.value.map(({ what, count }) => `${what} (${count})`).join(', '),
            )}
          />
        </p>
      )}
    </>
  );
}

/** Fields that some row does not say. */
function assumedIn(model: ImportModel): readonly CookieFieldName[] {
  const found = new Set<CookieFieldName>();
  for (const { assumed } of model.rows.value) for (const field of assumed) found.add(field);
  return [...found];
}

function formatOf(value: string): FormatId | null {
  return FORMATS.find(({ id }) => id === value)?.id ?? null;
}
