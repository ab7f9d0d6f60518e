/** What of web storage looks like a token: its key and its look. The value is judged here, and goes nowhere. */
import type { StoredItem } from '../core/recording/fact.ts';
import { lookOfValue } from '../core/session/value-look.ts';

export type FoundItem = Omit<StoredItem, 'origin'>;

const MOST_ITEMS = 50;
const MOST_LOOKED_AT = 500;
const LONGEST_KEY = 200;
const LONGEST_VALUE = 8192;
const SHORTEST_TOKEN = 20;

/** A JWT as a member of JSON text: how most libraries keep theirs. A quotation mark ends each try: linear. */
const INNER_JWT = /"eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*"/;

export function lookOfItem(value: string): FoundItem['look'] {
  const text = value.slice(0, LONGEST_VALUE);
  const look = lookOfValue(text);
  if (look === 'jwt' || INNER_JWT.test(text)) return 'jwt';
  return (look === 'opaque' || look === 'signed') && text.length >= SHORTEST_TOKEN ? 'token' : 'none';
}

/** Of one area, at most 50 of those that look like something. */
export function tokensIn(area: FoundItem['area'], storage: Storage): FoundItem[] {
  const found: FoundItem[] = [];
  for (let index = 0; index < Math.min(storage.length, MOST_LOOKED_AT); index += 1) {
    const key = storage.key(index);
    const look = key === null ? 'none' : lookOfItem(storage.getItem(key) ?? '');
    if (key === null || look === 'none' || found.length === MOST_ITEMS) continue;
    found.push({ area, key: key.slice(0, LONGEST_KEY), look });
  }
  return found;
}
