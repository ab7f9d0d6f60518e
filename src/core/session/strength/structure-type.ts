/** What the form of an ID says about it. */
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
