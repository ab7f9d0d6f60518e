import { stepsOf } from './decode-value.ts';
import { parseJson } from './json-text.ts';
import { refused, type Step, type Written, written } from './layer.ts';
import { wrap, writeThrough } from './reencode.ts';

/** The content of a value as text that a person may change, or why it cannot be changed. */
export type Editable =
  | {
      readonly ok: true;
      /** `json`: the text must stay JSON. */
      readonly kind: 'json' | 'text';
      readonly text: string;
      /** The whole value around changed text. Refuses what cannot be encoded back. */
      readonly write: (text: string) => Written;
    }
  | { readonly ok: false; readonly format: string; readonly why: string };

/**
 * What of `value` can be edited: its innermost content, to be encoded back through the same layers as `reencode` does. null: it has no
 * layers, edit the value itself. Never throws.
 */
export function editableOf(value: string): Editable | null {
  return editableIn(stepsOf(value));
}

/** The same, of layers that were read already. */
export function editableIn(steps: readonly Step[]): Editable | null {
  const inmost = steps.at(-1);
  if (inmost === undefined) return null;
  for (const { layer, rewrite } of steps) {
    if (rewrite.kind === 'never') return { ok: false, format: layer.format, why: rewrite.why };
  }
  const { layer, rewrite } = inmost;
  if (rewrite.kind !== 'data') {
    return { ok: true, kind: 'text', text: layer.text ?? '', write: (text) => writeThrough(steps, text) };
  }
  return rewrite.write(layer.data).ok
    ? {
        ok: true,
        kind: 'json',
        text: JSON.stringify(layer.data, null, 2),
        write: (text) => fromJson(steps, text),
      }
    : { ok: true, kind: 'json', text: layer.text ?? '', write: (text) => asWritten(steps, text) };
}

const NO_JSON = refused('This is no JSON, or nested more than 64 deep.');

function fromJson(steps: readonly Step[], text: string): Written {
  const parsed = parseJson(text);
  return parsed === null ? NO_JSON : writeThrough(steps, parsed.data);
}

/** JSON with long numbers or repeated keys keeps its own text: to read it would change them. */
function asWritten(steps: readonly Step[], text: string): Written {
  return parseJson(text) === null ? NO_JSON : wrap(steps, written(text));
}
