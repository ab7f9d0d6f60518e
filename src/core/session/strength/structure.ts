/** What the form of one ID gives away: UUIDs, sortable IDs, times, plain numbers, hashes of known strings, encoded text. */
import { encodedText } from './encoded-text.ts';
import { type KnownStrings, knownHash } from './known-hash.ts';
import { sortableId } from './sortable-id.ts';
import type { Structure } from './structure-type.ts';
import { timestamp } from './timestamp.ts';
import { formatOf } from './token-format.ts';
import { uuid } from './uuid.ts';

/**
 * The structure of a single ID (a cookie's value: signatures and routes around the ID are taken off first); null where there
 * is none to see. `known` adds strings and a time whose hashes are tried. Never throws; a few microseconds, some milliseconds
 * once for the first ID that has a hash's length.
 */
export function structureOf(value: string, known: KnownStrings = {}): Structure | null {
  const { id, notApplicable } = formatOf(value.slice(0, 8192));
  return notApplicable === null ? structureOfId(id, known) : null;
}

export function structureOfId(id: string, known: KnownStrings = {}): Structure | null {
  return (
    uuid(id) ?? sortableId(id) ?? timestamp(id) ?? knownHash(id, known) ?? encodedText(id, structureOfId)
  );
}
