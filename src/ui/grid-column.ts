import type { ComponentChildren, HTMLAttributes } from 'preact';
import type { ColumnSize } from './grid-columns.ts';

export interface GridColumn<Row> extends ColumnSize {
  readonly label: string;
  /** The whole of it, where the label is cut short. */
  readonly title?: string;
  readonly align?: 'end' | 'center';
  readonly sortable?: boolean;
  /** Must depend on the row alone, or on signals that it reads inside a component. */
  readonly cell: (row: Row) => ComponentChildren;
  /** Of the cell itself, so that nothing more has to stand in it: hundreds of cells are drawn at once. */
  readonly attributes?: (row: Row) => HTMLAttributes<HTMLDivElement>;
}

export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}
