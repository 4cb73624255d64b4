// Tells those who wait that something new was committed; what it is, they read themselves.

/** One bell a database: rung after commits that append to the feed. */
export class Bell {
  readonly #listeners = new Set<() => void>();

  /** Number of listeners; for leak checks. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** Calls `listener` at every ring until the returned function is called. */
  listen(listener: () => void): () => void {
    // A function of its own, so that the same listener may listen twice.
    const own = () => listener();
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Wakes everybody who listens. */
  ring(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
