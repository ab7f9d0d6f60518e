import type { Signal } from '@preact/signals';
import { Maximize2, Table2, ZoomIn, ZoomOut } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { SessionMoment } from '../../../../core/session/session-events.ts';
import { type TimeRange, withMoment } from '../../../../core/timeline/time-range.ts';
import { t } from '../../../../platform/i18n.ts';
import { IconButton } from '../../../../ui/button.tsx';
import { useSize } from '../../../../ui/use-size.ts';
import { plainText } from '../../../../ui/visible-text.ts';
import { useZoom, zoomIn } from '../../../chart/use-zoom.ts';
import { usePanel } from '../../../panel.ts';
import { jump } from '../../../store.ts';
import type { SessionBlock } from '../block.ts';
import styles from './chart.module.css';
import { Flags } from './flags.tsx';
import { lookAt } from './lane-look.ts';
import { LaneSvg } from './lane-svg.tsx';
import { LaneTable } from './lane-table.tsx';
import { Readout } from './readout.tsx';

interface LaneChartProps {
  readonly block: SessionBlock;
  readonly bounds: TimeRange;
  /** Shared by all charts. */
  readonly zoom: Signal<TimeRange | null>;
  readonly onOpen: (event: SessionMoment) => void;
}

/** A session's IDs, requests and events over time; the same as a table by a button. */
export function LaneChart({ block, bounds, zoom, onOpen }: LaneChartProps) {
  const { store } = usePanel();
  const { lane, session } = block;
  const lanes = useRef<HTMLDivElement>(null);
  const { width } = useSize(lanes);
  const view = useZoom(lanes, zoomIn(zoom, bounds));
  const [cursor, setCursor] = useState<number | null>(null);
  const [asTable, setAsTable] = useState(false);
  const { range } = view;
  const timeOf = (event: PointerEvent) =>
    range.from + (pointerX(event) / Math.max(1, width)) * (range.to - range.from);
  const found = cursor === null ? null : lookAt(lane, cursor, range, width);

  return (
    <div class={styles.chart} dir="ltr">
      <div class={styles.tools} role="toolbar" aria-label={t('chart_tools')}>
        <Readout range={range} cursor={cursor} found={found} isAll={zoom.value === null} />
        <IconButton icon={ZoomIn} label={t('chart_zoom_in')} hint="+" onPress={view.in} />
        <IconButton
          icon={ZoomOut}
          label={t('chart_zoom_out')}
          hint="-"
          disabled={zoom.value === null}
          onPress={view.out}
        />
        <IconButton
          icon={Maximize2}
          label={t('chart_all')}
          hint="0"
          disabled={zoom.value === null}
          onPress={view.all}
        />
        <IconButton
          icon={Table2}
          label={t('chart_table')}
          pressed={asTable}
          onPress={() => setAsTable(!asTable)}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div
        ref={lanes}
        class={styles.lanes}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that zoom and move need the focus
        tabIndex={0}
        aria-label={t('chart_label', plainText(session.cookie.ref.name).slice(0, 100))}
        title={found?.tick === null || found === null ? t('chart_hint') : t('jump_to_request')}
        data-near={found?.tick ? true : undefined}
        onKeyDown={view.onKeyDown}
        onPointerDown={(event) => {
          if (event.target instanceof Element && event.target.closest('button')) return;
          const { tick } = lookAt(lane, timeOf(event), range, width);
          view.onPointerDown(event, () => {
            if (tick?.request) jump(store, { kind: 'request', request: tick.request, setCookie: null });
          });
        }}
        onPointerMove={(event) => setCursor(timeOf(event))}
        onPointerLeave={() => setCursor(null)}
      >
        {width > 0 && (
          <>
            <LaneSvg lane={lane} range={range} width={width} cursor={cursor} />
            <Flags
              flags={lane.flags}
              events={session.events}
              range={range}
              width={width}
              onShow={(next) => view.show(next)}
              onOpen={onOpen}
              onLook={(at) => {
                setCursor(at);
                if (at !== null) view.show(withMoment(range, at, bounds));
              }}
            />
          </>
        )}
      </div>
      {asTable && <LaneTable block={block} />}
    </div>
  );
}

function pointerX(event: PointerEvent): number {
  return event.clientX - (event.currentTarget as HTMLElement).getBoundingClientRect().left;
}
