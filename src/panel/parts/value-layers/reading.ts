/** What the panel shows of a value, made once for each. */
import { stepsOf } from '../../../core/value/decode-value.ts';
import { type Editable, editableIn } from '../../../core/value/editable.ts';
import { isoDate } from '../../../core/value/instant.ts';
import { type LayerTime, SIGNED, type Step } from '../../../core/value/layer.ts';

export interface ShownLayer {
  readonly format: string;
  /** `signed`: read by anyone, written by who has the key; `sealed`: neither without it. */
  readonly state: 'open' | 'signed' | 'sealed';
  readonly notes: readonly string[];
  readonly times: readonly LayerTime[];
  /** Its structure, where that says more than the next layer does. */
  readonly data: object | null;
  /** What is inside, where it is text. */
  readonly text: string | null;
  readonly innermost: boolean;
}

export interface Reading {
  readonly layers: readonly ShownLayer[];
  /** null: no layers. */
  readonly editable: Editable | null;
}

/** As many as one looks at by turns. */
const KEPT = 32;
const kept = new Map<string, Reading>();

/** Decodes a value, or finds it among those decoded before. */
export function readingOf(value: string): Reading {
  const known = kept.get(value);
  if (known !== undefined) return known;
  const reading = freshReading(value);
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(value, reading);
  return reading;
}

export function freshReading(value: string): Reading {
  const steps = stepsOf(value);
  return {
    layers: steps.map((step, index) => shown(step, index === steps.length - 1)),
    editable: editableIn(steps),
  };
}

function shown({ layer, rewrite }: Step, innermost: boolean): ShownLayer {
  const { data, times = [] } = layer;
  const signed = rewrite.kind === 'never' && rewrite.why.endsWith(SIGNED);
  // A time is shown by itself, in the person's own words: its note would say it again.
  const dates = times.map(({ at }) => isoDate(at));
  return {
    format: layer.format,
    state: signed ? 'signed' : layer.readable ? 'open' : 'sealed',
    notes: layer.notes.filter((note) => !dates.some((date) => date !== '' && note.includes(date))),
    times,
    data: typeof data === 'object' && data !== null && !isOnlyTimes(data, times) ? data : null,
    text: layer.text ?? null,
    innermost,
  };
}

/** `{ at }` of an ID: the time is shown already. */
function isOnlyTimes(data: object, times: readonly LayerTime[]): boolean {
  const values = Object.values(data);
  return values.length > 0 && values.every((value) => times.some(({ at }) => at === value));
}
