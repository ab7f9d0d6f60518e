import { parseJsonContainer } from './json-text.ts';
import { evidence } from './printable.ts';

/** Whether decoded text is more than chance gives: enough of it, or of a shape of its own. `bits` as `evidence` counts. */
export function isPlausible(text: string, bits: number): boolean {
  if (evidence(text) >= bits || /^".+"$/s.test(text)) return true;
  return parseJsonContainer(text) !== null;
}
