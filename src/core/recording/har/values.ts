/** Reading data of any shape: each function answers with what was asked for, or nothing. */
export type Data = Readonly<Record<string, unknown>>;

export function record(value: unknown): Data | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : null;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A finite number; some tools write numbers as text. */
export function number(value: unknown): number | null {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : null;
}

export interface Named {
  readonly name: string;
  readonly value: string;
}

/** Items of `{ name, value }`; what is none is left out. */
export function namedValues(value: unknown): readonly Named[] {
  const whole = list(value);
  // A file has some hundred thousand headers, and all but none are as they should be.
  if (whole.every(isNamed)) return whole;
  const items: Named[] = [];
  for (const item of list(value)) {
    const of = record(item);
    if (of === null || typeof of.name !== 'string') continue;
    if (typeof of.value === 'string') items.push({ name: of.name, value: of.value });
    else if (typeof of.value === 'number') items.push({ name: of.name, value: String(of.value) });
  }
  return items;
}

function isNamed(item: unknown): item is Named {
  const of = item as Partial<Named> | null | undefined;
  return typeof of?.name === 'string' && typeof of.value === 'string';
}

/** Epoch milliseconds of an ISO 8601 text; null where it is none, or no time a recording can have. */
export function time(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > 64) return null;
  const at = Date.parse(value);
  return at > 0 ? at : null;
}
