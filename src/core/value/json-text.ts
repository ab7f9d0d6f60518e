import { LONGEST } from './layer.ts';

/** Deeper nesting stays text: whoever shows or copies the data walks it by recursion. */
const DEEPEST = 64;

/** Any JSON value (RFC 8259); null for what is none, or is nested too deeply. `__proto__` becomes an own key. */
export function parseJson(text: string): { readonly data: unknown } | null {
  if (text.length > LONGEST || tooDeep(text)) return null;
  try {
    return { data: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** A JSON object or array: the only JSON that a plain word, a number or an ID cannot be. */
export function parseJsonContainer(text: string): { readonly data: object } | null {
  if (!/^\s{0,64}[{[]/.test(text)) return null;
  const parsed = parseJson(text);
  return parsed !== null && typeof parsed.data === 'object' && parsed.data !== null
    ? { data: parsed.data }
    : null;
}

export function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') {
      if (++depth > DEEPEST) return true;
    } else if (char === '}' || char === ']') depth--;
  }
  return false;
}
