/** Whose JSON it is, by what stands in it. */
import { isRecord } from '../value/json-text.ts';
import { isOurs } from './ours.ts';
import type { FormatId } from './types.ts';

/** The list of cookies: the file itself, its `cookies`, or the one cookie that it is. */
export function listIn(data: unknown): { readonly list: readonly unknown[]; readonly path: string } {
  if (Array.isArray(data)) return { list: data, path: '' };
  if (!isRecord(data)) return { list: [], path: '' };
  if (Array.isArray(data.cookies)) return { list: data.cookies, path: 'cookies' };
  return { list: 'name' in data ? [data] : [], path: '' };
}

/** As many cookies as are looked at to tell whose list it is. */
const LOOK = 20;

const EXTENSION_FIELDS = ['hostOnly', 'expirationDate', 'storeId', 'firstPartyDomain'];
const PROTOCOL_FIELDS = ['size', 'session', 'priority', 'sameParty', 'sourceScheme', 'sourcePort'];

/** null: no JSON of cookies. */
export function jsonFormat(data: unknown): FormatId | null {
  if (isOurs(data)) return 'json';
  if (isRecord(data) && isRecord(data.log) && Array.isArray(data.log.entries)) return 'har';
  const { list } = listIn(data);
  const some = list.slice(0, LOOK).filter(isRecord);
  if (isRecord(data) && Array.isArray(data.origins)) return 'storage-state';
  if (!some.some((item) => 'name' in item && 'value' in item)) return null;
  if (some.some((item) => EXTENSION_FIELDS.some((field) => field in item) || hasApiWord(item)))
    return 'cookie-editor';
  const isProtocol = (item: Readonly<Record<string, unknown>>) =>
    isRecord(item.partitionKey) || PROTOCOL_FIELDS.some((field) => field in item);
  return some.some(isProtocol) ? 'puppeteer' : 'storage-state';
}

function hasApiWord({ sameSite }: Readonly<Record<string, unknown>>): boolean {
  return sameSite === null || (typeof sameSite === 'string' && /^(?:[ls]|no_|unspec)/.test(sameSite));
}
