// Joins the commit that says a bank has promised the money: the booking is confirmed in that same commit, so that it is never
// confirmed unpaid nor paid unconfirmed. Money for what has lapsed goes back by a job of that commit.
import { bookingId } from "../booking/booking.ts";
import { bookingCan, isOver } from "../booking/booking-rules.ts";
import { type ChangeDeps, changeInCommit } from "../booking/change-stored-booking.ts";
import type { Clock } from "../kernel/clock.ts";
import type { JobQueue } from "../kv/jobs.ts";
import { isPrepaid } from "../payments/payment-method.ts";
import type { PaymentFollower } from "../payments/payment-followers.ts";
import { covers, isPromise } from "./checkout-rules.ts";
import { addSettling } from "./settle-job.ts";

/** What confirming needs. */
export type SecureDeps = ChangeDeps & { jobs: JobQueue; clock: Clock };

/** Confirms the booking of a payment that covers it. */
export function bookingSecurer(deps: SecureDeps): PaymentFollower {
  return async (tx, payment, events) => {
    const now = deps.clock.now();
    const id = bookingId(payment.bookingId);
    // Known again after its row was lost: when it is due, and what of it is ours, its booking says.
    if (events.some(({ type }) => type === "opened")) {
      addSettling(deps.jobs, tx, { bookingId: id, act: null }, now.epochMilliseconds);
    }
    // Less is promised than the ride costs: the rest is asked for.
    const isLost = payment.wish === null && events.some(({ type }) => type === "voided");
    const isShort = events.some(({ type }) => type === "captured") &&
      payment.capturedOre < (payment.wish?.keepOre ?? 0);
    if (isLost || isShort || events.some(({ type }) => type === "ask-refused")) {
      addSettling(deps.jobs, tx, { bookingId: id, act: null }, now.epochMilliseconds);
    }
    if (!events.some(isPromise)) return;
    // One that is not there has nothing to confirm; its payment goes its own way.
    if (await deps.bookings.get(id) === null) return;
    const { after } = await changeInCommit(deps, tx, id, (booking) => {
      // Of a ride that is on, one that pays all of it in another way.
      const isNews = booking.status === "awaiting-payment" ||
        (bookingCan("secure", booking.status) && booking.payment.method !== payment.method &&
          isPrepaid(booking.payment.method));
      if (!isNews || !covers(payment, booking)) return Promise.resolve(null);
      return Promise.resolve({
        command: { type: "secure", paymentId: payment.id, method: payment.method },
        meta: { at: now.toString(), actor: { kind: "customer" } },
      });
    });
    const isUnwanted = payment.wish === null && isOver(after.status);
    if (isUnwanted) addSettling(deps.jobs, tx, { bookingId: id, act: null }, now.epochMilliseconds);
  };
}
