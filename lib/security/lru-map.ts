// A map that holds what was used last, a bounded number of it.

/** Forgets whatever was not used for longest. */
export class LruMap<Name, Value> {
  readonly #held = new Map<Name, Value>();

  /** `most`: how many it holds, one at least. */
  constructor(readonly most: number) {}

  /** How many it holds. */
  get size(): number {
    return this.#held.size;
  }

  /** The value, used now. */
  get(name: Name): Value | undefined {
    const value = this.#held.get(name);
    if (value === undefined) return undefined;
    this.#held.delete(name);
    this.#held.set(name, value);
    return value;
  }

  /** Holds a value. */
  set(name: Name, value: Value): void {
    this.#held.delete(name);
    this.#held.set(name, value);
    if (this.#held.size <= this.most) return;
    const [oldest] = this.#held.keys();
    if (oldest !== undefined) this.#held.delete(oldest);
  }

  /** Forgets one. */
  delete(name: Name): void {
    this.#held.delete(name);
  }

  /** Forgets all. */
  clear(): void {
    this.#held.clear();
  }
}
