/** Files that are a list of cookies in JSON: what is the same in all of them. */
import type { BrowserCookie } from '../recording/fact.ts';
import { isRecord } from '../value/json-text.ts';
import { leftOut, lossesOf } from './losses.ts';
import { badRow, type Place, type ReadPart, type WrittenPart } from './rows.ts';
import { type LeftOut, type Lost, MOST_ROWS, type ReadRow } from './types.ts';

type Data = Readonly<Record<string, unknown>>;

/** What says nothing that the other fields do not: sizes, running numbers, whose store it was. */
const REDUNDANT = ['size', 'session', 'id', 'storeId', 'url'];

interface ListReader {
  /** The fields that `read` looks at. */
  readonly fields: readonly string[];
  read(data: Data, where: string, place: Place): ReadRow;
}

/** @param path of the list in the file, `''` for the file itself */
export function readList(
  list: readonly unknown[],
  path: string,
  place: Place,
  { fields, read }: ListReader,
): ReadPart {
  const known = new Set([...fields, ...REDUNDANT]);
  const others = new Map<string, number>();
  const rows = list.slice(0, MOST_ROWS + 1).map((item, index) => {
    const where = `${path}[${index}]`;
    if (!isRecord(item)) return badRow(where, 'not-a-cookie');
    for (const field of Object.keys(item)) if (!known.has(field)) count(others, field);
    return read(item, where, place);
  });
  return { rows, leftOut: [...others].map(([what, times]): LeftOut => ({ what, count: times })) };
}

const MOST_NAMES = 50;

function count(others: Map<string, number>, field: string): void {
  const what = field.length > 40 ? `${field.slice(0, 40)}…` : field;
  const before = others.get(what);
  if (before !== undefined || others.size < MOST_NAMES) others.set(what, (before ?? 0) + 1);
}

/** The objects for a list of cookies, and what each loses, told by the format's own reader. */
export function objectsOf(
  cookies: readonly BrowserCookie[],
  write: (cookie: BrowserCookie) => Data,
  read: ListReader['read'],
): { readonly objects: readonly Data[]; readonly lost: readonly Lost[] } {
  const objects: Data[] = [];
  const lost: Lost[] = [];
  for (const [index, cookie] of cookies.entries()) {
    const data = write(cookie);
    const { cookie: back } = read(data, '', { url: null, now: Number.NEGATIVE_INFINITY });
    if (back === null) {
      lost.push(...leftOut(cookie, index));
      continue;
    }
    objects.push(data);
    lost.push(...lossesOf(cookie, index, back));
  }
  return { objects, lost };
}

export function jsonText(data: unknown, lost: readonly Lost[]): WrittenPart {
  return { text: `${JSON.stringify(data, null, 2)}\n`, lost };
}
