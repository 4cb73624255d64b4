// The part of a run that looks at old bookings, by their day: first their customer is forgotten, and once bookkeeping is over
// they become figures of their year and go.
import { deleteCommits, forgetCommits } from "../booking/forget-customer.ts";
import { bookingId, type BookingSummary } from "../booking/booking.ts";
import { type BookingStore, type DayPosition, dayPosition } from "../booking/booking-store.ts";
import { type FiscalYearEnd, fiscalYearOf } from "../kernel/bookkeeping-time.ts";
import { dateOf, localDate } from "../kernel/wall-time.ts";
import type { LimitedRides, LimitStore } from "../privacy/limit-store.ts";
import type { Transaction } from "../kv/transaction.ts";
import { bookingFate } from "./booking-fate-rules.ts";
import { customersBefore } from "./retention-rules.ts";
import { type Deed, type Look, type RetentionPart, ROWS_PER_PAGE } from "./retention-part.ts";
import { deletePayment, type PaymentStore } from "../payments/payment-store.ts";
import type { RetentionStore } from "./retention-store.ts";
import { makeStatistics } from "./make-statistics.ts";

/** What the part needs. */
export interface BookingPartDeps {
  bookings: BookingStore;
  retentionStore: RetentionStore;
  payments: Pick<PaymentStore, "ofBooking">;
  limits: Pick<LimitStore, "restrictedRides" | "ridesOutOf">;
  /** The last day of fiscal years. */
  fiscalYearEnd: FiscalYearEnd;
}

/** The part of bookings, their events and the rows of their days. */
export function bookingPart(deps: BookingPartDeps): RetentionPart {
  return {
    async page(now, after) {
      const today = localDate(now);
      const before = customersBefore(today);
      const from = after === null ? null : positionIn(after);
      const [rows, held, restricted] = await Promise.all([
        deps.bookings.listBefore(before, ROWS_PER_PAGE, from),
        deps.retentionStore.heldBookings(),
        deps.limits.restrictedRides(),
      ]);
      const looks = rows.map((row) => lookAt(deps, row, { today, now, held, restricted }));
      const last = rows.at(-1);
      const isOver = last === undefined || rows.length < ROWS_PER_PAGE;
      return { looks, next: isOver ? null : keyOf(dayPosition(last)) };
    },
  };
}

/** What was read for all rows of a page. */
interface Seen {
  today: string;
  now: Temporal.Instant;
  held: ReadonlySet<string>;
  restricted: LimitedRides;
}

function lookAt(
  deps: BookingPartDeps,
  row: BookingSummary,
  { today, now, held, restricted }: Seen,
): Look {
  const date = dateOf(row.wallTime);
  const about = { family: "booking", rows: 1, at: keyOf(dayPosition(row)) };
  const isEmpty = row.customer === "" && row.phone === "";
  const isForgotten = isEmpty && !row.veiled && !row.restricted;
  const isHeld = held.has(row.id);
  const isRestricted = restricted.ids.has(row.id);
  const fate = bookingFate({ date, isForgotten, isHeld, isRestricted }, today, deps.fiscalYearEnd);
  switch (fate.kind) {
    case "kept":
      return { ...about, fate: fate.reason };
    case "forget":
      return { ...about, fate: async () => checked(restricted, await forgetting(deps, row, now)) };
    case "delete":
      return { ...about, fate: async () => checked(restricted, await deleting(deps, row, now)) };
  }
}

/** The deed, unless somebody restricts what is theirs meanwhile: then the page is looked at anew. */
function checked(restricted: LimitedRides, deed: Deed | null): Deed | null {
  if (deed === null) return null;
  const commits = deed.commits.map((commit) => (tx: Transaction) => {
    commit(tx);
    restricted.check(tx);
  });
  return { ...deed, commits };
}

async function forgetting(
  { bookings }: BookingPartDeps,
  { id }: BookingSummary,
  now: Temporal.Instant,
): Promise<Deed | null> {
  const stored = await bookings.get(id);
  if (stored === null) return null;
  const events = await bookings.events(id);
  const effects = {
    booking: { anonymised: 1 },
    bookingByDay: { anonymised: 1 },
    bookingEvent: { anonymised: events.length },
  };
  return { effects, commits: forgetCommits(stored, events, now.toString()) };
}

/** The figures of the year are made before the first of its bookings goes. */
async function deleting(
  deps: BookingPartDeps,
  row: BookingSummary,
  now: Temporal.Instant,
): Promise<Deed | null> {
  const stored = await deps.bookings.get(row.id);
  if (stored === null) return null;
  const year = fiscalYearOf(dateOf(row.wallTime), deps.fiscalYearEnd);
  const { version } = stored.booking;
  const payments = await deps.payments.ofBooking(row.id);
  const statistics = await makeStatistics(deps, year, now);
  const effects = {
    booking: { deleted: 1 },
    bookingByDay: { deleted: 1 },
    bookingByMark: { deleted: 1 },
    ...(row.driverId === null ? {} : { bookingByDriver: { deleted: 1 } }),
    bookingEvent: { deleted: version },
    ...(payments.length === 0 ? {} : { payment: { deleted: payments.length } }),
  };
  const [first, ...rest] = deleteCommits(stored, {
    events: version,
    referenceKeys: await deps.bookings.referenceKeys(row.reference),
    at: now.toString(),
  });
  if (first === undefined) return null;
  // One of two processes that make them at once is refused, and finds them made.
  const commits = [
    ...(statistics === null ? [] : [deps.retentionStore.writing(statistics)]),
    // Before their booking: while that stands, a run that broke off finds them again.
    ...payments.map((payment) => (tx: Transaction) => deletePayment(tx, payment)),
    ...[first, ...rest],
  ];
  return { effects, commits };
}

/** Positions are keys, so that all parts of a run keep theirs in one row. */
function keyOf({ date, pickupMs, id }: DayPosition): Deno.KvKey {
  return [date, pickupMs, id];
}

function positionIn([date, pickupMs, id]: Deno.KvKey): DayPosition {
  return { date: String(date), pickupMs: Number(pickupMs), id: bookingId(String(id)) };
}
