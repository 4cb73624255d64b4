// What bookings have to do beside requests: lapse when nobody paid, expire when nobody served them, be counted, and
// be found.
import { z } from "zod";
import type { Clock } from "../kernel/clock.ts";
import { type Backfill, backfill } from "../kv/backfill.ts";
import { bindJob, jobKind } from "../kv/job.ts";
import type { Feed } from "../kv/feed.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Work } from "../kv/work.ts";
import { type Booking, bookingId } from "./booking.ts";
import { markedReferences } from "./booking-reference.ts";
import { type OwnerDeps, writeOwners } from "./booking-owners.ts";
import { DRIVERS_WALK, writeDayIndex, writeDriverIndex } from "./booking-store.ts";
import { bookingKeys } from "./keys.ts";
import type { ChangeDeps } from "./change-stored-booking.ts";
import { eventCounter } from "./count-events.ts";
import { putAwayReader } from "./put-away-rides.ts";
import { expireBooking, expiresAtMs } from "./expire-booking.ts";
import { type GiveBackDeps, latenessJob, latenessReader } from "./give-back-lateness.ts";
import { lapseBooking } from "./lapse-booking.ts";
import { type FollowVeilDeps, restrictionJob, veilJob } from "./veil-bookings.ts";
import type { MemorySearch } from "./search/memory-search.ts";

/** How often the index looks at the feed when nothing wakes it, in milliseconds. */
const SEARCH_ROUND_MS = 30_000;

/**
 * Most bookings that expire in one round of jobs, five seconds: a day whose drivers all forgot their states is done in
 * minutes, and a clock that was set wrong is seen before it has done much.
 */
const MAX_EXPIRED_PER_ROUND = 10;

const expiry = jobKind(
  "expire-booking",
  z.object({ bookingId: z.string().min(1) }),
  (deps: ChangeDeps & { clock: Clock }, payload) =>
    expireBooking(deps, bookingId(payload.bookingId)),
  MAX_EXPIRED_PER_ROUND,
);

const lapse = jobKind(
  "lapse-booking",
  z.object({ bookingId: z.string().min(1) }),
  (deps: ChangeDeps & { clock: Clock }, payload) =>
    lapseBooking(deps, bookingId(payload.bookingId)),
);

/** Rows of earlier releases say what a row of this one says: flight, note, chairs, child seats. */
export const renewedDayRows = backfill(
  "booking-day-rows-3",
  bookingKeys.booking.prefix,
  (tx, booking) => writeDayIndex(tx, null, booking),
);

/** Bookings of earlier releases are found by their driver. */
export const driversOfBookings = backfill(
  DRIVERS_WALK,
  bookingKeys.booking.prefix,
  (tx, booking) => writeDriverIndex(tx, null, booking),
);

/** Bookings of earlier releases are found by the number and the address they were made with. */
export function ownersOfBookings(deps: OwnerDeps): Backfill {
  return backfill(
    "booking-owners",
    bookingKeys.booking.prefix,
    (tx, booking) => writeOwners(deps, tx, { before: null, after: booking }),
  );
}

/** Puts the booking's expiry on the job table, in the commit that sets its pickup. */
export function addExpiry(
  jobs: JobQueue,
  tx: Transaction,
  booking: Pick<Booking, "id" | "trip">,
): void {
  jobs.add(tx, expiry, { bookingId: booking.id }, expiresAtMs(booking), booking.id);
}

/** Puts the end of the time to pay on the job table, in the commit that holds the car. */
export function addLapse(
  jobs: JobQueue,
  tx: Transaction,
  { id, until }: Pick<Booking & { status: "awaiting-payment" }, "id" | "until">,
): void {
  jobs.add(tx, lapse, { bookingId: id }, Date.parse(until), id);
}

/** Puts the expiry of the booking as it will be in the place of what it was, in the commit that changes its pickup. */
export function moveExpiry(
  jobs: JobQueue,
  tx: Transaction,
  before: Pick<Booking, "id" | "trip">,
  after: Pick<Booking, "trip">,
): void {
  jobs.remove(tx, expiry, before.id, expiresAtMs(before));
  addExpiry(jobs, tx, { id: before.id, trip: after.trip });
}

/** The work of this room. */
export function bookingWork(
  deps: FollowVeilDeps & GiveBackDeps & { feed: Feed; search: Pick<MemorySearch, "refresh"> },
): Work {
  return {
    jobs: [
      bindJob(expiry, deps),
      bindJob(lapse, deps),
      bindJob(veilJob, deps),
      bindJob(restrictionJob, deps),
      bindJob(latenessJob, deps),
    ],
    readers: [eventCounter(deps), putAwayReader(deps), latenessReader(deps)],
    backfills: [renewedDayRows, driversOfBookings, ownersOfBookings(deps), markedReferences(deps)],
    rounds: [{
      name: "keeping the search index",
      everyMs: SEARCH_ROUND_MS,
      round: () => deps.search.refresh(),
      wake: (listener) => deps.feed.listen(listener),
    }],
  };
}
