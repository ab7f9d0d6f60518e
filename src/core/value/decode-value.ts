import { type DecodedLayer, LONGEST, never, type Step } from './layer.ts';
import { readOctets } from './octet-decoders.ts';
import { readText } from './text-decoders.ts';

const DEEPEST = 8;

/**
 * What a value holds, layer by layer, the outermost first; no layer where it is plain or of no known form. Reads at most eight layers and
 * 64 KiB; never throws, never runs, rebuilds or verifies anything. `text` and `data` are hostile: the value's content, nothing more.
 */
export function decodeValue(value: string): { readonly layers: readonly DecodedLayer[] } {
  return { layers: stepsOf(value).map(({ layer }) => layer) };
}

/** The layers with how each is written again. */
export function stepsOf(value: string): readonly Step[] {
  if (value.length > LONGEST) return [TOO_LONG];
  const steps: Step[] = [];
  let inside: string | Uint8Array | undefined = value;
  while (inside !== undefined && inside.length > 0 && inside.length <= LONGEST) {
    const step: Step | null = typeof inside === 'string' ? readText(inside) : readOctets(inside);
    if (step === null) break;
    if (steps.length === DEEPEST) return withNote(steps, 'There are more layers inside: eight are read.');
    steps.push(step);
    inside = step.inside;
  }
  return steps;
}

const TOO_LONG: Step = {
  layer: { format: 'unread', readable: false, notes: ['It is longer than 64 KiB: it was not read.'] },
  rewrite: never('It is longer than 64 KiB: edit the value itself.'),
};

function withNote(steps: readonly Step[], note: string): readonly Step[] {
  return steps.map((step, place) =>
    place < steps.length - 1
      ? step
      : { ...step, layer: { ...step.layer, notes: [...step.layer.notes, note] } },
  );
}
