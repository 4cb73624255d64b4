// Reads on the feed what became of rides that somebody pays beforehand, and puts the job on the table that settles them.
import { bookingId } from "../booking/booking.ts";
import { bookingChanged } from "../booking/booking-feed.ts";
import type { BookingChanged } from "../booking/booking-changed.ts";
import { UNDO_MS } from "../booking/operator-act.ts";
import type { Clock } from "../kernel/clock.ts";
import type { FeedReader } from "../kv/feed-reader.ts";
import { bodiesOf } from "../kv/feed-row.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Payment, PaymentId } from "../payments/payment.ts";
import { MAX_LISTED, type PaymentStore } from "../payments/payment-store.ts";
import { addSettling } from "./settle-job.ts";

/** What reading needs. */
export interface SettlingDeps {
  clock: Clock;
  jobs: JobQueue;
  payments: Pick<PaymentStore, "ofBooking" | "list">;
}

/** What may change what is to be paid. */
const WEIGHTY: ReadonlySet<BookingChanged["type"]> = new Set<BookingChanged["type"]>([
  ...["completed", "cancelled", "no-show", "expired", "lapsed"] as const,
  ...["rescheduled", "changed", "revived", "undone"] as const,
]);

/** The reader. */
export function settlingReader({ clock, jobs, payments }: SettlingDeps): FeedReader {
  return {
    name: "settling-rides",
    async effect(tx, commits) {
      const entries = commits.flatMap((commit) => bodiesOf(bookingChanged, commit))
        .filter(({ type }) => WEIGHTY.has(type));
      for (const { summary: { id }, act, due, type } of entries) {
        if ((await payments.ofBooking(id)).length === 0) continue;
        const settling = { bookingId: id, act: type === "undone" ? null : act };
        addSettling(jobs, tx, settling, Math.max(Date.parse(due), clock.now().epochMilliseconds));
      }
    },
    // Whatever was missed, each payment nothing is wanted of yet is held against its booking; nobody takes back anything any more then.
    async rebuild(_cursor, write) {
      let after: PaymentId | null = null;
      do {
        const rows: Payment[] = await payments.list(MAX_LISTED, after);
        const dueMs = clock.now().epochMilliseconds + UNDO_MS;
        await write((tx) => {
          for (const { wish, bookingId: id } of rows) {
            if (wish === null) {
              addSettling(jobs, tx, { bookingId: bookingId(id), act: null }, dueMs);
            }
          }
        });
        after = rows.length < MAX_LISTED ? null : rows.at(-1)?.id ?? null;
      } while (after !== null);
    },
  };
}
