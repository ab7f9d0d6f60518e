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
  /** Calls with the new value whenever any page writes another one. */
  onChange(key: string, listener: (value: unknown) => void): void {
    native.storage.session.onChanged?.addListener((changes) => {
      const change = changes[key];
      if (change !== undefined) listener(change.newValue);
    });
  },
};
