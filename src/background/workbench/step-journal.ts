/**
 * The steps of one store in `storage.session`: values are secrets and never go to disk. What a step will take back is written
 * before any cookie is changed, so that a worker that is killed in the middle leaves a step that can be taken back as far as it came.
 */
import type { StepKind } from '../../protocol/workbench.ts';
import type { StorageArea } from '../journal/storage.ts';
import type { Group } from './held.ts';
import {
  chunkKey,
  chunkKeysOf,
  droppable,
  listsKey,
  NO_STEPS,
  parsed,
  readLists,
  type StepLists,
  type StepMeta,
  surplusOf,
  withoutSteps,
} from './step.ts';

export type Stack = 'undo' | 'redo';

export interface StepJournal {
  lists(): StepLists;
  /**
   * A step that begins, on this stack; it is kept from its first chunk on.
   * @param leaving the step of the other stack that it takes back
   */
  begin(stack: Stack, step: { readonly at: number; readonly kind: StepKind }, leaving?: StepMeta): OpenStep;
  /** What the step holds, oldest first. */
  groups(step: StepMeta): Promise<readonly Group[]>;
  drop(steps: readonly StepMeta[]): Promise<void>;
}

export interface OpenStep {
  /** Writes what the next changes will take back; false: there is no room. */
  add(groups: readonly Group[]): Promise<boolean>;
  /** What became of the changes of the last chunk. */
  amend(groups: readonly Group[]): void;
  /** Writes what was amended; a step without a change goes. */
  end(): Promise<void>;
}

export async function openStepJournal(
  storage: StorageArea,
  storeId: string,
  newId: () => string,
): Promise<StepJournal> {
  const key = listsKey(storeId);
  let lists: StepLists = await storage.get(key).then(
    (items) => readLists(items[key]) ?? NO_STEPS,
    () => NO_STEPS,
  );

  const chunksOf = (steps: readonly StepMeta[]) => steps.flatMap((step) => chunkKeysOf(storeId, step));

  /** Writes the lists with some chunks; steps go, oldest first, until there is room. */
  const write = async (
    chunks: Readonly<Record<string, string>>,
    writing = '',
    leaving = '',
  ): Promise<boolean> => {
    const surplus = surplusOf(lists, writing, leaving);
    lists = withoutSteps(lists, surplus);
    // Chunks go after the list that names them: a worker that is killed in between leaves nothing that cannot be read.
    let gone = chunksOf(surplus);
    for (;;) {
      try {
        await storage.set({ [key]: JSON.stringify(lists), ...chunks });
        break;
      } catch {
        const [oldest] = droppable(lists, writing, leaving);
        if (oldest === undefined) return false;
        lists = withoutSteps(lists, [oldest]);
        await storage.remove([...gone, ...chunksOf([oldest])]);
        gone = [];
      }
    }
    if (gone.length > 0) await storage.remove(gone);
    return true;
  };

  const drop = async (steps: readonly StepMeta[]) => {
    if (steps.length === 0) return;
    lists = withoutSteps(lists, steps);
    await write({});
    await storage.remove(chunksOf(steps));
  };

  const place = (stack: Stack, step: StepMeta) => {
    const others = lists[stack].filter(({ id }) => id !== step.id);
    lists = { ...lists, [stack]: [...others, step] };
  };

  return {
    lists: () => lists,
    begin(stack, { at, kind }, leaving) {
      let step: StepMeta = { id: newId(), at, step: kind, cookies: 0, name: null, chunks: [] };
      let amended: readonly Group[] | null = null;
      let done = { cookies: 0, name: null as string | null };

      const count = (groups: readonly Group[]) => {
        const cookies = done.cookies + groups.length;
        return { cookies, name: cookies === 1 ? (done.name ?? groups[0]?.[0]?.cookie.name ?? null) : null };
      };
      const set = (chunk: number, groups: readonly Group[], chunks: Record<string, string>) => {
        const text = JSON.stringify(groups);
        chunks[chunkKey(storeId, step, chunk)] = text;
        step = { ...step, ...count(groups), chunks: step.chunks.with(chunk, text.length) };
      };
      const settle = (chunks: Record<string, string>) => {
        if (amended === null) return;
        set(step.chunks.length - 1, amended, chunks);
        done = { cookies: step.cookies, name: step.name };
        amended = null;
      };

      return {
        async add(groups) {
          const chunks: Record<string, string> = {};
          settle(chunks);
          step = { ...step, chunks: [...step.chunks, 0] };
          set(step.chunks.length - 1, groups, chunks);
          place(stack, step);
          return write(chunks, step.id, leaving?.id);
        },
        amend(groups) {
          amended = groups;
        },
        async end() {
          if (step.chunks.length === 0) return;
          const chunks: Record<string, string> = {};
          settle(chunks);
          if (step.cookies === 0) return drop([step]);
          place(stack, step);
          await write(chunks, step.id, leaving?.id);
        },
      };
    },
    async groups(step) {
      const keys = chunkKeysOf(storeId, step);
      const items = await storage.get(keys);
      return keys.flatMap((each) => {
        const groups = parsed(items[each]);
        return Array.isArray(groups) ? (groups as Group[]) : [];
      });
    },
    drop,
  };
}
