// Values in the order they came, the oldest at hand. The first of a plain Set is slow to find once many before it are
// gone: each look walks over all of their places again.

/** A set that knows its oldest value. */
export class OldestFirst<Value> {
  readonly #values = new Set<Value>();
  #walk: Iterator<Value> = this.#values.values();
  #oldest: { value: Value } | null = null;

  /** How many there are. */
  get size(): number {
    return this.#values.size;
  }

  /** Adds a value as the newest; one that is there keeps its place. */
  add(value: Value): void {
    this.#values.add(value);
  }

  /** Takes a value away, wherever it stands. */
  delete(value: Value): void {
    this.#values.delete(value);
    if (this.#oldest?.value === value) this.#oldest = null;
  }

  /** The oldest value, or null. */
  oldest(): Value | null {
    if (this.#values.size === 0) return null;
    this.#oldest ??= this.#nextOldest();
    return this.#oldest?.value ?? null;
  }

  /** A walk goes on where it was: whatever it has passed was the oldest then, and is gone. */
  #nextOldest(): { value: Value } | null {
    let step = this.#walk.next();
    if (step.done) {
      this.#walk = this.#values.values();
      step = this.#walk.next();
    }
    return step.done ? null : { value: step.value };
  }
}
