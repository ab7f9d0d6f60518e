/** What the search box says of what was typed, in words. */
import { t } from '../../platform/i18n.ts';
import type { Problem, Query } from './query.ts';
import { asksForValue, hasFreeText } from './query-of.ts';
import type { RegexProblem } from './regex/syntax.ts';
import type { SearchScope } from './scope.ts';

interface BoxState {
  readonly gaveUp: boolean;
  readonly showValues: boolean;
}

/** Problems of the text, of a facet that this list has not, of a pattern that was given up; at most three. */
export function notesOf(query: Query, scope: SearchScope | null, state: BoxState): readonly string[] {
  const strange = scope === null ? [] : facetsOf(query).filter((facet) => !scope.facets.includes(facet));
  return [
    ...query.problems.map(problemText),
    ...[...new Set(strange)].map((facet) => t('search_not_here', `${facet}:`)),
    ...(state.gaveUp ? [t('search_pattern_heavy')] : []),
    ...(!state.showValues && query.terms.some(asksForValue) ? [t('search_value_masked')] : []),
  ].slice(0, 3);
}

/** That words and patterns are not looked for in values; null: they are, or it is said already. */
export function maskedNote(query: Query, showValues: boolean): string | null {
  return showValues || !hasFreeText(query) ? null : t('search_masked');
}

function facetsOf({ terms }: Query): readonly string[] {
  return terms.flatMap((term) => (term.kind === 'facet' || term.kind === 'compare' ? [term.facet] : []));
}

function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'unknown-facet':
      if (problem.suggestion === null) return t('search_unknown_facet', `${problem.word}:`);
      return t('search_unknown_facet_near', `${problem.word}:`, `${problem.suggestion}:`);
    case 'unknown-value':
      return t(
        'search_unknown_value',
        `${problem.facet}:`,
        problem.word.slice(0, 60),
        problem.values.join(', '),
      );
    case 'no-amount':
      return t('search_no_amount', problem.word.slice(0, 60), problem.example);
    case 'no-order':
      return t('search_no_order', `${problem.facet}:`);
    case 'pattern':
      return patternText(problem.problem);
  }
}

function patternText(problem: RegexProblem): string {
  switch (problem.kind) {
    case 'syntax':
      return t('search_pattern_syntax', problem.message);
    case 'unsupported':
      return t('search_pattern_unsupported', problem.part);
    case 'too-long':
      return t('search_pattern_long');
  }
}
