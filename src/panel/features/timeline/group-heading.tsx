// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and drawn, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its row is the active descendant
import { formatNumber } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import styles from './chart.module.css';
import type { GroupRow } from './rows.ts';

interface GroupHeadingProps {
  readonly row: GroupRow;
  readonly index: number;
  readonly id: string;
}

export function GroupHeading({ row, index, id }: GroupHeadingProps) {
  return (
    <div id={id} role="row" class={styles.group} aria-rowindex={index + 2}>
      <div role="gridcell">
        <b>
          <Text text={row.label} limit={100} />
        </b>{' '}
        <span class={styles.count}>{formatNumber(row.count)}</span>
      </div>
    </div>
  );
}
