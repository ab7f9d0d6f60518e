/** A value that was too long for one cookie and stands in several. */

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** `x.0 x.1` of Auth.js and Supabase, `xC1 xC2` of ASP.NET Core (whose `x` only counts them). */
const CHUNK = /^(.{1,256}?)(\.|C)(\d{1,2})$/;
const MOST = 50;

export interface Joined {
  readonly value: string;
  /** The cookies that it stands in, in order. */
  readonly names: readonly string[];
}

/**
 * The whole value that the cookie `name` is a part of, put together from its chunks in order; null: it is no chunk, or one is missing at
 * the beginning. Give it to `decodeValue`.
 */
export function joinChunks(name: string, cookies: readonly NamedValue[]): string | null {
  const values = new Map(cookies.map((cookie) => [cookie.name, cookie.value]));
  return joinedChunks(name, (each) => values.get(each))?.value ?? null;
}

/** The same, of cookies that `lookup` knows by name. */
export function joinedChunks(name: string, lookup: (name: string) => string | undefined): Joined | null {
  const match = CHUNK.exec(name);
  const counted = /^chunks[-:]\d{1,2}$/.test(lookup(name) ?? '');
  const [base, mark] = counted ? [name, 'C'] : [match?.[1], match?.[2]];
  if (base === undefined || mark === undefined) return null;
  const names: string[] = [];
  let value = '';
  for (let number = mark === 'C' ? 1 : 0; names.length < MOST; number++) {
    const part = lookup(`${base}${mark}${number}`);
    if (part === undefined) break;
    names.push(`${base}${mark}${number}`);
    value += part;
  }
  return names.length < 2 ? null : { value, names };
}
