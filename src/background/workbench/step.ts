/** A step as the journal keeps it: what to put back, in chunks, and a line about it in the list of steps. */
import type { StepSummary } from '../../protocol/workbench.ts';

export interface StepMeta extends StepSummary {
  /** Stored chunks of groups, of these sizes in UTF-16 units. */
  readonly chunks: readonly number[];
}

export interface StepLists {
  /** Newest last. */
  readonly undo: readonly StepMeta[];
  readonly redo: readonly StepMeta[];
}

export const NO_STEPS: StepLists = { undo: [], redo: [] };

export const MOST_STEPS = 100;
export const MOST_HELD_COOKIES = 20_000;
/** `storage.session` holds 10 MB, most of it recordings: two octets a unit at the worst, one as a rule. */
export const MOST_HELD_UNITS = 3_000_000;

export const listsKey = (storeId: string) => `workbench/${storeId}`;
export const chunkKey = (storeId: string, { id }: Pick<StepMeta, 'id'>, chunk: number) =>
  `workbench/${storeId}/${id}/${chunk}`;

export function chunkKeysOf(storeId: string, step: StepMeta): string[] {
  return step.chunks.map((_, chunk) => chunkKey(storeId, step, chunk));
}

export function summaryOf({ id, at, step, cookies, name }: StepMeta): StepSummary {
  return { id, at, step, cookies, name };
}

export function unitsOf(step: StepMeta): number {
  return step.chunks.reduce((sum, units) => sum + units, 0);
}

/**
 * The steps that are one too many: oldest first, those that could be taken again before those that could be taken back.
 * @param writing it stays
 * @param leaving it goes over to the step that is being written, and does not count
 */
export function surplusOf(lists: StepLists, writing: string, leaving: string): readonly StepMeta[] {
  const all = droppable(lists, leaving, leaving);
  const byAge = droppable(lists, writing, leaving);
  let count = all.length;
  let cookies = all.reduce((sum, step) => sum + step.cookies, 0);
  let units = all.reduce((sum, step) => sum + unitsOf(step), 0);
  const surplus: StepMeta[] = [];
  for (const step of byAge) {
    if (count <= MOST_STEPS && cookies <= MOST_HELD_COOKIES && units <= MOST_HELD_UNITS) break;
    surplus.push(step);
    count -= 1;
    cookies -= step.cookies;
    units -= unitsOf(step);
  }
  return surplus;
}

/** Those that may go to make room, in their order. */
export function droppable({ undo, redo }: StepLists, writing: string, leaving: string): readonly StepMeta[] {
  return [...redo, ...undo].filter(({ id }) => id !== writing && id !== leaving);
}

export function withoutSteps(lists: StepLists, gone: readonly StepMeta[]): StepLists {
  const ids = new Set(gone.map(({ id }) => id));
  const kept = (steps: readonly StepMeta[]) => steps.filter(({ id }) => !ids.has(id));
  return { undo: kept(lists.undo), redo: kept(lists.redo) };
}

/** `undefined`: it is not what this extension writes. */
export function readLists(text: unknown): StepLists | undefined {
  const data = parsed(text);
  if (typeof data !== 'object' || data === null || !('undo' in data) || !('redo' in data)) return undefined;
  return Array.isArray(data.undo) && Array.isArray(data.redo) ? (data as StepLists) : undefined;
}

export function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
