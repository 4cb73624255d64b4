// Gives back what a late car costs the company, by itself and once: a ride that is over, was late by the terms it was sold
// under and is paid through us. The refund has the id of its payment, so that asking again gives nothing twice.
import { z } from "zod";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import { type ChangeDeps, changePayment } from "../payments/change-payment.ts";
import { paymentChanged } from "../payments/payment-feed.ts";
import { refundableOre, refundId } from "../payments/payment.ts";
import { type BookingId, bookingId } from "./booking.ts";
import { bookingChanged } from "./booking-feed.ts";
import type { BookingStore } from "./booking-store.ts";
import { latenessOf } from "./lateness-rules.ts";

/** What giving back needs. */
export type GiveBackDeps = ChangeDeps & { bookings: Pick<BookingStore, "get" | "events"> };

/** The job of a ride that is over. */
export const latenessJob = jobKind(
  "give-back-lateness",
  z.object({ bookingId: z.string().min(1) }),
  (deps: GiveBackDeps, payload) => giveBackLateness(deps, bookingId(payload.bookingId)),
);

/** Asks for the refund where one is due. What is dear to the bank already, or disputed, gives back what is left. */
export async function giveBackLateness(deps: GiveBackDeps, id: BookingId): Promise<void> {
  const [stored, events] = await Promise.all([deps.bookings.get(id), deps.bookings.events(id)]);
  if (stored === null || stored.booking.status !== "completed") return;
  const lateness = latenessOf(stored.booking, events);
  if (lateness === null) return;
  const payments = await deps.payments.ofBooking(id);
  const paid = payments.findLast(({ status }) => status === "captured");
  if (paid === undefined || paid.refunds.some(({ reason }) => reason === "late")) return;
  const amountOre = Math.min(lateness.backOre, refundableOre(paid));
  if (amountOre === 0) return;
  const at = deps.clock.now().toString();
  const asked = { id: refundId(paid.id), amountOre, reason: "late", status: "pending" } as const;
  await changePayment(deps, paid.id, {
    ...{ type: "refund", refund: { ...asked, providerId: null, at, by: "system" } },
  });
}

/** Adds the job where a ride is over, once nobody can take that back, and where its money was taken. */
export function latenessReader({ jobs }: { jobs: JobQueue }): FeedReader {
  return {
    name: "late-rides",
    effect(tx, commits) {
      for (const commit of commits) {
        for (const { type, summary: { id }, due } of bodiesOf(bookingChanged, commit)) {
          if (type === "completed") {
            jobs.add(tx, latenessJob, { bookingId: id }, Date.parse(due), id);
          }
        }
        for (const { event, bookingId: id } of bodiesOf(paymentChanged, commit)) {
          if (event.type === "captured") {
            jobs.add(tx, latenessJob, { bookingId: id }, Date.parse(event.at), id);
          }
        }
      }
      return Promise.resolve();
    },
    // Rides it missed are older than the feed: what a late one gives back was settled with whoever asked.
    rebuild: () => Promise.resolve(),
  };
}
