/** What the search box says of what was typed, in words. */
import { t } from '../../platform/i18n.ts';
import type { Problem, Query } from './query.ts';
import { asksForValue, looksInValues } from './query-of.ts';
import type { RegexProblem } from './regex/syntax.ts';
import type { SearchScope } from './scope.ts';

/** Problems of the text, of a facet that this list has not, of a pattern that was given up; at most three. */
export function notesOf(query: Query, scope: SearchScope | null, gaveUp: boolean): readonly string[] {
  const strange = scope === null ? [] : facetsOf(query).filter((facet) => !scope.facets.includes(facet));
  return [
    ...query.problems.map(problemText),
    ...[...new Set(strange)].map((facet) => t('search_not_here', `${facet}:`)),
    ...(gaveUp ? [t('search_pattern_heavy')] : []),
  ].slice(0, 3);
}

/** How far values are left out; null: they are not. */
export function maskedNote(query: Query, showValues: boolean): string | null {
  if (showValues || !looksInValues(query)) return null;
  return t(query.terms.some(asksForValue) ? 'search_value_masked' : 'search_masked');
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
