import { type Part, part } from './part.ts';

/** While developing the worker is a module, which can load nothing later. */
export async function loadPart(): Promise<Part> {
  return part;
}
