import { stepsOf } from './decode-value.ts';
import { refused, type Step, type Written, written } from './layer.ts';

/**
 * Writes changed content back through the layers of `value`, each as it was written there: alphabet and padding of base64, which characters
 * stand percent-encoded, spaces and escapes of JSON.
 *
 * `data` takes the place of what the innermost layer has as `data`, or else as `text`; of a value without layers, of the value itself.
 * Refuses, and says why, where a layer is signed, sealed, compressed or known only by its form, or where the data would not fit or come
 * back whole. Never throws.
 */
export function reencode(value: string, data: unknown): Written {
  return writeThrough(stepsOf(value), data);
}

export function writeThrough(steps: readonly Step[], data: unknown): Written {
  for (const { layer, rewrite } of steps) {
    if (rewrite.kind === 'never') return refused(`${layer.format}: ${rewrite.why}`);
  }
  let result = typeof data === 'string' ? written(data) : refused('Only text can take the place of text.');
  const inmost = steps.at(-1)?.rewrite;
  if (inmost?.kind === 'data') result = inmost.write(data);
  return wrap(steps, result);
}

/** Puts the layers that stand around something around it again. */
export function wrap(steps: readonly Step[], inmost: Written): Written {
  let result = inmost;
  for (const { rewrite } of steps.toReversed()) {
    if (rewrite.kind !== 'around') continue;
    if (!result.ok) return result;
    result = rewrite.write(result.value);
  }
  return result;
}
