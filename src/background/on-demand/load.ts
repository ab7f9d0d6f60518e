import type { Part } from './part.ts';

/** In an event page (Firefox): a module that is loaded when it is asked for. */
export async function loadPart(): Promise<Part> {
  return (await import('./part.ts')).part;
}
