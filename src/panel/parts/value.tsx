import { Text } from '../../ui/text.tsx';
import { MASK } from '../mask.ts';
import { usePanel } from '../panel.ts';
import styles from './parts.module.css';

interface ValueProps {
  /** A secret, until shown. */
  readonly value: string;
  readonly limit?: number;
}

/** A cookie's value, or a mask: what is masked is not in the page at all. */
export function Value({ value, limit = 200 }: ValueProps) {
  const { showValues } = usePanel().store;
  if (value === '') return <span class={styles.none}>—</span>;
  if (!showValues.value) return <span class={styles.mask}>{MASK}</span>;
  return (
    <span class={styles.value}>
      <Text text={value} limit={limit} />
    </span>
  );
}
