/** Rows of bits over GF(2), kept reduced as they come. */

export class BitMatrix {
  readonly #words: number;
  /** By their leading bit. */
  readonly #rows: (Int32Array | undefined)[] = [];
  #rank = 0;

  /** @param width bits in a row; one more may be given to `add` as the right side of an equation. */
  constructor(width: number) {
    this.#words = (width + 31) >> 5;
  }

  get rank(): number {
    return this.#rank;
  }

  /**
   * Adds a row (its words are used up; bit i is bit i % 32 of word i / 32). @returns `new` where it is independent of those
   * before; else what its right side comes to: 0 agrees with them, 1 contradicts.
   */
  add(row: Int32Array, rightSide = 0): 'new' | 0 | 1 {
    let right = rightSide;
    for (let word = 0; word < this.#words; word++) {
      for (let bits = row[word] ?? 0; bits !== 0; bits = row[word] ?? 0) {
        const leading = word * 32 + 31 - Math.clz32(bits & -bits);
        const known = this.#rows[leading];
        if (known === undefined) {
          const kept = new Int32Array(this.#words + 1);
          kept.set(row.subarray(0, this.#words));
          kept[this.#words] = right;
          this.#rows[leading] = kept;
          this.#rank++;
          return 'new';
        }
        for (let i = word; i < this.#words; i++) row[i] = (row[i] ?? 0) ^ (known[i] ?? 0);
        right ^= known[this.#words] ?? 0;
      }
    }
    return right === 0 ? 0 : 1;
  }
}
