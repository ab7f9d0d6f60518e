import { maxNameValueOctets } from '../../../core/cookie/limits.ts';
import { utf8Length } from '../../../core/cookie/octets.ts';
import { type ProblemOptions, problemsOf } from '../../../core/edit/problems.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import type { Editable } from '../../../core/value/editable.ts';
import { jsonProblem } from '../../../core/value/json-problem.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import type { ChangeResult } from '../../../protocol/workbench.ts';
import { notTaken } from '../../workbench/words.ts';

export interface Draft {
  /** The cookie's value with the changed content; null: there is a problem. */
  readonly value: string | null;
  /** In a sentence. */
  readonly problem: string | null;
  /** Of name and new value together. */
  readonly octets: number;
}

/** What would be stored for content that somebody types. */
export function draftOf(
  cookie: BrowserCookie,
  editable: Extract<Editable, { ok: true }>,
  text: string,
  options: ProblemOptions,
): Draft {
  const place = editable.kind === 'json' ? jsonProblem(text) : null;
  if (place !== null) {
    return { value: null, problem: t('layers_edit_no_json', place.line, place.column), octets: 0 };
  }
  const result = editable.write(text);
  if (!result.ok) return { value: null, problem: result.why, octets: 0 };
  const octets = utf8Length(cookie.name) + utf8Length(result.value);
  // What is wrong with the rest of the cookie was so before.
  const after = { ...cookie, value: result.value };
  const [problem] = problemsOf(after, options).filter(({ field }) => field === 'value');
  if (problem?.kind === 'too-long')
    return { value: null, problem: t('layers_edit_too_long', octets, maxNameValueOctets), octets };
  if (problem !== undefined) {
    const words = t(`problem_${problem.kind.replaceAll('-', '_')}` as MessageKey);
    return { value: null, problem: words, octets };
  }
  return { value: result.value, problem: null, octets };
}

/** Why a change was not made. */
export function outcomeText(result: ChangeResult | undefined): string {
  if (result?.outcome === 'refused') return t('layers_edit_refused', result.error ?? '');
  return result?.error ? notTaken(result.error) : t('layers_edit_kept');
}
