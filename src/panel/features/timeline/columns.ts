/** Widths of the chart's columns in pixels; an end of 0 is left out, for the bars need the room. */
export interface Columns {
  readonly name: number;
  readonly chart: number;
  readonly end: number;
}

export function columnsFor(width: number): Columns {
  const name = width < 420 ? 96 : width < 700 ? 140 : width < 1100 ? 190 : 240;
  const end = width < 560 ? 0 : width < 900 ? 104 : 150;
  return { name, chart: Math.max(0, width - name - end), end };
}
