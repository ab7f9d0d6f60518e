/**
 * A map that forgets what nobody asked for lately when full: the same few hosts and URLs come with every request,
 * and an attacker who sends many different ones must not make memory grow.
 *
 * Two halves take turns: a full one becomes the old one, whose entries are taken over when they are asked for, and the
 * one before it is dropped whole. Taking out single entries would cost a walk over all that were taken out before.
 */
export class BoundedCache<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  readonly #half: number;

  /** @param capacity entries that are kept at most. */
  constructor(capacity: number) {
    this.#half = Math.ceil(capacity / 2);
  }

  /** The value of `key`, made by `make` when it is not known. Keys over 2,048 characters are never kept. */
  get(key: string, make: (key: string) => Value): Value {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const before = this.#old.get(key);
    const value = before === undefined ? make(key) : before;
    if (key.length <= 2048) this.#keep(key, value);
    return value;
  }

  #keep(key: string, value: Value): void {
    if (this.#young.size >= this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
