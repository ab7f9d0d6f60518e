/**
 * Looks for a pattern in one pass: each character is read once, whatever the pattern and the text. States of the search are sets of
 * steps, made when they are first come to and kept: a text of any length then costs one look-up a character. No backtracking, so no text
 * of a site can make a search hang (CWE-1333).
 */
import { type Alphabet, alphabetOf, type Neighbour } from './alphabet.ts';
import type { Step, Steps } from './steps.ts';
import type { Assertion } from './syntax.ts';

const UNKNOWN = -1;
const FOUND = -2;
/** A pattern that needs more of them is given up, for its tests would cost more than a look-up a character. */
const MOST_STATES = 1_500;

interface State {
  /** Where the steps stand before the next character. */
  readonly at: readonly number[];
  readonly before: Neighbour;
}

export interface SearchMachine {
  /** Whether the pattern occurs; false for all once the machine has given up. */
  test(text: string): boolean;
  /** It came to more states than it may have. */
  readonly gaveUp: () => boolean;
}

export function searchMachine({ steps, start }: Steps, onGiveUp: () => void): SearchMachine {
  const alphabet: Alphabet = alphabetOf(steps);
  const { kindOf, kinds } = alphabet;
  /** The end of the text is a kind of its own. */
  const width = kinds + 1;
  const isAsserting = steps.some(({ kind }) => kind === 'assert');
  const states: State[] = [{ at: [], before: 'none' }];
  const numbers = new Map<string, number>();
  let next = new Int32Array(16 * width).fill(UNKNOWN);
  let gaveUp = false;
  const seen = new Uint32Array(steps.length);
  let turn = 0;

  /** The state after a character of this kind; FOUND where the pattern has ended before it. */
  function follow(number: number, kind: number): number {
    const state = states[number];
    if (state === undefined) return UNKNOWN;
    const isEnd = kind === kinds;
    const after: Neighbour = isEnd ? 'none' : alphabet.neighbour(kind);
    const reached = new Set<number>();
    turn += 1;
    // It may begin at each character.
    const open = [...state.at, start];
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      if (seen[top] === turn) continue;
      seen[top] = turn;
      const step: Step | undefined = steps[top];
      if (step === undefined) continue;
      if (step.kind === 'found') return FOUND;
      if (step.kind === 'fork') open.push(...step.next);
      else if (step.kind === 'assert') {
        if (holds(step.what, state.before, after)) open.push(step.next);
      } else if (!isEnd && alphabet.has(step.set, kind)) reached.add(step.next);
    }
    return isEnd
      ? 0
      : numberOf(
          [...reached].sort((a, b) => a - b),
          isAsserting ? after : 'other',
        );
  }

  function numberOf(at: readonly number[], before: Neighbour): number {
    const key = `${before} ${at.join()}`;
    const held = numbers.get(key);
    if (held !== undefined) return held;
    if (states.length >= MOST_STATES) {
      if (!gaveUp) onGiveUp();
      gaveUp = true;
      return 0;
    }
    const number = states.push({ at, before }) - 1;
    numbers.set(key, number);
    if (states.length * width > next.length) {
      const grown = new Int32Array(2 * next.length).fill(UNKNOWN);
      grown.set(next);
      next = grown;
    }
    return number;
  }

  /** Puts it down, as the place of its row in the table. */
  function learn(number: number, kind: number): number {
    const found = follow(number, kind);
    next[number * width + kind] = found < 0 ? found : found * width;
    return next[number * width + kind] as number;
  }

  return {
    test(text) {
      if (gaveUp) return false;
      let row = 0;
      let table = next;
      for (let at = 0; at < text.length; at += 1) {
        const kind = kindOf[text.charCodeAt(at)] as number;
        let after = table[row + kind] as number;
        if (after < 0) {
          if (after === UNKNOWN) after = learn(row / width, kind);
          if (after === FOUND) return true;
          if (gaveUp) return false;
          table = next;
        }
        row = after;
      }
      let last = table[row + kinds] as number;
      if (last === UNKNOWN) last = learn(row / width, kinds);
      return last === FOUND;
    },
    gaveUp: () => gaveUp,
  };
}

function holds(what: Assertion, before: Neighbour, after: Neighbour): boolean {
  switch (what) {
    case 'start':
      return before === 'none';
    case 'end':
      return after === 'none';
    case 'line-start':
      return before === 'none' || before === 'newline';
    case 'line-end':
      return after === 'none' || after === 'newline';
    case 'boundary':
      return (before === 'word') !== (after === 'word');
    case 'no-boundary':
      return (before === 'word') === (after === 'word');
  }
}
