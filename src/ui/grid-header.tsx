// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and columns a CSS grid, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its row is the active descendant
import { ArrowDown, ArrowUp } from 'lucide';
import { inlineDirection } from './direction.ts';
import styles from './grid.module.css';
import type { GridColumn, GridSort } from './grid-column.ts';
import type { FittedColumn } from './grid-columns.ts';
import { Icon } from './icon.tsx';
import { HEAD_KEYS, isKey, type Key } from './keys.ts';

interface GridHeaderProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly fitted: readonly FittedColumn[];
  readonly widths: Readonly<Record<string, number>>;
  readonly onWidths: (widths: Readonly<Record<string, number>>) => void;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
}

/** Column heads: click sorts, the edge drags; arrow keys go along, Alt with an arrow makes narrower or wider. */
export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { columns, fitted, sort } = props;
  const tabStop = columns.some(({ id }) => id === sort?.column) ? sort?.column : columns[0]?.id;

  const resize = (id: string, width: number) => {
    const least = columns.find((column) => column.id === id)?.min ?? 40;
    props.onWidths({ ...props.widths, [id]: Math.max(least, Math.round(width)) });
  };
  const widthOf = (id: string) => fitted.find((column) => column.id === id)?.width ?? 0;

  function onKeyDown(event: KeyboardEvent, id: string): void {
    const wider = inlineDirection() * stepOf(event, HEAD_KEYS.wider, HEAD_KEYS.narrower);
    const step = inlineDirection() * stepOf(event, HEAD_KEYS.next, HEAD_KEYS.previous);
    if (wider === 0 && step === 0) return;
    event.preventDefault();
    if (wider !== 0) {
      resize(id, widthOf(id) + wider * 10);
      return;
    }
    const buttons = [
      ...((event.currentTarget as HTMLElement).closest('[role="row"]')?.querySelectorAll('button') ?? []),
    ];
    buttons[buttons.indexOf(event.currentTarget as HTMLButtonElement) + step]?.focus();
  }

  return (
    <div role="rowgroup" class={styles.head}>
      <div role="row" class={styles.row} aria-rowindex={1}>
        {columns.map((column, index) => {
          const sorted =
            sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              class={styles.cell}
              data-align={column.align}
              aria-sort={sorted ?? (column.sortable ? 'none' : undefined)}
              aria-colindex={index + 1}
            >
              <button
                type="button"
                class={styles.sort}
                title={column.title ?? column.label}
                tabIndex={column.id === tabStop ? 0 : -1}
                onKeyDown={(event) => onKeyDown(event, column.id)}
                onClick={() =>
                  column.sortable && props.onSort?.({ column: column.id, descending: sorted === 'ascending' })
                }
              >
                <span class={styles.label}>{column.label}</span>
                {sorted && <Icon node={sorted === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
              </button>
              {index < columns.length - 1 && (
                <ResizeEdge
                  onMove={(by, from) => resize(column.id, from + by)}
                  start={() => widthOf(column.id)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function stepOf(event: KeyboardEvent, more: Key, less: Key): -1 | 0 | 1 {
  if (isKey(event, more)) return 1;
  return isKey(event, less) ? -1 : 0;
}

interface ResizeEdgeProps {
  readonly start: () => number;
  readonly onMove: (by: number, from: number) => void;
}

function ResizeEdge({ start, onMove }: ResizeEdgeProps) {
  function onPointerDown(event: PointerEvent): void {
    const edge = event.currentTarget as HTMLElement;
    const from = start();
    const x = event.clientX;
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => onMove(inlineDirection() * (moved.clientX - x), from);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), {
      once: true,
    });
  }
  return <span class={styles.edge} onPointerDown={onPointerDown} />;
}
