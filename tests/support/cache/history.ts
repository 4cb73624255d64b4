// What was read and written by whom in which order: finds each answer older than a write that was acknowledged before
// it was asked for.

/** A read that is under way. */
export interface OpenRead {
  key: string;
  /** The newest version that was acknowledged when it began. */
  least: number;
}

/** The history of some keys, whose values are numbers that only grow. */
export class History {
  readonly #acknowledged = new Map<string, number>();
  readonly stale: string[] = [];
  reads = 0;
  writes = 0;

  /** A read begins. */
  begin(key: string): OpenRead {
    return { key, least: this.#acknowledged.get(key) ?? 0 };
  }

  /** It was answered. */
  answered({ key, least }: OpenRead, version: number): void {
    this.reads++;
    if (version < least) this.stale.push(`${key}: ${version} after ${least}`);
  }

  /** A version was written, and its invalidation acknowledged. */
  acknowledged(key: string, version: number): void {
    this.writes++;
    this.#acknowledged.set(key, Math.max(version, this.#acknowledged.get(key) ?? 0));
  }
}
