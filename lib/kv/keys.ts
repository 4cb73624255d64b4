// Every key of the database: its shape, value, writer, expiry and privacy class. No key is made elsewhere.
import type { Booking, BookingEvent, BookingId, BookingSummary } from "../booking/booking.ts";
import type { FeedValue } from "../booking/booking-feed.ts";
import type { OperatorLink } from "../accounts/operator-link.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { Driver, DriverId, Vehicle, VehicleId } from "../fleet/vehicle.ts";
import type { VehicleDay } from "../fleet/vehicle-day.ts";
import type { Quote, QuoteId } from "../pricing/quote.ts";
import type { Tariff } from "../pricing/tariff.ts";
import type { Job } from "./jobs.ts";
import type { IdempotencyRecord } from "./idempotency.ts";

declare const valueType: unique symbol;

/** A key that knows the type of its value. */
export type Key<Value> = Deno.KvKey & { readonly [valueType]?: Value };

/**
 * Privacy classes: C0 public, C1 internal, C2 personal, C3 sensitive (trips), C4 secret.
 * Expiry: "never", or what removes the row. Rows that must not be used late carry their own `expiresAt`.
 */
export interface KeyFamily<Args extends Deno.KvKeyPart[], Value> {
  (...args: Args): Key<Value>;
  /** First parts, for listing the whole family. */
  readonly prefix: Key<Value>;
  readonly writer: string;
  readonly expiry: string;
  readonly privacy: "C0" | "C1" | "C2" | "C3" | "C4";
}

type Facts = Pick<KeyFamily<[], unknown>, "writer" | "expiry" | "privacy">;

function family<Args extends Deno.KvKeyPart[], Value>(
  name: string,
  facts: Facts,
): KeyFamily<Args, Value> {
  const key = (...args: Args): Key<Value> => [name, ...args];
  return Object.assign(key, { prefix: [name] as Key<Value>, ...facts });
}

const store = "booking-store";

/** The key families, by the word a dispatcher would use. */
export const keys = {
  booking: family<[id: BookingId], Booking>("booking", {
    writer: store,
    expiry: "never",
    privacy: "C3",
  }),
  bookingEvent: family<[id: BookingId, version: number], BookingEvent>("bookingEvent", {
    writer: store,
    expiry: "never",
    privacy: "C3",
  }),
  bookingByReference: family<[reference: string], BookingId>("bookingByReference", {
    writer: store,
    expiry: "never",
    privacy: "C1",
  }),
  /** Covering index of the board: one local pickup date, ordered by pickup. */
  bookingByDay: family<[date: string, pickupMs: number, id: BookingId], BookingSummary>(
    "bookingByDay",
    { writer: store, expiry: "never", privacy: "C3" },
  ),
  /** Folded words of the name, digits of the phone number. */
  bookingSearch: family<[term: string, id: BookingId], number>("bookingSearch", {
    writer: store,
    expiry: "never",
    privacy: "C2",
  }),
  /** What happened, in commit order; the last part is the commit's versionstamp. */
  bookingFeed: family<[versionstamp: string], FeedValue>("bookingFeed", {
    writer: store,
    expiry: "job prune-feed, two days",
    privacy: "C3",
  }),
  /** One vehicle's reservations that touch one UTC day; the double-booking guard. */
  vehicleDay: family<[day: string, id: VehicleId], VehicleDay>("vehicleDay", {
    writer: "vehicle-schedule-store",
    expiry: "never",
    privacy: "C1",
  }),
  vehicle: family<[id: VehicleId], Vehicle>("vehicle", {
    writer: "fleet-store",
    expiry: "never",
    privacy: "C1",
  }),
  driver: family<[id: DriverId], Driver>("driver", {
    writer: "fleet-store",
    expiry: "never",
    privacy: "C2",
  }),
  quote: family<[id: QuoteId], Quote>("quote", {
    writer: "quote-store",
    expiry: "a day; buying looks at expiresAt",
    privacy: "C3",
  }),
  /** Present once the quote has been bought; claimed by check(null). */
  quoteBought: family<[id: QuoteId], BookingId>("quoteBought", {
    writer: store,
    expiry: "a day after the quote",
    privacy: "C1",
  }),
  tariff: family<[validFrom: string, version: string], Tariff>("tariff", {
    writer: "tariff-store",
    expiry: "never",
    privacy: "C0",
  }),
  idempotency: family<[scope: string, keyHash: string], IdempotencyRecord>("idempotency", {
    writer: "the use case, in its own commit",
    expiry: "a day; reading looks at expiresAt",
    privacy: "C1",
  }),
  operatorSession: family<[id: string], OperatorSession>("operatorSession", {
    writer: "session-store",
    expiry: "eight hours; reading looks at its own times",
    privacy: "C4",
  }),
  /** One-time links, by the hash of their token. */
  operatorLink: family<[tokenHash: string], OperatorLink>("operatorLink", {
    writer: "one-time-link",
    expiry: "a day; using looks at expiresAt",
    privacy: "C4",
  }),
  job: family<[dueMs: number, id: string], Job>("job", {
    writer: "jobs",
    expiry: "when done",
    privacy: "C1",
  }),
  /** Jobs that failed too often, kept for a person to look at. */
  deadJob: family<[id: string], Job>("deadJob", { writer: "jobs", expiry: "never", privacy: "C1" }),
  /** KvU64 only, and only in commits of their own: a throwing `sum` keeps what came before it. */
  counter: family<[name: string, day: string], Deno.KvU64>("counter", {
    writer: "counters",
    expiry: "never",
    privacy: "C1",
  }),
  /** Facts about this database itself, for example when it was seeded. */
  about: family<[fact: string], string>("about", {
    writer: "scripts",
    expiry: "never",
    privacy: "C1",
  }),
} as const;
