import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/text.tsx';
import { MASK } from '../mask.ts';
import { usePanel } from '../panel.ts';
import styles from './parts.module.css';

const FIRST = 600;
/** In the narrowest panel no more characters than this fit the box without scrolling. */
const MAY_SCROLL = 300;

/** A value in full, in a box of its own; a very long one only when asked for. */
export function LongValue({ value }: { readonly value: string }) {
  const { showValues } = usePanel().store;
  const [all, setAll] = useState(false);
  if (!showValues.value) {
    return (
      <div class={styles.box}>
        <span class={styles.mask}>{MASK}</span>
        <Button kind="link" onPress={() => (showValues.value = true)}>
          {t('show_values')}
        </Button>
      </div>
    );
  }
  const cut = value.length > FIRST && !all;
  return (
    <div class={styles.box}>
      {/* A region that scrolls must be reached by the keyboard. */}
      <code class={styles.code} tabIndex={value.length > MAY_SCROLL ? 0 : undefined}>
        {value === '' ? t('value_empty') : <Text text={value} limit={cut ? FIRST : value.length} />}
      </code>
      {cut && (
        <Button kind="link" onPress={() => setAll(true)}>
          {t('show_all', value.length)}
        </Button>
      )}
    </div>
  );
}
