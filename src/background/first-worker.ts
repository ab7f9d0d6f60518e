/** Chromium alone: Firefox's background page has no registration, and its listeners are there before it runs. */
const { registration } = globalThis as { readonly registration?: { readonly active: unknown } };

/** True in the worker that runs while the extension is being installed or updated: none was there before it. */
export function isFirstWorker(): boolean {
  return registration !== undefined && registration.active === null;
}
