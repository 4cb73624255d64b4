// The services of this room: what was compared with the provider's books.
import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kv/open.ts";
import type { PaymentFollowers } from "../payments/payment-followers.ts";
import { differenceFollower } from "./follow-payments.ts";
import { ReconciliationStore } from "./reconciliation-store.ts";

/** What this room gives to those above it. */
export interface ReconciliationServices {
  reconciliation: ReconciliationStore;
}

/** Composes the room's services. */
export function reconciliationServices(
  below: { db: Database; clock: Clock; paymentFollowers: PaymentFollowers },
): ReconciliationServices {
  const reconciliation = new ReconciliationStore(below);
  below.paymentFollowers.add(differenceFollower({ ...below, reconciliation }));
  return { reconciliation };
}
