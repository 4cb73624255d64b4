// Use case: buy a quote. One commit reserves the vehicle, writes the booking, uses the quote up and
// remembers the idempotency key; either all of it happened or nothing did.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, referenceCode, ulid } from "../kernel/ids.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import { reservedTime } from "../fleet/vehicle-day.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import {
  type IdempotencyClaim,
  idempotencyClaim,
  rememberResult,
  seenClaim,
} from "../kv/idempotency.ts";
import type { JobQueue } from "../kv/jobs.ts";
import { keys } from "../kv/keys.ts";
import type { Database } from "../kv/open.ts";
import { readTogether } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { invariant } from "../kernel/invariant.ts";
import type { Quote, QuoteId } from "../pricing/quote.ts";
import { optionFor } from "../pricing/quote-rules.ts";
import { bookedTrip } from "./booked-trip.ts";
import { assertUnsold } from "./buyable-quote.ts";
import { type Booking, type BookingEvent, bookingId, type Contact } from "./booking.ts";
import type { BookingFeed, FeedValue } from "./booking-feed.ts";
import { evolve } from "./booking-rules.ts";
import { type BookingStore, committedEntry, writeBooking } from "./booking-store.ts";
import { addExpiry } from "./expire-booking.ts";
import { laterTimes } from "./later-times.ts";
import { manageLink } from "./manage-link.ts";

/** What creating a booking needs. */
export interface CreateBookingDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  quoteKey: CryptoKey;
  fleet: Pick<FleetStore, "vehiclesOfClass">;
  schedules: VehicleSchedules;
  bookings: BookingStore;
  feed: BookingFeed;
  jobs: JobQueue;
  linkKey: CryptoKey;
}

/** What the customer sends to buy a quote. */
export interface CreateBookingInput {
  quoteId: QuoteId;
  vehicleClass: VehicleClass;
  contact: Contact;
  note: string;
  locale: "sv" | "en";
  /** Chosen by the client, the same on every try of one purchase. */
  idempotencyKey: string;
}

/** The booking and the last part of its manage link. */
export interface CreatedBooking {
  booking: Booking;
  link: string;
}

/** How long a used quote's mark is kept, in milliseconds: longer than any quote can be bought. */
export const QUOTE_MARK_KEPT_MS = 2 * 24 * 60 * 60_000;

/**
 * Buys a quote in one vehicle class. The same idempotency key and input give the same booking again.
 * Throws DomainError: quote-not-found, quote-altered, quote-expired, quote-used, quote-for-other-booking,
 * class-not-offered, idempotency-key-reused, busy, and no-vehicle-free with up to three later instants.
 */
export async function createBooking(
  deps: CreateBookingDeps,
  input: CreateBookingInput,
): Promise<CreatedBooking> {
  const { idempotencyKey, ...body } = input;
  const claim = idempotencyClaim("create-booking", idempotencyKey, body);
  const { value, versionstamp } = await commitWithRetry<Made>(
    deps.db,
    (tx) => attempt(deps, tx, input, claim),
  );
  const { booking, entry } = value;
  if (entry !== null && versionstamp !== null) {
    deps.feed.publish(committedEntry(entry, versionstamp));
  }
  return { booking, link: await manageLink(deps.linkKey, booking.id) };
}

interface Made {
  booking: Booking;
  entry: FeedValue | null;
}

async function attempt(
  deps: CreateBookingDeps,
  tx: Transaction,
  input: CreateBookingInput,
  claim: IdempotencyClaim,
): Promise<Made | Unwritten<Made>> {
  const now = deps.clock.now();
  const [claimed, stored, bought] = await readTogether(deps.db.read, [
    claim.key,
    keys.quote(input.quoteId),
    keys.quoteBought(input.quoteId),
  ]);
  const seen = seenClaim(claimed, claim, now);
  if (seen.resultId !== null) {
    return new Unwritten({ booking: await existing(deps, seen.resultId), entry: null });
  }
  const quote = await assertUnsold(deps.quoteKey, input.quoteId, { stored, bought, now });
  const id = bookingId(ulid(now.epochMilliseconds, deps.randomBytes));
  const reservation = await reserve(deps, tx, quote, input.vehicleClass, id);
  const confirmed: BookingEvent = {
    type: "confirmed",
    at: now.toString(),
    actor: { kind: "customer" },
    id,
    reference: referenceCode(deps.randomBytes),
    contact: input.contact,
    note: input.note,
    locale: input.locale,
    trip: bookedTrip(quote, optionFor(quote, input.vehicleClass)),
    reservation,
  };
  const booking = evolve(null, confirmed);
  tx.check(keys.quoteBought(quote.id), null);
  tx.set(keys.quoteBought(quote.id), id, QUOTE_MARK_KEPT_MS);
  rememberResult(tx, claim, seen, id, now);
  addExpiry(deps.jobs, tx, booking);
  return {
    booking,
    entry: writeBooking(tx, { before: null, after: booking, events: [confirmed] }),
  };
}

async function reserve(
  deps: CreateBookingDeps,
  tx: Transaction,
  quote: Quote,
  vehicleClass: VehicleClass,
  id: Booking["id"],
) {
  optionFor(quote, vehicleClass);
  const candidates = await deps.fleet.vehiclesOfClass(vehicleClass);
  const pickupMs = Date.parse(quote.trip.pickup.instant);
  const time = reservedTime(pickupMs, quote.route.durationSeconds);
  const reserved = await deps.schedules.reserveFirstFree(candidates, time, id);
  if (reserved === null) {
    const alternatives = await laterTimes(
      deps.schedules,
      candidates,
      pickupMs,
      quote.route.durationSeconds,
    );
    throw new DomainError("no-vehicle-free", { vehicleClass, alternatives });
  }
  reserved.change.addTo(tx);
  return { vehicleId: reserved.vehicleId, ...time };
}

async function existing(deps: CreateBookingDeps, id: string): Promise<Booking> {
  const stored = await deps.bookings.get(bookingId(id));
  invariant(stored !== null, "An idempotency record names a stored booking");
  return stored.booking;
}
