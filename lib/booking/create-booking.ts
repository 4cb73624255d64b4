// Use case: buy a quote. One commit reserves the vehicle, writes the booking, uses the quote up and
// remembers the idempotency key; either all of it happened or nothing did. What is paid beforehand waits for the money.
import { invariant } from "../kernel/invariant.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, referenceCode, ulid } from "../kernel/ids.ts";
import { type Locale, LOCALES } from "../kernel/locale.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import {
  type IdempotencyClaim,
  idempotencyClaim,
  rememberResult,
  seenClaim,
} from "../kv/idempotency.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import { readTogether } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { QuoteId } from "../pricing/quote.ts";
import { optionFor } from "../pricing/quote-rules.ts";
import { bookedTrip } from "./booked-trip.ts";
import {
  type Actor,
  type Booking,
  type BookingEvent,
  bookingId,
  type ConfirmedFacts,
  type Contact,
} from "./booking.ts";
import { isPaidInCar, isPrepaid } from "../payments/payment-method.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";
import type { CommandMeta } from "./command-meta.ts";
import { evolve } from "./booking-rules.ts";
import { type OwnerDeps, writeOwners } from "./booking-owners.ts";
import { writeReference } from "./booking-reference.ts";
import { type BookingStore, writeBooking } from "./booking-store.ts";
import { buyable, markSold, type QuoteStandingDeps, standingOf } from "./buyable-quote.ts";
import { type BookingTerms, holdBooking, type HoldDeps } from "./held-bookings.ts";
import { bookingKeys } from "./keys.ts";
import { manageLink } from "./manage-link.ts";
import { openBookedPayment } from "./open-booked-payment.ts";
import { type ReserveDeps, reserveVehicle } from "./reserve-vehicle.ts";
import type { VeilStore } from "../veil/veil-store.ts";
import { coverToBe } from "./veil-bookings.ts";
import { addExpiry, addLapse } from "./work.ts";

/** What creating a booking needs. */
export interface CreateBookingDeps
  extends ReserveDeps, QuoteStandingDeps, OwnerDeps, Omit<HoldDeps, "db" | "bookings"> {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  bookings: BookingStore;
  jobs: JobQueue;
  veils: Pick<VeilStore, "coverOf">;
  linkKey: CryptoKey;
  config: HoldDeps["config"] & { paymentHoldMinutes: number };
}

/** What the customer sends to buy a quote. */
export interface CreateBookingInput {
  quoteId: QuoteId;
  vehicleClass: VehicleClass;
  contact: Contact;
  /** As `readFlightNumber` gives it, "" when none. */
  flightNumber: string;
  note: string;
  locale: Locale;
  /** In the car when nobody has said. */
  method?: PaymentMethod;
  /** Chosen by the client, the same on every try of one purchase; "" when it chose none. */
  idempotencyKey: string;
}

/** Who buys, and what is counted of it. */
export interface Purchaser extends BookingTerms {
  actor: Actor;
}

/** The booking and the last part of its manage link. */
export interface CreatedBooking {
  booking: Booking;
  link: string;
}

/**
 * Buys a quote in one vehicle class; `by` is who does it, the customer or an operator for them. The same idempotency key and input give the same booking
 * again, in whatever language it is sent, and so does the same input twice without a key.
 * Throws DomainError: quote-not-found, quote-altered, quote-expired, quote-used, quote-for-other-booking,
 * class-not-offered, idempotency-key-reused, busy, too-many-bookings, too-many-tries, and no-vehicle-free with up to three later instants.
 */
export async function createBooking(
  deps: CreateBookingDeps,
  input: CreateBookingInput,
  by: Purchaser = { actor: { kind: "customer" }, sender: "", mayExceed: false },
): Promise<CreatedBooking> {
  const { actor, ...terms } = by;
  const claim = claimOf(input);
  const { value: booking } = await commitWithRetry<Booking>(
    deps.db,
    (tx) => attempt(deps, tx, input, { actor, claim, terms }),
  );
  return { booking, link: await manageLink(deps.linkKey, booking.id) };
}

/** What makes two sends one purchase. The language is not of it: it is chosen on the page, also between two tries. */
function claimOf({ idempotencyKey, flightNumber, method = "car", ...sent }: CreateBookingInput) {
  // Without a flight it is the request of a release that did not ask for one, which may be sent again.
  const flight = flightNumber === "" ? {} : { flightNumber };
  const { locale: _, ...body } = sent;
  const claimed = { ...body, ...flight, ...(method === "car" ? {} : { method }) };
  // Who sends no key has none in common with others who send none: what is bought, and by whom, stands for it.
  const key = idempotencyKey === "" ? `without a key ${JSON.stringify(claimed)}` : idempotencyKey;
  const former = LOCALES.map((locale) => ({ ...sent, locale, ...flight }));
  return idempotencyClaim("create-booking", key, claimed, former);
}

async function attempt(
  deps: CreateBookingDeps,
  tx: Transaction,
  input: CreateBookingInput,
  { actor, claim, terms }: { actor: Actor; claim: IdempotencyClaim; terms: BookingTerms },
): Promise<Booking | Unwritten<Booking>> {
  const now = deps.clock.now();
  const [claimed, stored, bought] = await readTogether(deps.db.read, [
    claim.key,
    deps.quotes.keyOf(input.quoteId),
    bookingKeys.quoteBought(input.quoteId),
  ]);
  const seen = seenClaim(claimed, claim, now);
  const former = seen.resultId === null ? null : await existing(deps, seen.resultId);
  // Whoever did not pay in time may buy again what is still to be had.
  if (former !== null && former.status !== "lapsed") return new Unwritten(former);
  const quote = buyable(
    await standingOf(deps.quoteKey, input.quoteId, { stored, bought, now }),
  );
  const trip = bookedTrip(quote, optionFor(quote, input.vehicleClass));
  const id = bookingId(ulid(now.epochMilliseconds, deps.randomBytes));
  await holdBooking(deps, tx, { ...terms, id, actor, phone: input.contact.phone });
  const personId = actor.kind === "customer" ? actor.id ?? null : null;
  const { method = "car" } = input;
  const facts: ConfirmedFacts = {
    id,
    reference: referenceCode(deps.randomBytes),
    contact: input.contact,
    flightNumber: input.flightNumber,
    note: input.note,
    locale: input.locale,
    trip,
    payment: { method },
    links: [],
    ...await coverToBe(deps, { contact: input.contact, personId }),
    reservation: await reserveVehicle(deps, tx, {
      bookingId: id,
      vehicleClass: input.vehicleClass,
      pickup: trip.pickup.instant,
      durationSeconds: trip.route.durationSeconds,
      method,
    }),
  };
  const made = firstEvent(deps, facts, { at: now.toString(), actor });
  const booking = evolve(null, made);
  markSold(tx, quote.id, id);
  rememberResult(tx, claim, seen, id, now);
  addExpiry(deps.jobs, tx, booking);
  if (booking.status === "awaiting-payment") {
    addLapse(deps.jobs, tx, booking);
    if (isPrepaid(method)) openBookedPayment(deps, tx, booking, method);
  }
  writeBooking(tx, { before: null, after: booking, events: [made] });
  await writeReference(deps, tx, booking);
  await writeOwners(deps, tx, { before: null, after: booking, personId });
  return booking;
}

/** A car is held for what is paid beforehand, or by an invoice nobody has named the buyer of; never longer than until its pickup. */
function firstEvent(
  { config }: CreateBookingDeps,
  facts: ConfirmedFacts,
  meta: CommandMeta,
): BookingEvent {
  if (isPaidInCar(facts.payment.method)) return { ...meta, ...facts, type: "confirmed" };
  const heldMs = Date.parse(meta.at) + config.paymentHoldMinutes * 60_000;
  const until = new Date(Math.min(heldMs, Date.parse(facts.trip.pickup.instant))).toISOString();
  return { ...meta, ...facts, type: "placed", until };
}

async function existing(deps: CreateBookingDeps, id: string): Promise<Booking> {
  const stored = await deps.bookings.get(bookingId(id));
  invariant(stored !== null, "An idempotency record names a stored booking");
  return stored.booking;
}
