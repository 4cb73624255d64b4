// The job that brings the payments of a booking to what the booking has become.
import { z } from "zod";
import { type BookingId, bookingId } from "../booking/booking.ts";
import { jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";

/** What is to be settled, and the operator's act that made it so; null when nobody can take it back. */
export interface Settling {
  bookingId: BookingId;
  act: string | null;
}

/** The job. */
export const settleJob = jobKind(
  "settle-booking",
  z.object({ bookingId: z.string().min(1), act: z.string().nullable() }),
  ({ settle }: { settle: (settling: Settling) => Promise<void> }, payload) =>
    settle({ ...payload, bookingId: bookingId(payload.bookingId) }),
);

/** Puts it on the table. */
export function addSettling(
  jobs: JobQueue,
  tx: Transaction,
  settling: Settling,
  dueMs: number,
): void {
  jobs.add(tx, settleJob, settling, dueMs);
}
