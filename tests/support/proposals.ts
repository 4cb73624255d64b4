// A booking whose card was charged, and a refund of it that waits for a second person.
import type { Services } from "../../lib/assembly/services.ts";
import type { RefundProposal } from "../../lib/checkout/refund-proposal.ts";
import { proposeRefund } from "../../lib/checkout/propose-refund.ts";
import { ulid } from "../../lib/kernel/ids.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { writePayment } from "../../lib/payments/payment-store.ts";
import type { Payment } from "../../lib/payments/payment.ts";
import { anOpenPayment } from "./stripe.ts";
import { aStoredBooking } from "./trips.ts";

/** Whoever wants it. */
export const ASKER = "01KA0000000000000000000ASK";

/** A payment of 500 kr of a stored booking, as after its ride; nothing was asked of any provider. */
export async function aChargedBooking(services: Services): Promise<Payment> {
  const { booking } = await aStoredBooking(services);
  const id = await anOpenPayment(services, { bookingId: booking.id });
  const stored = await services.payments.get(id);
  if (stored === null) throw new Error("no such payment");
  const at = services.clock.now().toString();
  const { value } = await commitWithRetry(
    services.db,
    (tx) =>
      Promise.resolve(writePayment(tx, stored, [
        { at, type: "authorised", amountOre: 50_000, until: null },
        { at, type: "captured", amountOre: 50_000 },
      ])),
  );
  return value;
}

/** A refund of 100 kr that waits, with what happened in somebody's words. */
export async function aProposal(services: Services, note: string): Promise<RefundProposal> {
  const { bookingId, id: paymentId } = await aChargedBooking(services);
  const id = ulid(services.clock.now().epochMilliseconds, services.randomBytes);
  const wanted = {
    id,
    bookingId,
    paymentId,
    amountOre: 10_000,
    reason: "late",
    note,
    by: ASKER,
  } as const;
  const answer = await proposeRefund(services, wanted, 0);
  if (!answer.ok) throw new Error(answer.fault);
  return answer.proposal;
}
