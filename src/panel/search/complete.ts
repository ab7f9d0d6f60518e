/** What may come next where a person types. No DOM. */
import { isAmount } from './amount.ts';
import { parseQuery } from './parse.ts';
import { printValue } from './print.ts';
import type { Query } from './query.ts';
import type { SavedSearch } from './saved.ts';
import type { SearchScope } from './scope.ts';
import { isSpace, readPattern, readQuoted } from './tokens.ts';
import { type FacetWord, facetWord } from './vocabulary.ts';

export interface Option {
  readonly kind: 'facet' | 'value' | 'saved';
  /** What it puts in place of what was typed. */
  readonly insert: string;
  /** As it is shown: what is written, and what it means. */
  readonly text: string;
  readonly facet: string;
  readonly value: string | null;
  /** Rows it would show; null: not counted. */
  readonly count: number | null;
}

export interface Completion {
  /** What is replaced. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Option[];
  /** A facet was begun: a word it cannot be. */
  readonly inFacet: boolean;
}

export const MOST_OPTIONS = 30;
const NONE: Completion = { from: 0, to: 0, options: [], inFacet: false };

export interface CompletionContext {
  readonly scope: SearchScope | null;
  readonly saved: readonly SavedSearch[];
  /** A person asked to see what there is: also where nothing was typed. */
  readonly asked: boolean;
}

export function complete(
  text: string,
  caret: number,
  { scope, saved, asked }: CompletionContext,
): Completion {
  if (text.trim() === '') {
    const facets = asked && scope !== null ? facetOptions(scope, '', '') : [];
    return { from: 0, to: text.length, options: [...saved.map(savedOption), ...facets], inFacet: false };
  }
  if (scope === null) return NONE;
  const { from, to } = partAt(text, caret);
  const head = text.slice(from, caret);
  const not = head.startsWith('-') ? '-' : '';
  const body = head.slice(not.length);
  const [, name = '', sign = '', written = ''] = /^([a-z][a-z-]*)(:|=|<=?|>=?)(.*)$/is.exec(body) ?? [];
  const known = facetWord(name);
  if (known !== null && scope.facets.includes(known.id)) {
    const rest = parseQuery(`${text.slice(0, from)} ${text.slice(to)}`);
    const options = isAmount(known.kind)
      ? amountOptions(scope, known, not, sign + written, rest)
      : valueOptions(scope, known, { not, sign, written, rest });
    return { from, to, options, inFacet: true };
  }
  // One letter is the beginning of any word.
  const isWord = /^[a-z][a-z-]*$/i.test(body) && (body.length > 1 || asked);
  const isAskedAtSpace = asked && head === '';
  const options = isWord || isAskedAtSpace ? facetOptions(scope, not, body.toLowerCase()) : [];
  return { from, to, options, inFacet: false };
}

/** The text with an option taken, and where the caret then stands. */
export function take(
  text: string,
  { from, to }: Completion,
  { insert }: Option,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to);
  const spaced = insert.endsWith(' ') && isSpace(rest[0]) ? insert.slice(0, -1) : insert;
  return { text: text.slice(0, from) + spaced + rest, caret: from + insert.length };
}

function savedOption({ name, text }: SavedSearch): Option {
  return { kind: 'saved', insert: text, text: name, facet: '', value: text, count: null };
}

function facetOptions(scope: SearchScope, not: string, begun: string): readonly Option[] {
  return scope.facets.flatMap((id) => {
    const known = facetWord(id);
    if (known === null || !id.startsWith(begun)) return [];
    const sign = isAmount(known.kind) ? (known.examples?.[0]?.slice(0, 1) ?? ':') : ':';
    const insert = `${not}${id}${sign}`;
    return [{ kind: 'facet' as const, insert, text: insert, facet: id, value: null, count: null }];
  });
}

function amountOptions(scope: SearchScope, known: FacetWord, not: string, begun: string, rest: Query) {
  const examples = known.examples ?? [];
  const fitting =
    begun === ':' ? examples : examples.filter((each) => each.startsWith(begun) && each !== begun);
  return fitting.map((example): Option => {
    const text = `${known.id}${example}`;
    const count = scope.count(text, rest);
    return { kind: 'value', insert: `${not}${text} `, text, facet: known.id, value: null, count };
  });
}

interface BegunValue {
  readonly not: string;
  readonly sign: string;
  readonly written: string;
  readonly rest: Query;
}

function valueOptions(scope: SearchScope, known: FacetWord, { not, sign, written, rest }: BegunValue) {
  const lastStart = written.lastIndexOf(',') + 1;
  const before = written.slice(0, lastStart);
  const begun = written.slice(lastStart).replace(/^"/, '').toLowerCase();
  const others = new Set(before.toLowerCase().split(','));
  // A value out of the list is the whole value.
  const whole = known.kind === 'text' && before === '' ? '=' : sign;
  const matching = scope.values(known.id, rest).filter(({ value }) => {
    const text = value.toLowerCase();
    if (others.has(text) || value === '') return false;
    return known.kind === 'text' ? text.includes(begun) : text.startsWith(begun);
  });
  const isDone = matching.length === 1 && matching[0]?.value.toLowerCase() === begun;
  return (isDone ? [] : matching).slice(0, MOST_OPTIONS).map(({ value, count }): Option => {
    const insert = `${not}${known.id}${whole}${before}${printValue(value)} `;
    return { kind: 'value', insert, text: value, facet: known.id, value, count };
  });
}

/** The part of the text that the caret is in or behind: up to the next space outside of quotation marks and patterns. */
function partAt(text: string, caret: number): { readonly from: number; readonly to: number } {
  let from = caret;
  for (let at = 0; at < text.length && at < caret; ) {
    if (isSpace(text[at])) {
      at += 1;
      from = at;
      continue;
    }
    from = at;
    while (at < text.length && !isSpace(text[at])) {
      const isBegin = at === from || /[-:=,]/.test(text[at - 1] ?? '');
      if (text[at] === '"' && isBegin) at = readQuoted(text, at).end;
      else if (text[at] === '/' && isBegin) at = readPattern(text, at, at > from)?.end ?? at + 1;
      else at += 1;
    }
    if (at >= caret) return { from, to: at };
    from = caret;
  }
  return { from: Math.min(from, caret), to: caret };
}
