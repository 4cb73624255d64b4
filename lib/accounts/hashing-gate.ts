// Password hashing behind a gate: it costs a core a tenth of a second each, and bookings need that core too.
import { bulkhead, BulkheadRejectedError } from "cockatiel";
import { DomainError } from "../errors/domain-error.ts";

/** Hashes at once in one process: the other core goes on answering. */
const AT_ONCE = 1;
/** Sign-ins that wait for their turn; with these somebody waits some three seconds, with more they would give up. */
const WAITING = 20;

/** Lets a few hash at once, and tells the rest to come back. */
export class HashingGate {
  readonly #gate = bulkhead(AT_ONCE, WAITING);

  /** How many wait for their turn or hash now, on a thread of its own: nothing of them is the event loop's. */
  get size(): number {
    return AT_ONCE - this.#gate.executionSlots + WAITING - this.#gate.queueSlots;
  }

  /** Runs `hash` in its turn. Throws DomainError("busy") when too many wait already. */
  async run<Value>(hash: () => Promise<Value>): Promise<Value> {
    try {
      return await this.#gate.execute(hash);
    } catch (error) {
      throw error instanceof BulkheadRejectedError ? new DomainError("busy") : error;
    }
  }
}
