/** What an action came to, in numbers. No DOM. */
import type { ChangeResult, StepKind, WorkProgress } from '../../protocol/workbench.ts';

export type News =
  /** A step has ended. */
  | {
      readonly kind: 'step';
      readonly step: StepKind;
      readonly done: number;
      /** It was so already. */
      readonly same: number;
      readonly refused: number;
      /** Left as they were: stopped, or changed by somebody else since. */
      readonly kept: number;
      /** Stored otherwise than asked for, such as an expiry that was cut. */
      readonly adjusted: number;
      /** The browser's words, each once, the most frequent first. */
      readonly errors: readonly string[];
      /** The last step before it that could be taken back: its own is another. */
      readonly since: string | null;
    }
  /** The worker did not take it; its word for why. */
  | { readonly kind: 'not-taken'; readonly error: string }
  /** Cookies are watched over from now on, or not any more. */
  | { readonly kind: 'guard'; readonly guard: 'protect' | 'block' | null; readonly cookies: number };

/** The browser's words that are told; more of them are in the table of an import. */
const MOST_ERRORS = 2;

export function newsOf(
  step: StepKind,
  results: readonly ChangeResult[],
  since: string | null = null,
): Extract<News, { kind: 'step' }> {
  const count = (outcome: ChangeResult['outcome']) =>
    results.reduce((sum, result) => sum + (result.outcome === outcome ? 1 : 0), 0);
  return {
    kind: 'step',
    step,
    done: count('done'),
    same: count('same'),
    refused: count('refused'),
    kept: count('kept'),
    adjusted: results.reduce((sum, { outcome, stored }) => sum + (outcome === 'done' && stored ? 1 : 0), 0),
    errors: errorsOf(results),
    since,
  };
}

function errorsOf(results: readonly ChangeResult[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { outcome, error } of results)
    if (outcome === 'refused' && error) times.set(error, (times.get(error) ?? 0) + 1);
  return [...times.keys()].sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0)).slice(0, MOST_ERRORS);
}

/** The news that a step's end brings; null: it is under way. */
export function newsOfEnd(progress: WorkProgress | null, since: string | null = null): News | null {
  return progress?.results ? newsOf(progress.step, progress.results, since) : null;
}
