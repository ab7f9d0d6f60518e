import { ArrowRightLeft, RefreshCw, SearchX } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { usePanel } from '../../panel.ts';
import type { TrafficModel } from './model.ts';

/** Why there is no row: nothing passes the filters, or no response has set a cookie yet. */
export function TrafficEmpty({ model }: { readonly model: TrafficModel }) {
  const panel = usePanel();
  if (model.all.value.length > 0) {
    return (
      <Empty icon={SearchX} title={t('empty_filtered')} text={t('empty_filtered_why')}>
        <Button onPress={model.clearFilters}>{t('filters_clear')}</Button>
      </Empty>
    );
  }
  if (!model.store.loaded.value) return null;
  return (
    <Empty icon={ArrowRightLeft} title={t('empty_traffic')} text={t('empty_traffic_why')}>
      <Button icon={RefreshCw} kind="primary" onPress={panel.reloadPage}>
        {t('reload_page')}
      </Button>
    </Empty>
  );
}
