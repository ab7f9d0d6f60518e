/**
 * Shapes of messages, from `unknown` to a typed copy that holds nothing else. The worker starts with every request, and a
 * library for this was a tenth of its code.
 */

/** The value as a type; undefined: it does not fit. */
export type Shape<T> = (value: unknown) => T | undefined;

export type Of<S> = S extends Shape<infer T> ? T : never;

export const boolean: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const finite: Shape<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export const integer: Shape<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined;

/** A whole number of this range. */
export const within =
  (least: number, most: number): Shape<number> =>
  (value) => {
    const number = integer(value);
    return number !== undefined && number >= least && number <= most ? number : undefined;
  };

/** At most this many code units, and of this pattern. */
export const text =
  (longest: number, pattern?: RegExp): Shape<string> =>
  (value) =>
    typeof value === 'string' && value.length <= longest && (pattern?.test(value) ?? true)
      ? value
      : undefined;

export const oneOf =
  <const T extends string | number>(...values: readonly T[]): Shape<T> =>
  (value) =>
    values.find((each) => each === value);

/** null, or the shape. */
export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

export const list =
  <T>(shape: Shape<T>, longest: number): Shape<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > longest) return undefined;
    const items: T[] = [];
    for (const each of value) {
      const item = shape(each);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  };

/** An object with these properties of its own; others are left out. */
export const object =
  <T extends object>(
    shapes: { readonly [K in keyof T]: Shape<T[K]> },
  ): Shape<{ readonly [K in keyof T]: T[K] }> =>
  (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const copy: Partial<T> = {};
    for (const key of Object.keys(shapes) as (keyof T & string)[]) {
      const own = Object.hasOwn(value, key)
        ? shapes[key]((value as Record<string, unknown>)[key])
        : undefined;
      if (own === undefined) return undefined;
      copy[key] = own;
    }
    return copy as T;
  };

/** The object, and those of these properties that are there; one that is there and does not fit spoils it all. */
export const withOptional =
  <T extends object, O extends object>(
    shape: Shape<T>,
    optional: { readonly [K in keyof O]: Shape<O[K]> },
  ): Shape<T & { readonly [K in keyof O]?: O[K] }> =>
  (value) => {
    const copy = shape(value);
    if (copy === undefined) return undefined;
    const more: Partial<O> = {};
    for (const key of Object.keys(optional) as (keyof O & string)[]) {
      if (!Object.hasOwn(value as object, key)) continue;
      const own = optional[key]((value as Record<string, unknown>)[key]);
      if (own === undefined) return undefined;
      more[key] = own;
    }
    return { ...copy, ...more };
  };

/** An object of any keys that fit, at most so many; the copy is safe for keys such as `__proto__`. */
export const record =
  <T>(key: Shape<string>, shape: Shape<T>, most: number): Shape<Readonly<Record<string, T>>> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    if (entries.length > most) return undefined;
    const copy: [string, T][] = [];
    for (const [name, each] of entries) {
      const item = shape(each);
      if (key(name) === undefined || item === undefined) return undefined;
      copy.push([name, item]);
    }
    return Object.fromEntries(copy);
  };

/** The first of several that fits. */
export const anyOf =
  <T extends readonly unknown[]>(...shapes: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T[number]> =>
  (value) => {
    for (const shape of shapes) {
      const found = shape(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
