// What is read again and again and seldom changes: one read that all who ask share, kept until it is let go.

/** A read that is kept once it went well; a failed one is not, or all would fail with it until a restart. */
export class KeptRead<Value> {
  readonly #read: () => Promise<Value>;
  #kept: Promise<Value> | null = null;

  constructor(read: () => Promise<Value>) {
    this.#read = read;
  }

  /** What is kept, or is read now. Rejects as the read does. */
  get(): Promise<Value> {
    if (this.#kept !== null) return this.#kept;
    const reading = this.#read();
    this.#kept = reading;
    reading.catch(() => this.letGoOf(reading));
    return reading;
  }

  /** What is kept or on its way, if anything is. */
  peek(): Promise<Value> | null {
    return this.#kept;
  }

  /** Forgets what is kept; the next who asks reads. */
  letGo(): void {
    this.#kept = null;
  }

  /** Forgets `reading` unless something newer is kept: who was slow must not drop what others have read since. */
  letGoOf(reading: Promise<Value>): void {
    if (this.#kept === reading) this.#kept = null;
  }
}
