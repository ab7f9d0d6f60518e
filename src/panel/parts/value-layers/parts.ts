/** A value that stands in several cookies is written into several again. */
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import type { CookieChange } from '../../../protocol/workbench.ts';

/** More parts than are read together again. */
const MOST = 50;

export function wholeValue(parts: readonly BrowserCookie[]): string {
  return parts.map(({ value }) => value).join('');
}

/**
 * What must change for `parts`, in order, to hold `value` together: each as long as the longest was, further ones like the first,
 * those that are left over deleted. null: it would need too many.
 */
export function partChanges(parts: readonly BrowserCookie[], value: string): readonly CookieChange[] | null {
  const [first] = parts;
  if (first === undefined) return [];
  if (parts.length === 1) return changed(first, { ...first, value });
  const length = Math.max(...parts.map((part) => part.value.length));
  const pieces: string[] = [];
  for (let at = 0; at < value.length || pieces.length === 0; at += length)
    pieces.push(value.slice(at, at + length));
  if (pieces.length > MOST) return null;
  const [, base = first.name, digits = '0'] = /^(.*?)(\d+)$/s.exec(first.name) ?? [];
  return [
    ...pieces.flatMap((piece, index) => {
      const name = `${base}${Number(digits) + index}`;
      return changed(parts[index] ?? null, { ...(parts[index] ?? first), name, value: piece });
    }),
    ...parts.slice(pieces.length).map((before) => ({ before, after: null })),
  ];
}

function changed(before: BrowserCookie | null, after: BrowserCookie): readonly CookieChange[] {
  return before?.value === after.value ? [] : [{ before, after }];
}
