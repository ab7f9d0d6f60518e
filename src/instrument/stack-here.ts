import { cut, getOwnPropertyDescriptor, NativeError } from './natives.ts';

/** Frames asked for, and UTF-16 units of their text: eight of them are kept. */
const DEPTH = 12;
const LONGEST = 4000;

interface ErrorClass {
  captureStackTrace?: (holder: object, above: unknown) => void;
  stackTraceLimit?: unknown;
  prepareStackTrace?: unknown;
}
const errors = NativeError as unknown as ErrorClass;
const { captureStackTrace } = errors;

/** The stack's text from the caller of `own` on; empty where the page does not let us have it. Never throws. */
export function stackAbove(own: unknown): string {
  const undoLimit = setFor('stackTraceLimit', DEPTH);
  // A page's own formatter is not to hear of this.
  const undoFormat = setFor('prepareStackTrace', undefined);
  try {
    const holder = { __proto__: null } as { stack?: unknown };
    if (captureStackTrace === undefined) holder.stack = new NativeError().stack;
    else captureStackTrace(holder, own);
    const { stack } = holder;
    return typeof stack === 'string' ? cut(stack, LONGEST) : '';
  } catch {
    return '';
  } finally {
    undoFormat();
    undoLimit();
  }
}

const nothing = () => {};

/** Only where it is a plain property that is there already: anything else is the page's business. */
function setFor(name: 'stackTraceLimit' | 'prepareStackTrace', value: unknown): () => void {
  const descriptor = getOwnPropertyDescriptor(errors, name);
  if (descriptor?.writable !== true || descriptor.value === value) return nothing;
  errors[name] = value;
  return () => {
    errors[name] = descriptor.value;
  };
}
