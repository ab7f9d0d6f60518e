import { maxNameValueOctets } from '../../../core/cookie/limits.ts';
import { utf8Length } from '../../../core/cookie/octets.ts';
import { type ProblemOptions, problemsOf } from '../../../core/edit/problems.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import type { Editable } from '../../../core/value/editable.ts';
import { jsonProblem } from '../../../core/value/json-problem.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import type { ChangeResult, CookieChange } from '../../../protocol/workbench.ts';
import { notTaken } from '../../workbench/words.ts';
import { partChanges } from './parts.ts';

export interface Draft {
  /** The value with the changed content; null: there is a problem. */
  readonly value: string | null;
  readonly changes: readonly CookieChange[];
  /** In a sentence. */
  readonly problem: string | null;
  /** Of name and new value together; of the longest cookie, where it stands in several. */
  readonly octets: number;
}

/** What would be stored for content that somebody types; `parts`: the cookies that the value stands in, in order. */
export function draftOf(
  parts: readonly BrowserCookie[],
  editable: Extract<Editable, { ok: true }>,
  text: string,
  options: ProblemOptions,
): Draft {
  const place = editable.kind === 'json' ? jsonProblem(text) : null;
  if (place !== null) return problemOf(t('layers_edit_no_json', place.line, place.column));
  const result = editable.write(text);
  if (!result.ok) return problemOf(result.why);
  const changes = partChanges(parts, result.value);
  if (changes === null) return problemOf(t('layers_edit_too_many'));
  let octets = 0;
  for (const { after } of changes) {
    if (after === null) continue;
    const own = utf8Length(after.name) + utf8Length(after.value);
    octets = Math.max(octets, own);
    // What is wrong with the rest of the cookie was so before.
    const problem = problemsOf(after, options).find(({ field }) => field === 'value');
    if (problem?.kind === 'too-long') return problemOf(t('layers_edit_too_long', own, maxNameValueOctets));
    if (problem !== undefined)
      return problemOf(t(`problem_${problem.kind.replaceAll('-', '_')}` as MessageKey));
  }
  return { value: result.value, changes, problem: null, octets };
}

function problemOf(problem: string): Draft {
  return { value: null, changes: [], problem, octets: 0 };
}

/** Why a change was not made. */
export function outcomeText(result: ChangeResult): string {
  if (result.outcome === 'refused') return t('layers_edit_refused', result.error ?? '');
  return result.error ? notTaken(result.error) : t('layers_edit_kept');
}
