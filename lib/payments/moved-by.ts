// When money moved, by what moved it: the books enter each move on its own day.
import type { PaymentChange } from "./payment.ts";

/** When a change moved money, by the name of the move. */
export function movedBy(change: PaymentChange): Record<string, string> {
  switch (change.type) {
    case "captured":
    case "disputed":
    case "dispute-closed":
      return { [change.type]: change.at };
    case "refunded":
    case "refund-failed":
      return { [change.refundId]: change.at };
    default:
      return {};
  }
}
