/**
 * What the instrument needs of the page's own world, taken once when it begins: the page can replace any of it later.
 * What it replaced before is taken as it is, and whatever is told with it is a claim like the rest.
 */
export const { apply, getOwnPropertyDescriptor, defineProperty } = Reflect;
export const { stringify } = JSON;
export const { now } = Date;
export const NativeError = Error;
export const NativeProxy = Proxy;
export const NativeCustomEvent = CustomEvent;
export const later = setTimeout.bind(globalThis);
export const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;

const { slice } = String.prototype;

/** At most so many UTF-16 units of it. */
export function cut(text: string, most: number): string {
  return text.length > most ? apply(slice, text, [0, most]) : text;
}
