// When more is asked than one process can do, somebody must be told to come back: better a few at once, in the order of
// what they are here for, than everybody after half a minute. Two signals: how late the event loop comes round, which is
// the processor's queue, and how many commits wait, which is the disk's.

/** What a request is for; the first is given up last. */
export const PRIORITIES = ["book", "quote", "search", "rest"] as const;

/** One of them. */
export type Priority = typeof PRIORITIES[number];

/** How often the event loop is felt, in milliseconds. */
export const FEEL_EVERY_MS = 25;

/**
 * Where the shedding of each begins: lateness of the event loop in milliseconds, commits that wait. A process that
 * shares its machine with others is late by a tenth of a second now and then; nobody is turned away for that.
 */
const LIMITS: Readonly<Record<Priority, { lateMs: number; waiting: number }>> = {
  rest: { lateMs: 150, waiting: 64 },
  search: { lateMs: 250, waiting: 96 },
  quote: { lateMs: 400, waiting: 128 },
  book: { lateMs: 1_000, waiting: 256 },
};

/** Weight of the newest lateness in the mean: four samples, a tenth of a second, decide. */
const NEWEST = 0.25;

/** Feels the load and says who may come in. */
export class LoadShedder {
  readonly #isOn: boolean;
  readonly #now: () => number;
  readonly #waitingCommits: () => number;
  #lastMs: number | null = null;
  #lateMs = 0;
  readonly #shed = new Map<Priority, number>();

  /** Off, it feels and counts nothing. `now` in milliseconds on a clock that only goes forward. */
  constructor(
    isOn: boolean,
    waitingCommits: () => number,
    now: () => number = () => performance.now(),
  ) {
    this.#isOn = isOn;
    this.#waitingCommits = waitingCommits;
    this.#now = now;
  }

  /** To be called every FEEL_EVERY_MS: how much later it comes is how long others wait. */
  feel(): void {
    const now = this.#now();
    if (this.#lastMs !== null) {
      const late = Math.max(0, now - this.#lastMs - FEEL_EVERY_MS);
      this.#lateMs += (late - this.#lateMs) * NEWEST;
    }
    this.#lastMs = now;
  }

  /** True when a request may come in; a refusal is counted. */
  admits(priority: Priority): boolean {
    if (!this.#isOn) return true;
    const { lateMs, waiting } = LIMITS[priority];
    if (this.#lateMs < lateMs && this.#waitingCommits() < waiting) return true;
    this.#shed.set(priority, (this.#shed.get(priority) ?? 0) + 1);
    return false;
  }

  /** Lateness of the event loop, in milliseconds, and the refusals since the process began. */
  state(): { lateMs: number; waitingCommits: number; shed: Readonly<Record<Priority, number>> } {
    const [book, quote, search, rest] = PRIORITIES.map((each) => this.#shed.get(each) ?? 0);
    const shed = { book: book ?? 0, quote: quote ?? 0, search: search ?? 0, rest: rest ?? 0 };
    return { lateMs: this.#lateMs, waitingCommits: this.#waitingCommits(), shed };
  }
}
