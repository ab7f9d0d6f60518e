import { utf8Length } from '../../../core/cookie/octets.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import type { Editable } from '../../../core/value/editable.ts';
import { jsonProblem } from '../../../core/value/json-problem.ts';
import { t } from '../../../platform/i18n.ts';
import type { ChangeResult } from '../../../protocol/workbench.ts';

export interface Draft {
  /** The cookie's value with the changed content; null: there is a problem. */
  readonly value: string | null;
  /** In a sentence. */
  readonly problem: string | null;
  /** Of name and new value together. */
  readonly octets: number;
}

/** Octets of name and value that browsers take (RFC 6265bis section 5.7). */
const MOST = 4_096;

/** What would be stored for content that somebody types. */
export function draftOf(
  cookie: BrowserCookie,
  editable: Extract<Editable, { ok: true }>,
  text: string,
): Draft {
  const place = editable.kind === 'json' ? jsonProblem(text) : null;
  if (place !== null) {
    return { value: null, problem: t('layers_edit_no_json', place.line, place.column), octets: 0 };
  }
  const result = editable.write(text);
  if (!result.ok) return { value: null, problem: result.why, octets: 0 };
  const octets = utf8Length(cookie.name) + utf8Length(result.value);
  if (octets > MOST) return { value: null, problem: t('layers_edit_too_long', octets, MOST), octets };
  return { value: result.value, problem: null, octets };
}

/** Why a change was not made. */
export function outcomeText(result: ChangeResult | undefined): string {
  if (result?.outcome === 'refused') return t('layers_edit_refused', result.error ?? '');
  return t('layers_edit_kept', result?.error ?? '');
}
