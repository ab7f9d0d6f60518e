/**
 * Runs in the page's own world: sees what its scripts write to document.cookie and cookieStore, and from where. The page is
 * never to notice: every call goes to the native function, with its `this`, and gives what that gives.
 *
 * The script's own value is the channel's name; the browser hands it to the worker, past the page.
 */
import { lineOfDelete, lineOfSet } from './cookie-store-line.ts';
import { type Call, hook } from './hook.ts';
import { cut, now } from './natives.ts';
import { stackAbove } from './stack-here.ts';
import { createTeller } from './teller.ts';

/** A line's name, value and attributes have 5 KB at most; more is never looked at (RFC 6265bis section 5.6). */
const LONGEST_LINE = 8192;

const random = crypto.getRandomValues(new Uint32Array(4));
export const channel = `${random[0]}-${random[1]}-${random[2]}-${random[3]}`;

let isOn = true;
const teller = createTeller(channel, () => {
  isOn = false;
  for (let index = 0; index < undos.length; index += 1) undos[index]?.();
});

/** The write is done: nothing that is wrong with the telling of it may reach the script. */
const note = (api: 'document.cookie' | 'cookieStore', lineOf: () => string | null, own: unknown) => {
  try {
    const line = lineOf();
    if (line === null || !teller.hasRoom()) return;
    teller.tell({ __proto__: null, api, line: cut(line, LONGEST_LINE), stack: stackAbove(own) });
  } catch {
    // The page had replaced what we are made of, or a getter of its own threw as it did for the browser.
  }
};

const page = document;
const cookieSetter = ({ native, self, args, own }: Call): unknown => {
  // Another document's cookies are not this one's.
  if (!isOn || self !== page || args.length === 0) return native(args);
  const value = args[0];
  let line: string | null = null;
  let given = value;
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') {
    // Made a string once, and where the browser would do it: that can be a script's own doing.
    given = {
      __proto__: null,
      toString: () => {
        line = `${value}`;
        return line;
      },
    };
  }
  const result = native([given]);
  note('document.cookie', () => line ?? `${value}`, own);
  return result;
};

const store: unknown = (globalThis as { cookieStore?: unknown }).cookieStore;
const storeMethod =
  (lineOf: (args: readonly unknown[], now: number) => string | null) =>
  ({ native, self, args, own }: Call): unknown => {
    const result = native(args);
    if (isOn && self === store) note('cookieStore', () => lineOf(args, now()), own);
    return result;
  };

const storeClass = (globalThis as { CookieStore?: { prototype: object } }).CookieStore?.prototype;
const undos = [
  hook(Document.prototype, 'cookie', 'set', cookieSetter),
  hook(storeClass, 'set', 'value', storeMethod(lineOfSet)),
  hook(storeClass, 'delete', 'value', storeMethod(lineOfDelete)),
];
