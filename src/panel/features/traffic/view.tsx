import { useSignalEffect } from '@preact/signals';
import { ArrowDown } from 'lucide';
import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { isNumber } from '../../../platform/preferences.ts';
import { Button } from '../../../ui/button.tsx';
import { Grid } from '../../../ui/grid.tsx';
import { Split } from '../../../ui/split.tsx';
import { FilterChips } from '../../parts/filters.tsx';
import { Footer } from '../../parts/footer.tsx';
import { useRemembered } from '../../parts/use-remembered.ts';
import { trafficColumns } from './columns.tsx';
import { TrafficEmpty } from './empty.tsx';
import { type TrafficModel, takeVerdict } from './model.ts';
import { RequestDetails } from './request-details.tsx';
import styles from './traffic.module.css';
import { trafficFacetWords } from './words.ts';

interface ModelProps {
  readonly model: TrafficModel;
}

export function TrafficView({ model }: ModelProps) {
  const share = useRemembered('traffic.split', isNumber, 0.45);
  const opened = model.opened.value;
  return (
    <Split
      label={t('split_bar')}
      share={share.value}
      onShare={(next) => (share.value = next)}
      onClose={() => (model.store.request.value = null)}
      main={
        <>
          <FilterChips choice={model.facets} words={trafficFacetWords} />
          <TrafficTable model={model} />
          <TrafficFooter model={model} />
        </>
      }
      side={
        opened && (
          <RequestDetails
            opened={opened}
            setCookie={model.store.request.value?.setCookie ?? null}
            onClose={() => (model.store.request.value = null)}
          />
        )
      }
    />
  );
}

function TrafficTable({ model }: ModelProps) {
  const { store } = model;
  // A jump from elsewhere moves the cursor along, and away from the newest.
  useSignalEffect(() => {
    const target = store.request.value;
    if (!target?.setCookie) return;
    model.follow.value = false;
    model.cursor.value = target.setCookie;
  });
  useSignalEffect(() => {
    if (store.verdict.value !== null) takeVerdict(model);
  });
  return (
    <Grid
      label={t('tab_traffic')}
      columns={trafficColumns()}
      widths={model.widths.value}
      onWidths={(widths) => (model.widths.value = widths)}
      rows={model.rows.value}
      rowKey={(row) => row.key}
      rowState={(row) => row.verdict}
      cursor={model.cursor.value}
      onCursor={(key) => {
        model.cursor.value = key;
        if (store.request.peek() !== null) open(model, key);
      }}
      onOpen={(key) => open(model, key)}
      follow={model.follow.value}
      onFollow={(atEnd) => (model.follow.value = atEnd)}
      empty={<TrafficEmpty model={model} />}
    />
  );
}

function open(model: TrafficModel, key: string): void {
  const row = model.rows.peek().find((each) => each.key === key);
  if (row) {
    model.store.request.value = { kind: 'request', request: row.request.key, setCookie: row.key };
  }
}

function TrafficFooter({ model }: ModelProps) {
  const { shown, all, rejected, contradicted, requests } = model.summary.value;
  if (all === 0) return null;
  return (
    <Footer>
      {shown < all && <span>{t('count_of', formatNumber(shown), formatNumber(all))}</span>}
      <span>{tn('count_lines', all)}</span>
      <span>{tn('count_requests', requests)}</span>
      {rejected > 0 && <span>{tn('count_rejected', rejected)}</span>}
      {contradicted > 0 && <span>{tn('count_contradicted', contradicted)}</span>}
      {!model.follow.value && (
        <span class={styles.follow}>
          <Button kind="link" icon={ArrowDown} onPress={() => (model.follow.value = true)}>
            {t('follow_newest')}
          </Button>
        </span>
      )}
    </Footer>
  );
}
