import type { ShelfArea } from '../../../../src/panel/features/snapshots/shelf.ts';

export interface MemoryArea extends ShelfArea {
  held: unknown;
  /** Whether there is room. */
  room: boolean;
}

/** `storage.session` in memory, which several panels can share. */
export function memoryArea(held?: unknown): MemoryArea {
  const listeners: ((value: unknown) => void)[] = [];
  let updating: Promise<unknown> = Promise.resolve();
  const area: MemoryArea = {
    held,
    room: true,
    read: async () => structuredClone(area.held),
    update(_, change) {
      const updated = updating.then(async () => {
        const made = structuredClone(change(structuredClone(area.held)));
        if (!area.room) return false;
        area.held = made;
        for (const listener of listeners) listener(structuredClone(made));
        return true;
      });
      updating = updated;
      return updated;
    },
    onChange: (_, listener) => {
      listeners.push(listener);
    },
  };
  return area;
}
