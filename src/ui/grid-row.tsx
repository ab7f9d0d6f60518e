// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and columns a CSS grid, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its row is the active descendant
import { Component } from 'preact';
import styles from './grid.module.css';
import type { GridColumn } from './grid-column.ts';

interface GridRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly rowKeyOf: string;
  readonly index: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly columnIds: string;
  readonly selected: boolean;
  /** Keys move from here. */
  readonly current: boolean;
  readonly state: string | undefined;
  readonly beside: unknown;
  readonly onPress: (key: string, event: MouseEvent) => void;
}

/** A row is drawn again only when it is another: with 200 changes a second this is most of the work saved. */
export class GridRow<Row> extends Component<GridRowProps<Row>> {
  override shouldComponentUpdate(next: GridRowProps<Row>): boolean {
    const now = this.props;
    return (
      next.row !== now.row ||
      next.index !== now.index ||
      next.selected !== now.selected ||
      next.current !== now.current ||
      next.state !== now.state ||
      next.beside !== now.beside ||
      next.columnIds !== now.columnIds
    );
  }

  override render({ id, row, index, columns, selected, current, state }: GridRowProps<Row>) {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
      <div
        id={id}
        role="row"
        class={styles.row}
        aria-rowindex={index + 2}
        aria-selected={selected}
        data-current={current || undefined}
        data-state={state}
        onClick={(event) => this.props.onPress(this.props.rowKeyOf, event)}
      >
        {columns.map((column) => (
          <div
            key={column.id}
            role="gridcell"
            class={styles.cell}
            data-align={column.align}
            {...column.attributes?.(row)}
          >
            {column.cell(row)}
          </div>
        ))}
      </div>
    );
  }
}
