import { ChartGantt, RefreshCw, SearchX } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { clearCookieFilter } from '../../cookie-filter.ts';
import { usePanel } from '../../panel.ts';
import type { TimelineModel } from './model.ts';

/** Why there is no bar: nothing passes the filters, or there is nothing. */
export function TimelineEmpty({ model }: { readonly model: TimelineModel }) {
  const panel = usePanel();
  if (model.all.value.length > 0) {
    return (
      <Empty icon={SearchX} title={t('empty_filtered')} text={t('empty_filtered_why')}>
        <Button onPress={() => clearCookieFilter(model.store)}>{t('filters_clear')}</Button>
      </Empty>
    );
  }
  if (!model.store.loaded.value) return null;
  return (
    <Empty icon={ChartGantt} title={t('empty_timeline')} text={t('empty_timeline_why')}>
      <Button icon={RefreshCw} kind="primary" onPress={panel.reloadPage}>
        {t('reload_page')}
      </Button>
    </Empty>
  );
}
