import { Cookie, RefreshCw, SearchX } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { usePanel } from '../../panel.ts';
import type { CookiesModel } from './model.ts';

/** Why there is no row: nothing passes the filters, or there is nothing. */
export function CookiesEmpty({ model }: { readonly model: CookiesModel }) {
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
    <Empty icon={Cookie} title={t('empty_cookies')} text={t('empty_cookies_why')}>
      <Button icon={RefreshCw} kind="primary" onPress={panel.reloadPage}>
        {t('reload_page')}
      </Button>
    </Empty>
  );
}
