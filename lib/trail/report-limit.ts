// How many failures pages may tell of: a few in a burst, then one at a time, for a sender and for all together. In memory:
// what is refused costs no commit.
import type { Clock } from "../kernel/clock.ts";

/** A burst, and the milliseconds after which there is room for one more. */
interface Pace {
  burst: number;
  everyMs: number;
}

/** A household or an office behind one address; a page sends three at most. */
const OF_A_SENDER: Pace = { burst: 10, everyMs: 6_000 };
/** All together: a fault of a release that meets everybody says the same after a hundred. */
const OF_ALL: Pace = { burst: 100, everyMs: 1_000 };
/** Senders remembered; who was forgotten begins anew, within the limit of all. */
const MAX_SENDERS = 5_000;

/** Counts reports by their senders. */
export class ReportLimit {
  readonly #clock: Clock;
  /** When each sender will have paid off what they sent, in epoch milliseconds; the one heard of last comes last. */
  readonly #paidAt = new Map<string, number>();
  #allPaidAt = 0;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** Milliseconds until `sender` may send again; 0 takes the place. */
  waitMs(sender: string): number {
    const nowMs = this.#clock.now().epochMilliseconds;
    const own = afterOne(this.#paidAt.get(sender) ?? 0, nowMs, OF_A_SENDER);
    const all = afterOne(this.#allPaidAt, nowMs, OF_ALL);
    const waitMs = Math.max(own.waitMs, all.waitMs);
    if (waitMs > 0) return waitMs;
    this.#allPaidAt = all.paidAt;
    this.#paidAt.delete(sender);
    this.#paidAt.set(sender, own.paidAt);
    const [oldest] = this.#paidAt.keys();
    if (this.#paidAt.size > MAX_SENDERS && oldest !== undefined) this.#paidAt.delete(oldest);
    return 0;
  }
}

/** One more on what is owed: the generic cell rate algorithm. */
function afterOne(
  paidAt: number,
  nowMs: number,
  { burst, everyMs }: Pace,
): { paidAt: number; waitMs: number } {
  const next = Math.max(paidAt, nowMs) + everyMs;
  return { paidAt: next, waitMs: Math.max(0, next - nowMs - burst * everyMs) };
}
