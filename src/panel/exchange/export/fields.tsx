import type { Signal } from '@preact/signals';
import { FORMATS } from '../../../core/exchange/formats.ts';
import type { FormatId } from '../../../core/exchange/types.ts';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import styles from '../exchange.module.css';
import { formatWord } from '../words.ts';
import { type Choices, WHICH, type Which } from './choice.ts';

interface FieldsProps {
  readonly choices: Choices;
  readonly which: Signal<Which>;
  readonly format: Signal<FormatId>;
  readonly onChange: () => void;
}

/** Which cookies, and how they are written. */
export function Fields({ choices, which, format, onChange }: FieldsProps) {
  const offered = WHICH.filter((each) => isOffered(each, choices));
  return (
    <>
      <fieldset class={styles.which}>
        <legend>{t('export_which')}</legend>
        {offered.map((each) => (
          <label key={each} class={styles.line}>
            <input
              type="radio"
              name="export-which"
              checked={which.value === each}
              onChange={() => {
                which.value = each;
                onChange();
              }}
            />
            <span>
              <Text text={wordOf(each, choices)} />
            </span>
            <span class={styles.soft}>{formatNumber(choices.cookies[each].length)}</span>
          </label>
        ))}
      </fieldset>
      <label class={styles.line}>
        {t('export_format')}
        <select
          class={styles.select}
          value={format.value}
          onChange={({ currentTarget }) => {
            format.value = FORMATS.find(({ id }) => id === currentTarget.value)?.id ?? 'json';
            onChange();
          }}
        >
          {FORMATS.map(({ id }) => (
            <option key={id} value={id}>
              {formatWord(id)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function isOffered(which: Which, { cookies, isFiltered, site }: Choices): boolean {
  if (which === 'selected') return cookies.selected.length > 0;
  if (which === 'filtered') return isFiltered;
  return which === 'page' || site !== null;
}

function wordOf(which: Which, { site }: Choices): string {
  switch (which) {
    case 'selected':
      return t('export_selected');
    case 'filtered':
      return t('export_filtered');
    case 'page':
      return t('export_page');
    case 'site':
      return t('export_site', site ?? '');
  }
}
