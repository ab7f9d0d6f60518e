import { Camera } from 'lucide';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Automatic } from './automatic.tsx';
import listStyles from './list.module.css';
import type { Pair, SnapshotsModel } from './model.ts';
import { NowRow, SnapshotRow } from './snapshot-row.tsx';
import styles from './snapshots.module.css';

/** Everything that is kept, newest first, each to be chosen as one side of the comparison. */
export function SnapshotList({ model }: { readonly model: SnapshotsModel }) {
  const { snapshots, dropped, keptBy } = model.keeper;
  const pair: Pair | null = model.pair.value;
  if (pair === null) return null;
  const chosen = { before: pair.before.id, after: pair.after.id };
  return (
    <section class={styles.list} aria-label={t('tab_snapshots')}>
      <p class={styles.take}>
        <Button icon={Camera} onPress={model.keeper.take}>
          {t('snap_take')}
        </Button>
        <Automatic model={model} />
      </p>
      <table class={listStyles.kept}>
        <thead>
          <tr>
            <th scope="col">{t('snap_before')}</th>
            <th scope="col">{t('snap_after')}</th>
            <th scope="col">{t('snap_single')}</th>
            <th scope="col" class={listStyles.number}>
              {t('tab_cookies')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          <NowRow model={model} chosen={chosen} />
          {snapshots.value.map((snapshot) => (
            <SnapshotRow key={snapshot.id} model={model} snapshot={snapshot} chosen={chosen} />
          ))}
        </tbody>
      </table>
      {dropped.value > 0 && <p class={styles.soft}>{tn('snap_dropped', dropped.value)}</p>}
      <p class={styles.soft}>{t(keptBy.value === 'browser' ? 'snap_kept_browser' : 'snap_kept_panel')}</p>
    </section>
  );
}
