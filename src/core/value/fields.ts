/** Named fields in text: JSON, or `key=value&…`. */

export interface TextField {
  readonly key: string;
  readonly value: string;
}

/** Parsed JSON, or the pairs of a query; null for other text. */
export function parsedFields(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    try {
      return JSON.parse(trimmed);
    } catch {
      return null;
    }
  }
  if (!/^[\w.[\]-]{1,60}[=:][^=]/.test(trimmed)) return null;
  const pairs = trimmed
    .split(/[&|;,]/)
    .slice(0, 100)
    .flatMap((pair) => {
      const split = /^([\w.[\] -]{1,60})[=:]([\s\S]*)$/.exec(pair);
      return split === null ? [] : [[split[1] ?? '', split[2] ?? ''] as const];
    });
  return Object.fromEntries(pairs);
}

const DEEPEST = 6;
const MOST = 500;

/** The leaves of parsed JSON that are text or number, each under its own key; bounded. */
export function flattened(data: unknown): readonly TextField[] {
  const fields: TextField[] = [];
  const visit = (value: unknown, key: string, depth: number): void => {
    if (fields.length >= MOST || depth > DEEPEST) return;
    if (typeof value === 'string' || typeof value === 'number') fields.push({ key, value: String(value) });
    else if (Array.isArray(value)) for (const item of value) visit(item, key, depth + 1);
    else if (typeof value === 'object' && value !== null) {
      // An address may be an object of its own: its key counts as well.
      if (key !== '') fields.push({ key, value: 'object' });
      for (const [name, item] of Object.entries(value)) visit(item, name, depth + 1);
    }
  };
  visit(data, '', 0);
  return fields;
}
