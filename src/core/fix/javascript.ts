/** What the Node.js frameworks have in common. */
import type { Need, Snippet, WantedCookie } from './fix.ts';
import { lines, secondsTerm, single } from './literals.ts';

interface OptionStyle {
  /** Of maxAge. */
  readonly unit: 'ms' | 's';
  readonly indent?: string;
}

/** Cookie options as lines of an object literal. */
export function optionLines(cookie: WantedCookie, { unit, indent = '  ' }: OptionStyle): string {
  const { domain, path, secure, httpOnly, sameSite, partitioned, maxAge } = cookie;
  const age =
    maxAge === undefined ? undefined : `maxAge: ${secondsTerm(maxAge)}${unit === 'ms' ? ' * 1000' : ''},`;
  return [
    `httpOnly: ${httpOnly},`,
    `secure: ${secure},`,
    `sameSite: '${sameSite}',`,
    `path: ${single(path)},`,
    domain === undefined ? undefined : `domain: ${single(domain)},`,
    partitioned ? 'partitioned: true,' : undefined,
    age,
  ]
    .filter((line) => line !== undefined)
    .map((line) => `${indent}${line}`)
    .join('\n');
}

/** `{ path: '/' }`, with Domain where there is one: what a deletion must repeat. */
export function placeOf({ path, domain }: WantedCookie): string {
  return `{ path: ${single(path)}${domain === undefined ? '' : `, domain: ${single(domain)}`} }`;
}

export function headerCalls(call: string): (need: Need) => Snippet {
  return ({ headers }) => ({
    code: lines(...headers.map(({ name, value }) => `${call}(${single(name)}, ${JSON.stringify(value)});`)),
  });
}

/** The state stays in a table; the cookie has a key of it. */
export const RANDOM_ID =
  "import { randomBytes } from 'node:crypto';\n\nconst id = randomBytes(32).toString('base64url'); // 256 bits";
