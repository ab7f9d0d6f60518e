import { Camera } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterChips } from '../../parts/filters.tsx';
import { Automatic } from './automatic.tsx';
import { ComparisonView } from './comparison-view.tsx';
import type { SnapshotsModel } from './model.ts';
import { SnapshotList } from './snapshot-list.tsx';
import styles from './snapshots.module.css';
import { differenceWords } from './words.ts';

/** What is kept at one side, how two of them differ at the other. */
export function SnapshotsView({ model }: { readonly model: SnapshotsModel }) {
  if (model.pair.value === null) return <NoSnapshot model={model} />;
  return (
    <>
      <FilterChips choice={model.facets} words={differenceWords} />
      <div class={styles.page}>
        <SnapshotList model={model} />
        <ComparisonView model={model} pair={model.pair.value} />
      </div>
    </>
  );
}

function NoSnapshot({ model }: { readonly model: SnapshotsModel }) {
  return (
    <Empty icon={Camera} title={t('snap_none')} text={t('snap_none_why')}>
      <Button icon={Camera} kind="primary" onPress={model.keeper.take}>
        {t('snap_take')}
      </Button>
      <Automatic model={model} />
    </Empty>
  );
}
