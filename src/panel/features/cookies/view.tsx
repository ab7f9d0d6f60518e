import { useSignalEffect } from '@preact/signals';
import { t } from '../../../platform/i18n.ts';
import { isNumber } from '../../../platform/preferences.ts';
import { Grid } from '../../../ui/grid.tsx';
import { Split } from '../../../ui/split.tsx';
import { cookieFacetWords } from '../../cookie-words.ts';
import { usePanel } from '../../panel.ts';
import { FilterChips } from '../../parts/filters.tsx';
import { useRemembered } from '../../parts/use-remembered.ts';
import { isTouched } from '../../workbench/editor.ts';
import { guardsOf } from '../../workbench/guards.ts';
import { cookieColumns } from './columns.tsx';
import { CookieDetails } from './details.tsx';
import { leaveEditor } from './edit/actions.ts';
import { BulkBar } from './edit/bulk-bar.tsx';
import { LazyEditor } from './edit/lazy-editor.tsx';
import { useDeleteKey } from './edit/use-delete-key.ts';
import { CookiesEmpty } from './empty.tsx';
import { type CookiesModel, isColumn } from './model.ts';
import { CookiesFooter } from './summary.tsx';

export function CookiesView({ model }: { readonly model: CookiesModel }) {
  const share = useRemembered('cookies.split', isNumber, 0.42);
  const panel = usePanel();
  const opened = model.opened.value;
  const editor = model.store.editor.value;
  const close = () => {
    if (editor) leaveEditor(panel, editor);
    else model.store.cookie.value = null;
  };
  return (
    <Split
      label={t('split_bar')}
      share={share.value}
      onShare={(next) => (share.value = next)}
      onClose={close}
      main={
        <>
          <FilterChips choice={model.store.cookieFacets} words={cookieFacetWords} />
          <CookieTable model={model} />
          <BulkBar model={model} />
          <CookiesFooter model={model} />
        </>
      }
      side={
        editor ? (
          <LazyEditor editor={editor} />
        ) : (
          opened && <CookieDetails key={opened.key} row={opened} onClose={close} />
        )
      }
    />
  );
}

function CookieTable({ model }: { readonly model: CookiesModel }) {
  const { store } = model;
  const onKeyDown = useDeleteKey(model);
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
      selecting={{
        selection: model.selection.value,
        onSelect: (selection) => (model.selection.value = selection),
      }}
      beside={guardsOf(store).value}
      onKey={onKeyDown}
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
  if (!row) return;
  const { editor, cookie } = model.store;
  // What a person wrote stays until they save or leave it.
  if (editor.value && !isTouched(editor.value)) editor.value = null;
  cookie.value = row.key;
}
