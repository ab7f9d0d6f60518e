/** A query as a test of one kind of rows. No DOM. */
import type { Query, Sign, Term } from './query.ts';
import { globTest, type TextTest, textTest } from './text-test.ts';
import { facetWord } from './vocabulary.ts';

/** How rows of one kind are searched. */
export interface Searchable<Row> {
  /** Whether a word, in lower case, stands in it; in what is secret only where that is shown. */
  has(row: Row, word: string, inValues: boolean): boolean;
  /** The texts that patterns are looked for in. */
  texts(row: Row, inValues: boolean): readonly string[];
  /** By the facet's id in the vocabulary. */
  readonly facets: Readonly<Record<string, FacetReader<Row>>>;
}

export type FacetReader<Row> =
  | { readonly kind: 'texts'; read(row: Row): readonly string[] }
  /** In the facet's unit; of times, the moment. null: it has none. */
  | { readonly kind: 'number'; read(row: Row): number | null };

export interface MatchContext {
  readonly inValues: boolean;
  /** Epoch milliseconds; asked only where the query has to do with time. */
  now(): number;
}

export type RowTest<Row> = (row: Row) => boolean;

/** null: every row passes. A facet that these rows do not have, and a pattern that is none, take nothing away. */
export function rowTest<Row>(
  query: Query,
  searchable: Searchable<Row>,
  context: MatchContext,
): RowTest<Row> | null {
  const tests = query.terms.flatMap((term) => {
    const test = termTest(term, searchable, context);
    if (test === null) return [];
    return [term.not ? (row: Row) => !test(row) : test];
  });
  const [first, ...more] = tests;
  if (first === undefined) return null;
  return more.length === 0 ? first : (row) => tests.every((test) => test(row));
}

function termTest<Row>(term: Term, searchable: Searchable<Row>, context: MatchContext): RowTest<Row> | null {
  const { inValues } = context;
  switch (term.kind) {
    case 'word': {
      const { text, quoted } = term.word;
      if (!quoted && text.includes('*')) return anyText(globTest(text));
      return (row) => searchable.has(row, text, inValues);
    }
    case 'pattern': {
      const test = textTest(term, 'contains');
      return test === null ? null : anyText(test);
    }
    case 'facet':
      return facetTest(term, searchable, inValues);
    case 'compare':
      return compareTest(term, searchable, context);
  }

  function anyText(test: TextTest): RowTest<Row> {
    return (row) => searchable.texts(row, inValues).some(test);
  }
}

function facetTest<Row>(
  term: Extract<Term, { kind: 'facet' }>,
  { facets }: Searchable<Row>,
  inValues: boolean,
): RowTest<Row> | null {
  const word = facetWord(term.facet);
  const reader = readerOf(facets, term.facet);
  if (word === null || reader?.kind !== 'texts') return null;
  // What is masked is not looked at: nothing is found in it.
  if (word.secret && !inValues) return () => false;
  const manner = term.exact ? 'whole' : word.kind === 'choice' ? 'begins' : 'contains';
  const tests = term.operands.flatMap((operand) => textTest(operand, manner) ?? []);
  if (tests.length === 0) return null;
  return (row) => reader.read(row).some((text) => tests.some((test) => test(text)));
}

function compareTest<Row>(
  { facet, sign, amount }: Extract<Term, { kind: 'compare' }>,
  { facets }: Searchable<Row>,
  context: MatchContext,
): RowTest<Row> | null {
  const reader = readerOf(facets, facet);
  const kind = facetWord(facet)?.kind;
  if (reader?.kind !== 'number' || kind === undefined) return null;
  const isSpan = amount.kind === 'amount' && (kind === 'left' || kind === 'ago');
  const now = isSpan ? context.now() : 0;
  const measure = (value: number) => (isSpan ? (kind === 'left' ? value - now : now - value) : value);
  return (row) => {
    const value = reader.read(row);
    return value !== null && compares(measure(value), sign, amount.value);
  };
}

function readerOf<Row>(facets: Searchable<Row>['facets'], id: string): FacetReader<Row> | undefined {
  return Object.hasOwn(facets, id) ? facets[id] : undefined;
}

function compares(value: number, sign: Sign, wanted: number): boolean {
  switch (sign) {
    case '<':
      return value < wanted;
    case '<=':
      return value <= wanted;
    case '>':
      return value > wanted;
    case '>=':
      return value >= wanted;
    case '=':
      return value === wanted;
  }
}
