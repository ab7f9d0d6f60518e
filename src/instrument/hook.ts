import { apply, defineProperty, getOwnPropertyDescriptor, NativeProxy } from './natives.ts';

export interface Call {
  /** Calls what the page would have called, with its own `this`. */
  readonly native: (args: readonly unknown[]) => unknown;
  readonly self: unknown;
  readonly args: readonly unknown[];
  /** The frame of the stack that is ours. */
  readonly own: unknown;
}

const nothing = () => {};

/**
 * Puts a proxy in the place of a setter or method: what pages look at (name, length, `[native code]`, not constructible)
 * is the native function's own. Where the page has frozen it, nothing is done. Returns the way back.
 */
export function hook(
  owner: object | undefined,
  name: string,
  part: 'set' | 'value',
  called: (call: Call) => unknown,
): () => void {
  const descriptor = owner && getOwnPropertyDescriptor(owner, name);
  const native: unknown = descriptor?.[part];
  if (owner === undefined || typeof native !== 'function' || descriptor?.configurable !== true)
    return nothing;
  // Without a prototype: the page can put traps of its own into Object.prototype.
  const handler = {
    __proto__: null,
    apply: (target: () => unknown, self: unknown, args: unknown[]): unknown =>
      called({ native: (changed) => apply(target, self, changed), self, args, own: handler.apply }),
  };
  const ours = new NativeProxy(native as () => unknown, handler);
  const isPlaced = defineProperty(owner, name, {
    __proto__: null,
    ...descriptor,
    [part]: ours,
  } as PropertyDescriptor);
  if (!isPlaced) return nothing;
  return () => {
    // What the page has put over it since stays.
    if (getOwnPropertyDescriptor(owner, name)?.[part] === ours)
      defineProperty(owner, name, { __proto__: null, ...descriptor } as PropertyDescriptor);
  };
}
