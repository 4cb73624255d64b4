// What detectors remember: a bounded number of identities, each with what it did lately; who has been silent longest is
// forgotten first. Pure but for what it holds.

/** Something an identity did. */
export interface Mark {
  atMs: number;
  /** What it did it to; "" where that does not matter. */
  target: string;
}

/** Most things kept of one identity: more of them say no more. */
const MAX_MARKS = 1_000;

/** Identities and what they did within a window. */
export class Memory {
  readonly #windowMs: number;
  readonly #most: number;
  readonly #marks = new Map<string, Mark[]>();

  /** Keeps at most `most` identities. */
  constructor({ windowMs, most = 20_000 }: { windowMs: number; most?: number }) {
    this.#windowMs = windowMs;
    this.#most = most;
  }

  /** How many identities are kept. */
  get size(): number {
    return this.#marks.size;
  }

  /** Adds one thing; all that are within the window then, oldest first. */
  add(identity: string, mark: Mark): readonly Mark[] {
    const kept = [...this.of(identity, mark.atMs), mark].slice(-MAX_MARKS);
    // Whoever did something last stands last.
    this.#marks.delete(identity);
    this.#marks.set(identity, kept);
    if (this.#marks.size > this.#most) this.#forgetOldest();
    return kept;
  }

  /** What an identity did within the window before a moment, oldest first. */
  of(identity: string, nowMs: number): readonly Mark[] {
    const marks = this.#marks.get(identity) ?? [];
    const first = marks.findIndex(({ atMs }) => atMs > nowMs - this.#windowMs);
    return first === -1 ? [] : marks.slice(first);
  }

  /** Takes back everything an identity did to a target. */
  takeBack(identity: string, target: string): void {
    const marks = this.#marks.get(identity);
    if (marks === undefined) return;
    this.#marks.set(identity, marks.filter((mark) => mark.target !== target));
  }

  /** Takes back the newest thing an identity did. */
  takeBackNewest(identity: string): void {
    this.#marks.get(identity)?.pop();
  }

  /** Forgets an identity. */
  forget(identity: string): void {
    this.#marks.delete(identity);
  }

  #forgetOldest(): void {
    const [oldest] = this.#marks.keys();
    if (oldest !== undefined) this.#marks.delete(oldest);
  }
}

/** How many different targets there are. */
export function distinct(marks: readonly Mark[]): number {
  return new Set(marks.map(({ target }) => target)).size;
}
