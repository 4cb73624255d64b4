// Rooms above that have something to write in the commit that says what became of a payment: a booking is confirmed in the
// commit that says it is paid for.
import type { Transaction } from "../kv/transaction.ts";
import type { Payment, PaymentEvent } from "./payment.ts";

/** Adds to the commit. Asked again when the commit lost a race: it reads what it decides by. */
export type PaymentFollower = (
  tx: Transaction,
  payment: Payment,
  events: readonly PaymentEvent[],
) => Promise<void>;

/** All of them. */
export class PaymentFollowers {
  readonly #followers: PaymentFollower[] = [];

  /** From now on `follower` joins every commit that says what became of a payment. */
  add(follower: PaymentFollower): void {
    this.#followers.push(follower);
  }

  /** Lets all of them add to a commit. */
  async join(tx: Transaction, payment: Payment, events: readonly PaymentEvent[]): Promise<void> {
    if (events.length === 0) return;
    for (const follower of this.#followers) await follower(tx, payment, events);
  }
}
