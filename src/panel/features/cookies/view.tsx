import { useSignalEffect } from '@preact/signals';
import { t } from '../../../platform/i18n.ts';
import { isNumber } from '../../../platform/preferences.ts';
import { Grid } from '../../../ui/grid.tsx';
import { Split } from '../../../ui/split.tsx';
import { cookieFacetWords } from '../../cookie-words.ts';
import { FilterChips } from '../../parts/filters.tsx';
import { useRemembered } from '../../parts/use-remembered.ts';
import { cookieColumns } from './columns.tsx';
import { CookieDetails } from './details.tsx';
import { CookiesEmpty } from './empty.tsx';
import { type CookiesModel, isColumn } from './model.ts';
import { CookiesFooter } from './summary.tsx';

export function CookiesView({ model }: { readonly model: CookiesModel }) {
  const share = useRemembered('cookies.split', isNumber, 0.42);
  const opened = model.opened.value;
  return (
    <Split
      label={t('split_bar')}
      share={share.value}
      onShare={(next) => (share.value = next)}
      onClose={() => (model.store.cookie.value = null)}
      main={
        <>
          <FilterChips choice={model.store.cookieFacets} words={cookieFacetWords} />
          <CookieTable model={model} />
          <CookiesFooter model={model} />
        </>
      }
      side={
        opened && (
          <CookieDetails key={opened.key} row={opened} onClose={() => (model.store.cookie.value = null)} />
        )
      }
    />
  );
}

function CookieTable({ model }: { readonly model: CookiesModel }) {
  const { store } = model;
  // A jump from elsewhere moves the cursor along.
  useSignalEffect(() => {
    if (store.cookie.value !== null) model.cursor.value = store.cookie.value;
  });
  return (
    <Grid
      label={t('tab_cookies')}
      columns={cookieColumns(model.columns.value, store.showValues.value)}
      widths={model.widths.value}
      onWidths={(widths) => (model.widths.value = widths)}
      rows={model.rows.value}
      rowKey={(row) => row.key}
      rowState={(row) => row.state}
      sort={model.sort.value}
      onSort={({ column, descending }) => {
        if (isColumn(column)) model.sort.value = { column, descending };
      }}
      cursor={model.cursor.value}
      onCursor={(key) => {
        model.cursor.value = key;
        if (store.cookie.peek() !== null) open(model, key);
      }}
      onOpen={(key) => open(model, key)}
      onLeftOut={(ids) => (model.leftOut.value = ids)}
      empty={<CookiesEmpty model={model} />}
    />
  );
}

function open(model: CookiesModel, key: string): void {
  const row = model.rows.peek().find((each) => each.key === key);
  if (row) model.store.cookie.value = row.key;
}
