/** A session that is split over several cookies: a signature beside it, chunks of a long value. */

const SIGNATURE = /^(.+)\.sig$/i;
const CHUNK = /^(.+?)(?:\.|C|_|-)(\d{1,2})$/;

/** The name of the cookie that `name` is a further part of, where that one is there too; null: it stands for itself. */
export function mainPartOf(name: string, names: ReadonlySet<string>): string | null {
  const signed = SIGNATURE.exec(name)?.[1];
  if (signed !== undefined && names.has(signed)) return signed;
  const chunk = CHUNK.exec(name);
  const base = chunk?.[1];
  const number = Number(chunk?.[2]);
  if (base === undefined || chunk === null) return null;
  if (names.has(base)) return base;
  // `x.0 x.1` or `xC1 xC2`: the first chunk stands for all.
  const first = [0, 1]
    .map((start) => name.slice(0, name.length - (chunk[2]?.length ?? 0)) + start)
    .find((candidate) => names.has(candidate));
  return first !== undefined && number > 0 && first !== name ? first : null;
}
