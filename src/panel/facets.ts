/** Filters by kind: values of one facet are alternatives, facets add up. */
export interface Facet<Row> {
  readonly id: string;
  /** The values a row has, empty for none. */
  values(row: Row): readonly string[];
}

/** Chosen values by facet id; a facet without any lets everything pass. */
export type FacetChoice = Readonly<Record<string, readonly string[]>>;

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The facets that any value of is chosen: the only ones a row need be asked about. */
export function chosenFacets<Row>(facets: readonly Facet<Row>[], choice: FacetChoice): readonly Facet<Row>[] {
  return facets.filter(({ id }) => (choice[id]?.length ?? 0) > 0);
}

export function passes<Row>(row: Row, facets: readonly Facet<Row>[], choice: FacetChoice): boolean {
  return facets.every((facet) => passesOne(row, facet, choice[facet.id]));
}

function passesOne<Row>(row: Row, facet: Facet<Row>, chosen: readonly string[] | undefined): boolean {
  return !chosen || chosen.length === 0 || facet.values(row).some((value) => chosen.includes(value));
}

/** For each facet, how many rows each of its values would show with the other facets as they are. */
export function countFacets<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  choice: FacetChoice,
): ReadonlyMap<string, readonly FacetCount[]> {
  return new Map(
    facets.map((facet) => {
      const others = chosenFacets(facets, choice).filter((other) => other !== facet);
      const counts = new Map<string, number>((choice[facet.id] ?? []).map((value) => [value, 0]));
      for (const row of rows) {
        const passing = passes(row, others, choice);
        for (const value of facet.values(row)) {
          counts.set(value, (counts.get(value) ?? 0) + (passing ? 1 : 0));
        }
      }
      const sorted = [...counts].map(([value, count]) => ({ value, count }));
      sorted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return [facet.id, sorted];
    }),
  );
}

/** The choice with one value switched. */
export function toggleFacet(choice: FacetChoice, facet: string, value: string): FacetChoice {
  const chosen = choice[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...choice, [facet]: next };
}

export function countChosen(choice: FacetChoice): number {
  return Object.values(choice).reduce((sum, values) => sum + values.length, 0);
}
