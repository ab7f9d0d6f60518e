import { native } from './native.ts';

/** `storage.session`: kept in memory until the browser ends, never on disk. For pages of the extension. */
export const sessionArea = {
  /** undefined where nothing is kept, or nothing may be. */
  async read(key: string): Promise<unknown> {
    try {
      return (await native.storage.session.get(key))[key];
    } catch {
      return undefined;
    }
  },
  /** Resolves to whether there was room. */
  async write(key: string, value: unknown): Promise<boolean> {
    try {
      await native.storage.session.set({ [key]: value });
      return true;
    } catch {
      return false;
    }
  },
  /**
   * Writes what `change` makes of what is there; one page at a time, so that none overwrites what another just wrote.
   * Resolves to whether there was room.
   */
  update(key: string, change: (value: unknown) => unknown): Promise<boolean> {
    return navigator.locks.request(`crumbtrail/${key}`, async () =>
      sessionArea.write(key, change(await sessionArea.read(key))),
    );
  },
  /** Calls with the new value whenever any page writes another one. */
  onChange(key: string, listener: (value: unknown) => void): void {
    native.storage.session.onChanged?.addListener((changes) => {
      const change = changes[key];
      if (change !== undefined) listener(change.newValue);
    });
  },
};
