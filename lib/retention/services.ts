// The services of this room: what retention has done, and the parts a run goes through.
import type { BookingStore } from "../booking/booking-store.ts";
import type { FiscalYearEnd } from "../kernel/bookkeeping-time.ts";
import type { AnyFamily } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import type { LimitStore } from "../privacy/limit-store.ts";
import { bookingPart } from "./booking-part.ts";
import type { PaymentStore } from "../payments/payment-store.ts";
import { bookkeepingPart, expiryPart } from "./expiry-part.ts";
import { followerPart } from "./follower-part.ts";
import type { RetentionPart } from "./retention-part.ts";
import { RetentionStore } from "./retention-store.ts";

/** Families whose keys name a booking, by where in the key it stands. */
const FOLLOWERS: Readonly<Record<string, number>> = { bookingByOwner: 2, messageThread: 1 };

/** Families of the books, by the day of a row. What is booked of a booking outlives the booking, so that nothing is booked twice. */
const BOOKED: Readonly<Record<string, (row: Deno.KvEntry<unknown>) => string>> = {
  sale: ({ key }) => String(key[2]),
  voucher: ({ key }) => String(key[2]),
  saleDocument: ({ value }) => text(value, "date"),
  bookingPosted: ({ value }) => text(value, "keptFor"),
  bookNote: ({ value }) => text(value, "keptFor"),
  archivedDocument: ({ value }) => text(value, "date"),
  invoice: ({ value }) => text(value, "date"),
  openInvoice: ({ key }) => String(key[1]),
  documentPart: ({ key }) => String(key[1]),
  settlement: ({ value }) => text(value, "until"),
  settlementAdjustment: ({ key }) => String(key[2]),
  paymentFile: ({ value }) => text(value, "payOn"),
};

/** What this room gives to those above it. */
export interface RetentionServices {
  retentionStore: RetentionStore;
  retentionParts: readonly RetentionPart[];
}

/** Composes the room's services; `keyFamilies` are those of all rooms. */
export function retentionServices(
  below: {
    db: Database;
    bookings: BookingStore;
    payments: Pick<PaymentStore, "ofBooking">;
    keyFamilies: readonly AnyFamily[];
    limits: LimitStore;
    config: { fiscalYearEnd: FiscalYearEnd };
  },
): RetentionServices {
  const { db, keyFamilies, config: { fiscalYearEnd } } = below;
  const retentionStore = new RetentionStore(db);
  const followers = keyFamilies.flatMap((family) => {
    const at = FOLLOWERS[family.name];
    return at === undefined ? [] : [followerPart(below, family, at)];
  });
  const ending = keyFamilies.filter(({ kept }) => kept.until === "expiry")
    .map((family) => expiryPart(db, family));
  const booked = keyFamilies.flatMap((family) => {
    const dayOf = BOOKED[family.name];
    return dayOf === undefined
      ? []
      : [bookkeepingPart(db, family, { dayOf, yearEnd: fiscalYearEnd })];
  });
  const bookings = bookingPart({ ...below, retentionStore, fiscalYearEnd });
  return { retentionStore, retentionParts: [bookings, ...followers, ...booked, ...ending] };
}

/** A text of a row whose family has it by its shape. */
function text(row: unknown, field: string): string {
  return String(Object.entries(row ?? {}).find(([name]) => name === field)?.[1]);
}
