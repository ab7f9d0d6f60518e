import { ArrowLeftRight, Equal } from 'lucide';
import type { Comparison } from '../../../core/snapshot/compare.ts';
import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Text } from '../../../ui/text.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { ExportComparison } from './export.tsx';
import type { Pair, SnapshotsModel } from './model.ts';
import styles from './snapshots.module.css';
import { summaryOf, titleOf } from './words.ts';

interface ComparisonViewProps {
  readonly model: SnapshotsModel;
  readonly pair: Pair;
}

/** The two names, what differs in a few words, and each difference. */
export function ComparisonView({ model, pair }: ComparisonViewProps) {
  const comparison = model.comparison.value;
  if (comparison === null) return null;
  return (
    <section class={styles.comparison} aria-label={t('snap_comparison')}>
      <div class={styles.head}>
        <h2>
          <Text text={titleOf(pair.before)} />
          <IconButton icon={ArrowLeftRight} label={t('snap_swap')} onPress={model.swap} />
          <Text text={titleOf(pair.after)} />
        </h2>
        <ExportComparison model={model} pair={pair} comparison={comparison} />
      </div>
      <p class={styles.summary}>
        <b role="status">{summaryOf(comparison) || t('snap_equal')}</b>
        <span class={styles.soft}>{tn('snap_same', comparison.same)}</span>
        <OnlyMatters model={model} />
      </p>
      {comparison.apart > 0 && <p class={styles.soft}>{tn('snap_apart', comparison.apart)}</p>}
      <Differences model={model} pair={pair} comparison={comparison} />
    </section>
  );
}

function OnlyMatters({ model }: { readonly model: SnapshotsModel }) {
  const renewals = model.renewals.value;
  return (
    <label class={styles.check} title={t('snap_only_matters_why')}>
      <input
        type="checkbox"
        checked={model.onlyMatters.value}
        onChange={(event) => (model.onlyMatters.value = event.currentTarget.checked)}
      />
      <span>
        {t('snap_only_matters')}
        {renewals > 0 && <span class={styles.soft}> ({formatNumber(renewals)})</span>}
      </span>
    </label>
  );
}

interface DifferencesProps extends ComparisonViewProps {
  readonly comparison: Comparison;
}

function Differences({ model, pair, comparison }: DifferencesProps) {
  if (model.rows.value.length === 0) {
    if (pair.before.id === pair.after.id)
      return <Empty icon={Equal} title={t('snap_itself')} text={t('snap_itself_why')} />;
    return <Empty icon={Equal} title={t('snap_equal')} text={tn('snap_equal_why', comparison.same)} />;
  }
  if (model.shown.value.length > 0) return <DifferenceTable model={model} pair={pair} />;
  return (
    <Empty icon={Equal} title={t('snap_none_match')} text={t('snap_none_match_why')}>
      <Button
        onPress={() => {
          model.facets.value = {};
          model.store.search.value = '';
        }}
      >
        {t('filters_clear')}
      </Button>
    </Empty>
  );
}
