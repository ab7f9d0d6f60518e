import { formatNumber, type MessageKey, t } from '../../../platform/i18n.ts';
import { notTaken } from '../../workbench/words.ts';
import styles from '../exchange.module.css';
import type { Category } from './category.ts';
import type { ImportModel } from './model.ts';

const PARTS: readonly (readonly [Category, MessageKey])[] = [
  ['done', 'import_done'],
  ['same', 'import_same'],
  ['refused', 'import_refused'],
  ['kept', 'import_kept'],
  ['left', 'import_left'],
];

/** The import in numbers. */
export function ResultSentence({ model }: { readonly model: ImportModel }) {
  const counts = model.counts.value;
  const parts = PARTS.filter(([category]) => category === 'done' || counts[category] > 0);
  // Where the worker did not take the order at all.
  const why =
    counts.done === 0 &&
    [...(model.results.value?.values() ?? [])].find(({ outcome }) => outcome === 'kept')?.error;
  return (
    <p class={styles.result} role="status">
      {parts.map(([category, key]) => t(key, formatNumber(counts[category]))).join(' · ')}
      {why && ` · ${notTaken(why)}`}
    </p>
  );
}
