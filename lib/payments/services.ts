// The services of this room: payments.
import type { Database } from "../kv/open.ts";
import { PaymentStore } from "./payment-store.ts";

/** What this room gives to those above it. */
export interface PaymentServices {
  payments: PaymentStore;
}

/** Composes the room's services. */
export function paymentServices(below: { db: Database }): PaymentServices {
  return { payments: new PaymentStore(below) };
}
