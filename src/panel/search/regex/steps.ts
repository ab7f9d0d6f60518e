/** A pattern's tree as steps from one character to the next (Thompson's construction). */
import type { CharSet } from './char-set.ts';
import type { Assertion, PatternNode } from './syntax.ts';

export type Step =
  | { readonly kind: 'read'; readonly set: CharSet; readonly next: number }
  | { readonly kind: 'assert'; readonly what: Assertion; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'found' };

export interface Steps {
  readonly steps: readonly Step[];
  readonly start: number;
}

/** Each is gone through for each new state of the search: it bounds what one state costs. */
const MOST_STEPS = 1_000;

/** null: counted repetitions make it too long. */
export function stepsOf(tree: PatternNode): Steps | null {
  const steps: Step[] = [{ kind: 'found' }];
  let calls = 0;
  const add = (step: Step) => steps.push(step) - 1;
  const isFull = () => steps.length > MOST_STEPS || calls > 10 * MOST_STEPS;

  /** Puts a node's steps before `next` and says where they begin. */
  function before(next: number, node: PatternNode): number {
    calls += 1;
    if (isFull()) return next;
    switch (node.kind) {
      case 'set':
        return add({ kind: 'read', set: node.set, next });
      case 'assert':
        return add({ kind: 'assert', what: node.what, next });
      case 'sequence':
        return node.parts.reduceRight(before, next);
      case 'either':
        return add({ kind: 'fork', next: node.parts.map((part) => before(next, part)) });
      case 'repeat':
        return repeat(next, node.part, node.min, node.max);
    }
  }

  function repeat(next: number, part: PatternNode, min: number, max: number): number {
    let start = next;
    if (max === Number.POSITIVE_INFINITY) {
      const again: number[] = [next];
      start = add({ kind: 'fork', next: again });
      again.push(before(start, part));
    } else {
      for (let more = min; more < max && !isFull(); more += 1)
        start = add({ kind: 'fork', next: [next, before(start, part)] });
    }
    for (let count = 0; count < min && !isFull(); count += 1) start = before(start, part);
    return start;
  }

  const start = before(0, tree);
  return isFull() ? null : { steps, start };
}
