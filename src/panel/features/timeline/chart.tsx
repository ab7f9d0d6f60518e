// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and drawn, which a <table> cannot be
import { batch } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { rowAfterKey } from '../../../ui/grid-keys.ts';
import { GRID_KEYS, isKey } from '../../../ui/keys.ts';
import { useSize } from '../../../ui/use-size.ts';
import { useVirtualRows } from '../../../ui/use-virtual-rows.ts';
import { linearAxis, logAxis, type TimeAxis } from '../../chart/time-axis.ts';
import { useZoom } from '../../chart/use-zoom.ts';
import { CHART_KEYS } from '../../keys/chart-keys.ts';
import { jump } from '../../store.ts';
import { tickNear } from './bar-shape.ts';
import styles from './chart.module.css';
import { columnsFor } from './columns.ts';
import { decisionOf } from './decision.ts';
import { GroupHeading } from './group-heading.tsx';
import { Head } from './head.tsx';
import { Fades, Grid, Lines } from './layers.tsx';
import type { TimelineModel } from './model.ts';
import { Row } from './row.tsx';
import type { BarRow, TimelineRow } from './rows.ts';

export const ROW_HEIGHT = 22;
export const HEAD_HEIGHT = 40;

/** One row a cookie below one axis; only the visible rows are drawn. */
export function TimelineChart({ model }: { readonly model: TimelineModel }) {
  const scroller = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(scroller);
  const columns = columnsFor(width);
  const rows = model.rows.value;
  const virtual = useVirtualRows(scroller, rows.length, ROW_HEIGHT, HEAD_HEIGHT, false);
  const zoom = useZoom(area, model.zoom.value, scroller, zoomsByWheel);
  const axis = useAxis(model, columns.chart);
  const now = model.now.value;
  const cursor = model.cursor.value;
  const index = cursor === null ? -1 : rows.findIndex(({ key }) => key === cursor);

  useLayoutEffect(() => {
    if (index >= 0) virtual.scrollTo(index);
  }, [cursor]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== scroller.current || zoom.onKeyDown(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === GRID_KEYS.open && cursor !== null) {
      event.preventDefault();
      if (isKey(event, CHART_KEYS.request)) openRequest(model, cursor);
      else openCookie(model, cursor);
      return;
    }
    const next = rowAfterKey(event.key, index, rows.length, virtual.page);
    const row = next === null ? undefined : nearestCookie(rows, next, next >= index);
    if (row === undefined) return;
    event.preventDefault();
    model.cursor.value = row.key;
  }

  function onPointerMove(event: PointerEvent): void {
    const box = area.current?.getBoundingClientRect();
    const place = event.clientX - (box?.left ?? 0);
    const x = box !== undefined && place >= 0 && place <= box.width ? place : null;
    const row = rowUnder(event, rows);
    batch(() => {
      model.pointer.value = x;
      model.hovered.value = row?.key ?? null;
      model.pointed.value = row === null || x === null ? null : tickNear(row.bar, axis, x);
    });
  }

  function onPointerDown(event: PointerEvent): void {
    if (!(event.target instanceof Element) || event.target.closest('button') !== null) return;
    const row = rowUnder(event, rows);
    zoom.onPointerDown(event, () => row !== null && openCookie(model, row.key));
  }

  const drawn = index >= virtual.first && index < virtual.end;
  const body = Math.max(0, height - HEAD_HEIGHT);
  return (
    <div
      ref={scroller}
      class={styles.chart}
      dir="ltr"
      role="grid"
      aria-label={t('timeline_label', formatNumber(model.bars.value.length))}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.end > 0 ? 3 : 2}
      aria-activedescendant={drawn ? rowId(index) : undefined}
      tabIndex={0}
      style={{ '--columns': `${columns.name}px ${columns.chart}px ${columns.end}px` }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => {
        model.pointer.value = null;
        model.hovered.value = null;
      }}
    >
      <Head model={model} axis={axis} area={area} hasEnd={columns.end > 0} zoom={zoom} />
      <Fades />
      {columns.chart > 0 && (
        <div class={styles.layer} style={{ insetInlineStart: `${columns.name}px` }}>
          <Grid model={model} axis={axis} height={body} now={now} />
        </div>
      )}
      {columns.chart > 0 && (
        <div class={styles.layer} data-above style={{ insetInlineStart: `${columns.name}px` }}>
          <Lines model={model} axis={axis} height={body} now={now} />
        </div>
      )}
      <div
        role="rowgroup"
        class={styles.body}
        style={{ height: `${rows.length * ROW_HEIGHT}px`, paddingTop: `${virtual.first * ROW_HEIGHT}px` }}
      >
        {rows.slice(virtual.first, virtual.end).map((row, offset) => {
          const at = virtual.first + offset;
          return row.kind === 'group' ? (
            <GroupHeading key={row.key} row={row} index={at} id={rowId(at)} />
          ) : (
            <Row
              key={row.key}
              id={rowId(at)}
              row={row}
              index={at}
              axis={axis}
              now={now}
              horizon={model.store.horizon.value}
              selected={row.key === cursor}
              hasEnd={columns.end > 0}
              onRequest={(key) => openRequest(model, key)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The same axis as long as it would be the same. */
function useAxis(model: TimelineModel, width: number): TimeAxis {
  const scale = model.scale.value;
  const { from, to } = model.zoom.value.range;
  const now = scale === 'log' ? model.now.value : 0;
  return useMemo(
    () =>
      scale === 'log'
        ? logAxis({ from, to }, width, now, t('timeline_now'))
        : linearAxis({ from, to }, width),
    [scale, from, to, width, now],
  );
}

/** Over the axis, and where there is nothing to scroll. */
function zoomsByWheel({ target, currentTarget }: WheelEvent): boolean {
  if (!(currentTarget instanceof Element) || !(target instanceof Element)) return false;
  return target.closest('[data-axis]') !== null || currentTarget.scrollHeight <= currentTarget.clientHeight;
}

function rowUnder({ target }: PointerEvent, rows: readonly TimelineRow[]): BarRow | null {
  const index = target instanceof Element ? target.closest('[data-index]')?.getAttribute('data-index') : null;
  const row = index ? rows[Number(index)] : undefined;
  return row?.kind === 'cookie' ? row : null;
}

/** Headings are read, not stopped at. */
function nearestCookie(rows: readonly TimelineRow[], index: number, down: boolean): TimelineRow | undefined {
  const isCookie = ({ kind }: TimelineRow) => kind === 'cookie';
  const after = rows.slice(index).find(isCookie);
  const before = rows.slice(0, index + 1).findLast(isCookie);
  return down ? (after ?? before) : (before ?? after);
}

function rowId(index: number): string {
  return `timeline-row-${index}`;
}

function openCookie({ store, rowOf }: TimelineModel, key: string): void {
  const row = rowOf(key);
  if (row !== null) jump(store, { kind: 'cookie', cookie: row.row.key });
}

function openRequest({ store, rowOf }: TimelineModel, key: string): void {
  const row = rowOf(key);
  const decision = row === null ? null : decisionOf(row.bar, null, store.recording.peek());
  const setCookie = decision?.setCookie;
  if (setCookie) jump(store, { kind: 'request', request: setCookie.request.key, setCookie: setCookie.key });
}
