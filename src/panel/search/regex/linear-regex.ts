import { parsePattern } from './parse-pattern.ts';
import { type SearchMachine, searchMachine } from './search-machine.ts';
import { stepsOf } from './steps.ts';
import type { RegexProblem } from './syntax.ts';

/** Longer ones are no search. */
const MOST_CHARACTERS = 500;

export type LinearRegex =
  | ({ readonly ok: true } & SearchMachine)
  | { readonly ok: false; readonly problem: RegexProblem };

/**
 * Tests a pattern as `RegExp.prototype.test` does, in time that grows with the text alone: every character is read once. Without
 * lookaround, backreferences and `\p`; flags `g`, `i`, `m`, `s`, of which `g` means nothing here. Never throws.
 */
export function linearRegex(
  source: string,
  flags: string,
  onGiveUp: () => void = () => undefined,
): LinearRegex {
  const fail = (problem: RegexProblem): LinearRegex => ({ ok: false, problem });
  if (source.length > MOST_CHARACTERS) return fail({ kind: 'too-long' });
  const odd = /[^gims]/.exec(flags);
  if (odd !== null) return fail({ kind: 'unsupported', part: `/${odd[0]}` });
  try {
    // Never run: it says whether the pattern is well formed, in the browser's words.
    new RegExp(source, flags);
  } catch (error) {
    return fail({ kind: 'syntax', message: reasonIn(error instanceof Error ? error.message : '') });
  }
  const tree = parsePattern(source, {
    ignoreCase: flags.includes('i'),
    multiline: flags.includes('m'),
    dotAll: flags.includes('s'),
  });
  if (tree.kind === 'unsupported' || tree.kind === 'syntax' || tree.kind === 'too-long') return fail(tree);
  const steps = stepsOf(tree);
  if (steps === null) return fail({ kind: 'too-long' });
  // Made for the first text: a person types on, and many patterns are never looked for.
  let made: SearchMachine | undefined;
  const machine = () => {
    made ??= searchMachine(steps, onGiveUp);
    return made;
  };
  return { ok: true, test: (text) => machine().test(text), gaveUp: () => made?.gaveUp() ?? false };
}

/** Chromium: "Invalid regular expression: /(/: Unterminated group"; Firefox: "unterminated parenthetical". */
function reasonIn(message: string): string {
  const reason = message.slice(message.lastIndexOf(': ') + 1).trim();
  return (reason === '' ? message : reason).slice(0, 120);
}
