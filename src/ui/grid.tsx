// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and columns a CSS grid, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its row is the active descendant
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './grid.module.css';
import type { GridColumn, GridSort } from './grid-column.ts';
import { fitColumns } from './grid-columns.ts';
import { GridHeader } from './grid-header.tsx';
import { rowAfterKey } from './grid-keys.ts';
import { GridRow } from './grid-row.tsx';
import { type Selecting, selectByClick, selectByKey } from './grid-select.ts';
import { rangeTo } from './grid-selection.ts';
import { GRID_KEYS } from './keys.ts';
import { useSize } from './use-size.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

export const ROW_HEIGHT = 22;
export const HEADER_HEIGHT = 24;

export interface GridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly widths: Readonly<Record<string, number>>;
  readonly onWidths: (widths: Readonly<Record<string, number>>) => void;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Marks a row's state for its style, such as `gone`; a word in the row says the same. */
  readonly rowState?: (row: Row) => string | undefined;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  /** Key of the row that the arrow keys move from. */
  readonly cursor: string | null;
  readonly onCursor: (key: string) => void;
  /** Enter or a click on a row. */
  readonly onOpen: (key: string) => void;
  /** What cells show beside their row: another one, and every row is drawn anew. */
  readonly beside?: unknown;
  /** Several rows can be chosen: by Ctrl or Shift with a click, by Shift with an arrow, Space and Ctrl+A. */
  readonly selecting?: Selecting;
  /** Further keys of the table itself; true: it was one of them. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** Stay at the last row as rows come. */
  readonly follow?: boolean;
  /** Whether the person scrolled to the end, or away from it. */
  readonly onFollow?: (atEnd: boolean) => void;
  /** Columns that there was no room for. */
  readonly onLeftOut?: (ids: readonly string[]) => void;
  /** Stands in place of rows where there are none. */
  readonly empty?: ComponentChildren;
}

/** A table of any length of which only the visible rows are drawn, with the keys of an ARIA grid. */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, rows, rowKey, cursor, follow, selecting } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { width } = useSize(scroller);
  const virtual = useVirtualRows(scroller, rows.length, ROW_HEIGHT, HEADER_HEIGHT, follow ?? false);
  const index = cursor === null ? -1 : rows.findIndex((row) => rowKey(row) === cursor);
  const fitted = fitColumns(columns, width, props.widths);
  const shown = fitted.flatMap(({ id }) => columns.find((column) => column.id === id) ?? []);
  const shownIds = shown.map((column) => column.id).join(' ');

  useLayoutEffect(() => {
    if (index >= 0 && !follow) virtual.scrollTo(index);
    // Only when the person went elsewhere: rows that come or go must not pull the list about.
  }, [cursor]);
  useLayoutEffect(() => {
    if (follow) virtual.scrollToEnd();
    // A window that is made lower shows other rows at its end.
  }, [follow, rows.length, virtual.page]);
  useEffect(() => {
    if (width > 0) props.onLeftOut?.(columns.filter((column) => !shown.includes(column)).map(({ id }) => id));
  }, [shownIds, columns.length, width > 0]);

  const chosen = selecting?.selection.keys;
  const state = { cursor, keys: () => rows.map(rowKey) };

  function onPress(key: string, event: MouseEvent): void {
    if (selecting && selectByClick(event, key, state, selecting)) props.onCursor(key);
    else props.onOpen(key);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== scroller.current) return;
    if ((selecting && selectByKey(event, state, selecting)) || props.onKey?.(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === GRID_KEYS.open && cursor !== null) {
      props.onOpen(cursor);
      event.preventDefault();
      return;
    }
    const next = rowAfterKey(event.key, index, rows.length, virtual.page);
    const row = next === null ? undefined : rows[next];
    if (!row || next === null) return;
    event.preventDefault();
    props.onFollow?.(next === rows.length - 1 && event.key === GRID_KEYS.last);
    virtual.scrollTo(next);
    if (selecting && event.shiftKey)
      selecting.onSelect(rangeTo(selecting.selection, rowKey(row), cursor, state.keys()));
    props.onCursor(rowKey(row));
  }

  function onScroll(): void {
    const element = scroller.current;
    if (!element || !props.onFollow) return;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < ROW_HEIGHT;
    if (atEnd !== follow) props.onFollow(atEnd);
  }

  const drawn = index >= virtual.first && index < virtual.end;
  return (
    <>
      <div
        ref={scroller}
        class={styles.grid}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={shown.length}
        aria-multiselectable={selecting ? true : undefined}
        aria-activedescendant={drawn ? rowId(props.label, index) : undefined}
        tabIndex={0}
        data-empty={rows.length === 0 || undefined}
        style={{ '--columns': fitted.map((column) => `${column.width}px`).join(' ') }}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          // A range of rows, and no range of text.
          if (!selecting || !event.shiftKey) return;
          event.preventDefault();
          scroller.current?.focus();
        }}
        onScroll={onScroll}
      >
        <GridHeader {...props} fitted={fitted} columns={shown} />
        <div
          role="rowgroup"
          class={styles.body}
          style={{ height: `${rows.length * ROW_HEIGHT}px`, paddingTop: `${virtual.first * ROW_HEIGHT}px` }}
        >
          {rows.slice(virtual.first, virtual.end).map((row, offset) => {
            const key = rowKey(row);
            const at = virtual.first + offset;
            return (
              <GridRow
                key={key}
                id={rowId(props.label, at)}
                row={row}
                rowKeyOf={key}
                index={at}
                columns={shown}
                columnIds={shownIds}
                selected={chosen?.size ? chosen.has(key) : key === cursor}
                current={key === cursor}
                state={props.rowState?.(row)}
                beside={props.beside}
                onPress={onPress}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && props.empty}
    </>
  );
}

function rowId(label: string, index: number): string {
  return `${label.replace(/\W+/g, '-')}-row-${index}`;
}
