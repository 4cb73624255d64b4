// When more is asked than one process can do, somebody must be told to come back: better a few at once, in the order of
// what they are here for, than everybody after half a minute. Two queues can grow, and each has its limit: the event loop,
// which is the processor's and everybody's, and the commits, which are the disk's and theirs who change something.
import { FEEL_EVERY_MS, QueueLimit } from "./queue-limit.ts";

/** What a request is for; the first is given up last. */
export const PRIORITIES = ["book", "quote", "search", "rest"] as const;

/** One of them. */
export type Priority = typeof PRIORITIES[number];

/** What is known of a request at the door. */
export interface Purpose {
  /** Null: it always comes in. */
  priority: Priority | null;
  /** False when it only reads. */
  writes: boolean;
}

/** Commits on their way to the disk. */
export interface CommitQueue {
  count: number;
  /** How long the oldest has been waiting, in milliseconds. */
  waitMs: number;
}

/** How much of the room each may fill: what the last have left over is free for the first. */
const SHARES: Readonly<Record<Priority, number>> = {
  book: 1,
  quote: 0.75,
  search: 0.5,
  rest: 0.25,
};

/**
 * Waits that nobody is turned away for, in milliseconds. A request goes round the event loop several times; a commit goes
 * one step each time the loop comes round (the runtime hands over one or two a turn), so that when commits wait the loop
 * must come round sooner, or those who book wait for those who look around.
 */
const BEARABLE = { loopMs: 8, loopBeforeCommitsMs: 3, diskMs: 25 } as const;

/** What a shedder stands on. */
export interface LoadShedderDeps {
  /** False: everybody is admitted. */
  isOn: boolean;
  commits: () => CommitQueue;
  /** Milliseconds, on a clock that only goes forward. */
  now?: () => number;
  /** Calls back once the event loop has come round. */
  nextTurn?: (then: () => void) => void;
}

/** Feels the load and says who may come in. */
export class LoadShedder {
  readonly #isOn: boolean;
  readonly #commits: () => CommitQueue;
  readonly #now: () => number;
  readonly #nextTurn: (then: () => void) => void;
  readonly #loop = new QueueLimit(BEARABLE.loopMs);
  readonly #disk = new QueueLimit(BEARABLE.diskMs);
  #lastMs: number | null = null;
  #diskMs = 0;
  readonly #leftOut: (() => number)[] = [];
  #underWay = 0;
  #leaving = 0;
  readonly #shed: Record<Priority, number> = { book: 0, quote: 0, search: 0, rest: 0 };

  constructor({ isOn, commits, now, nextTurn }: LoadShedderDeps) {
    this.#isOn = isOn;
    this.#commits = commits;
    this.#now = now ?? (() => performance.now());
    // No `setImmediate`: while one is pending, Deno 2.9 hands over a commit in twenty turns only.
    this.#nextTurn = nextTurn ?? ((then) => void setTimeout(then, 0));
  }

  /** Leaves requests out that are under way and wait for something that is neither the processor's nor the disk's. */
  leaveOut(count: () => number): void {
    this.#leftOut.push(count);
  }

  /** To be called every FEEL_EVERY_MS: how much later it comes is how long others wait. Never called, nobody is late. */
  feel(): void {
    this.#loop.feel(this.#lateMs(), this.#running());
    this.#lastMs = this.#now();
    // Commits that ended while the loop was late are heard of by then: what still waits, waits for the disk.
    this.#nextTurn(() => {
      const { count, waitMs } = this.#commits();
      this.#diskMs = waitMs;
      this.#disk.feel(waitMs, count);
      this.#loop.bear(this.#disk.isStanding ? BEARABLE.loopBeforeCommitsMs : BEARABLE.loopMs);
    });
  }

  /** True when a request may come in, which is then under way until `leave`; a refusal is counted. */
  enter({ priority, writes }: Purpose): boolean {
    if (priority === null) return true;
    if (!this.#admits(SHARES[priority], writes)) {
      this.#shed[priority]++;
      return false;
    }
    this.#underWay++;
    return true;
  }

  /**
   * A request that came in was answered. When time is short it has its place until the event loop has come round: what is
   * answered at once has taken the loop's time all the same, from everybody else who came in the same turn.
   */
  leave({ priority }: Purpose): void {
    if (priority === null) return;
    if (!this.#loop.isPressed(this.#lateMs())) this.#underWay--;
    else if (++this.#leaving === 1) this.#nextTurn(() => this.#haveLeft());
  }

  /** How many are under way of those who can be turned away, and the refusals since the process began. */
  state(): { underWay: number; isRush: boolean; shed: Readonly<Record<Priority, number>> } {
    const isRush = this.#loop.isRush || this.#disk.isRush;
    return { underWay: this.#underWay, isRush, shed: { ...this.#shed } };
  }

  #haveLeft(): void {
    this.#underWay -= this.#leaving;
    this.#leaving = 0;
  }

  #admits(share: number, writes: boolean): boolean {
    if (!this.#isOn) return true;
    return this.#loop.admits(this.#running(), share, this.#lateMs()) &&
      (!writes || this.#disk.admits(this.#commits().count, share, this.#diskMs));
  }

  /** Requests that have something for the processor to do: those that wait for the disk do not. */
  #running(): number {
    const leftOut = this.#leftOut.reduce((all, count) => all + count(), 0);
    return Math.max(0, this.#underWay - this.#commits().count - leftOut);
  }

  /** By how much the next feeling is overdue, in milliseconds. */
  #lateMs(): number {
    return this.#lastMs === null ? 0 : Math.max(0, this.#now() - this.#lastMs - FEEL_EVERY_MS);
  }
}
