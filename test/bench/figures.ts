/** Figures of interleaved rounds: medians, ratios, and how a table of them is printed. */

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Nearest rank; NaN of nothing. */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (rank / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** The median of the ratios of each round, which a slow machine changes less than the ratio of the medians. */
export function medianRatio(of: readonly number[], to: readonly number[]): number {
  return median(of.map((value, round) => value / (to[round] ?? Number.NaN)));
}

export type Target = {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  /** `most`: the value may not be above the limit; `least`: not below. Default `most`. */
  readonly kind?: 'most' | 'least';
};

export function meets({ value, limit, kind }: Target): boolean {
  return kind === 'least' ? value >= limit : value <= limit;
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** Columns of text, the first to the left, the rest to the right. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  console.log(`\n${title}`);
  console.log(line(head));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
}

export function printTargets(targets: readonly Target[]): void {
  for (const target of targets) {
    const { what, value, limit, unit, kind } = target;
    const sign = kind === 'least' ? '>=' : '<=';
    console.log(
      `${meets(target) ? 'met   ' : 'MISSED'}  ${what}: ${round(value)}${unit} (${sign} ${limit}${unit})`,
    );
  }
}
