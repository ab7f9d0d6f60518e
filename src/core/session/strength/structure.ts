/** What the form of one ID gives away: UUIDs, sortable IDs, times, plain numbers, hashes of known strings, encoded text. */
import { encodedText } from './encoded-text.ts';
import { type KnownStrings, knownHash } from './known-hash.ts';
import { sortableId } from './sortable-id.ts';
import { timestamp } from './timestamp.ts';
import { formatOf } from './token-format.ts';
import { uuid } from './uuid.ts';

export interface Structure {
  readonly kind:
    | `uuid-${'nil' | 'max' | 'other' | `v${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`}`
    | 'ulid'
    | 'ksuid'
    | 'object-id'
    | 'snowflake'
    | 'php-uniqid'
    | 'timestamp'
    | 'number'
    | 'known-hash'
    | 'encoded-text';
  /** For a person: `UUID version 1`. */
  readonly title: string;
  /** What the form proves about the ID, a sentence. */
  readonly proves: string;
  /** Bits that the form leaves open to whoever knows the time and the machine; null: the form does not say. */
  readonly freeBits: number | null;
  /** Whether someone without the server's secrets can foretell such IDs. */
  readonly predictable: boolean;
  /** `certain`: the form cannot be met by chance; `tentative`: one ID in ten or so of other origin would look alike. */
  readonly confidence: 'certain' | 'firm' | 'tentative';
  /** The time that stands in the ID, epoch milliseconds. */
  readonly time?: number;
}

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
