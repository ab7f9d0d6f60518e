import { Minus, Pencil, Plus } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import { useSize } from '../../../ui/use-size.ts';
import { DifferenceCells } from './difference-cells.tsx';
import styles from './differences.module.css';
import type { Pair, SnapshotsModel } from './model.ts';
import type { DifferenceKind, DifferenceRow } from './row.ts';
import { KINDS, titleOf } from './words.ts';

const ICONS = { added: Plus, removed: Minus, changed: Pencil } as const;
const ORDER: readonly DifferenceKind[] = ['added', 'removed', 'changed'];

interface DifferenceTableProps {
  readonly model: SnapshotsModel;
  readonly pair: Pair;
}

/** Pixels below which a cookie's name stands above its differences, not beside them. */
const NARROW = 560;

/** A group each of what was added, removed and changed; before and after side by side. */
export function DifferenceTable({ model, pair }: DifferenceTableProps) {
  const root = useRef<HTMLDivElement>(null);
  const { width } = useSize(root);
  const narrow = width > 0 && width < NARROW;
  return (
    <div ref={root} class={styles.scroll}>
      <table class={styles.differences} data-narrow={narrow || undefined}>
        <thead>
          <tr>
            {!narrow && <th scope="col">{t('snap_cookie')}</th>}
            <th scope="col">{t('snap_what')}</th>
            <th scope="col">
              <Text text={titleOf(pair.before)} />
            </th>
            <th scope="col">
              <Text text={titleOf(pair.after)} />
            </th>
          </tr>
        </thead>
        {ORDER.map((kind) => (
          <Group
            key={kind}
            kind={kind}
            rows={model.shown.value.filter((row) => row.kind === kind)}
            narrow={narrow}
          />
        ))}
      </table>
    </div>
  );
}

/** More than a person reads at once; the search finds the others. */
const FIRST = 100;

interface GroupProps {
  readonly kind: DifferenceKind;
  readonly rows: readonly DifferenceRow[];
  readonly narrow: boolean;
}

function Group({ kind, rows, narrow }: GroupProps) {
  const [most, setMost] = useState(FIRST);
  if (rows.length === 0) return null;
  const columns = narrow ? 3 : 4;
  return (
    <tbody data-kind={kind}>
      <tr>
        <th colSpan={columns} scope="rowgroup" class={styles.group}>
          <span>
            <Icon node={ICONS[kind]} size={13} />
            {t(KINDS[kind])}
            <span class={styles.soft}>{formatNumber(rows.length)}</span>
          </span>
        </th>
      </tr>
      {rows.slice(0, most).map((row) => (
        <DifferenceCells key={row.key} row={row} narrow={narrow} />
      ))}
      {rows.length > most && (
        <tr>
          <td colSpan={columns}>
            <Button kind="link" onPress={() => setMost(most + 5 * FIRST)}>
              {t('snap_more', formatNumber(rows.length - most))}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
