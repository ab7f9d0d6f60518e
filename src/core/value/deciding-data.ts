/** Data from which a server may decide: rights, prices, whose account it is. */
import { isRecord, parseJsonContainer } from './json-text.ts';

const RIGHTS =
  /^(?:role|roles|user_?role|is_?admin|admin|is_?staff|is_?superuser|permissions?|access_?level|privileges?|plan|is_?premium)$/i;
const PRICES = /^(?:price|unit_?price|total|sub_?total|discount|amount|balance|credits?)$/i;
const OWNER = /^(?:user_?id|account_?id|customer_?id|member_?id)$/i;

const ROLE_WORDS =
  /^(?:admin|administrator|user|guest|member|customer|editor|author|moderator|staff|owner|manager|superuser|root|premium|anonymous)$/i;
const SWITCH = /^(?:true|false|0|1|yes|no|on|off)$/i;
const NUMBER = /^-?\d{1,10}(?:[.,]\d{1,4})?$/;

export interface Deciding {
  /** For a person. */
  readonly what: string;
  readonly confidence: 'firm' | 'tentative';
}

/** A cookie that is such data itself: `role=admin`, `price=499`, `user_id=1042`. */
export function decidesByName(name: string, value: string): Deciding | null {
  if (value.length > 40) return null;
  if (RIGHTS.test(name) && (ROLE_WORDS.test(value) || (!/roles?$/i.test(name) && SWITCH.test(value))))
    return { what: 'what somebody may do', confidence: 'firm' };
  if (PRICES.test(name) && NUMBER.test(value))
    return { what: 'what something costs', confidence: 'tentative' };
  if (OWNER.test(name) && /^\d{1,10}$/.test(value))
    return { what: 'whose account it is', confidence: 'tentative' };
  return null;
}

const MOST = 200;
const DEEPEST = 4;

/** Such data in JSON or in `key=value&…`; null: none. Bounded in depth and number. */
export function decidesIn(text: string): string | null {
  const parsed = parseJsonContainer(text);
  if (parsed !== null) return decidesInData(parsed.data, { left: MOST }, 0);
  if (!/^[\w.-]{1,40}=[^&=]{0,200}(?:&[\w.-]{1,40}=[^&=]{0,200})+$/.test(text)) return null;
  for (const pair of text.split('&').slice(0, MOST)) {
    const [key = '', value = ''] = pair.split('=', 2);
    const what = decidesAs(key, value);
    if (what !== null) return what;
  }
  return null;
}

function decidesInData(data: unknown, budget: { left: number }, depth: number): string | null {
  if (depth > DEEPEST) return null;
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(data)
    ? data.slice(0, MOST).map((each) => ['', each] as const)
    : isRecord(data)
      ? Object.entries(data)
      : [];
  for (const [key, value] of entries) {
    budget.left -= 1;
    if (budget.left < 0) return null;
    const what = decidesAs(key, value) ?? decidesInData(value, budget, depth + 1);
    if (what !== null) return what;
  }
  return null;
}

function decidesAs(key: string, value: unknown): string | null {
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : null;
  if (RIGHTS.test(key) && (text === null ? Array.isArray(value) : ROLE_WORDS.test(text) || SWITCH.test(text)))
    return 'what somebody may do';
  if (text !== null && PRICES.test(key) && NUMBER.test(text)) return 'what something costs';
  return null;
}
