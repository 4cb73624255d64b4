// How many may be under way where whoever comes must wait: fewer while the wait stands, more again once it is over.

/** How often a wait is felt, in milliseconds. */
export const FEEL_EVERY_MS = 25;

/** Feelings that decide together, a tenth of a second: three of four must agree, so one late tick is no rush. */
const TOGETHER = 4;

/**
 * So few do no harm to anybody: they are served whatever the clock says. A process that shares its machine is late
 * now and then, and has few under way.
 */
export const LEAST_UNDER_WAY = 6;

/** More than this are a queue in the making: a rush fills it in a few milliseconds, before any wait has stood. */
export const MOST_UNDER_WAY = 24;

/** Where nothing has stood yet, a wait of so many times what is bearable is the beginning of a rush. */
const SUDDEN = 2;

/** What is left of the limit after a tenth of a second that was too slow, and what is added to it after a good one. */
const SHRINK = 0.8;
const GROW = 1.05;

/** The limit of one queue. */
export class QueueLimit {
  #bearableMs: number;
  readonly #waits: number[] = [];
  #limit = MOST_UNDER_WAY;
  #most = 0;
  #isStanding = false;

  /** `bearableMs` is the wait that nobody is turned away for. */
  constructor(bearableMs: number) {
    this.#bearableMs = bearableMs;
  }

  /** How many may be under way now; MOST_UNDER_WAY in a calm process, which holds nobody to it. */
  get limit(): number {
    return this.#limit;
  }

  /** True while people may be turned away without a wait of this moment. */
  get isRush(): boolean {
    return this.#limit < MOST_UNDER_WAY;
  }

  /** To be called every FEEL_EVERY_MS with the wait there is and how many are under way. */
  feel(waitMs: number, underWay: number): void {
    this.#waits.push(waitMs);
    this.#most = Math.max(this.#most, underWay);
    if (this.#waits.length < TOGETHER) return;
    const bearable = this.#bearableMs;
    // Each counts for twice what is bearable at most: two late ticks of four are not yet a wait that stands.
    const sum = this.#waits.splice(0).reduce((all, each) => all + Math.min(each, 2 * bearable), 0);
    this.#isStanding = sum > TOGETHER * bearable;
    // With few under way the wait is not made here: others have the processor, or the disk is slow by itself.
    this.#limit = this.#isStanding && this.#most >= LEAST_UNDER_WAY
      ? Math.max(LEAST_UNDER_WAY, Math.min(this.#limit, this.#most) * SHRINK)
      : Math.min(MOST_UNDER_WAY, this.#limit * GROW);
    this.#most = 0;
  }

  /** True when the last tenth of a second was too slow. */
  get isStanding(): boolean {
    return this.#isStanding;
  }

  /** From now on another wait is bearable. */
  bear(ms: number): void {
    this.#bearableMs = ms;
  }

  /** True when `waitMs` is more than is bearable, or others may be turned away without it. */
  isPressed(waitMs: number): boolean {
    return this.isRush || waitMs > this.#bearableMs;
  }

  /** True when one more may come in whose kind may have `share` of the room; `waitMs` is the wait there is. */
  admits(underWay: number, share: number, waitMs: number): boolean {
    if (underWay < this.#limit * share) return true;
    return !this.isRush && waitMs <= SUDDEN * this.#bearableMs;
  }
}
