// Use case: a booking that was cancelled or expired comes back, as long as a car of its class is free.
import { agreedTerms } from "../booking/cancellation-rules.ts";
import { unaskedPayment } from "../booking/booking-facts.ts";
import type { Actor, BookedTrip, Booking, BookingId } from "../booking/booking.ts";
import { bookingCan } from "../booking/booking-rules.ts";
import { assertVersion } from "../booking/booking-version.ts";
import { markSold } from "../booking/buyable-quote.ts";
import { type ActWish, commitBookingAct, seenAct } from "../booking/commit-act.ts";
import { assertRemembered } from "../booking/forgotten-rules.ts";
import type { OperatorAct } from "../booking/operator-act.ts";
import { reserveVehicle } from "../booking/reserve-vehicle.ts";
import { addExpiry } from "../booking/work.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import type { PickupTime } from "../kernel/wall-time.ts";
import type { FareLine, Quote } from "../pricing/quote.ts";
import { freezeQuote, type PreviewTripDeps } from "../pricing/quote-trip.ts";
import { type RepricedTrip, repriceTrip } from "../pricing/reprice-trip.ts";
import { assertPickupAhead, requestOf } from "./change-rules.ts";
import type { ChangeTripDeps, Refusal } from "./change-trip.ts";
import type { DraftDeps } from "./draft-change.ts";
import { freeCar } from "./free-car.ts";

/** What an operator sends to bring a booking back. */
export interface ReviveTripInput {
  bookingId: BookingId;
  expectedVersion: number;
  /** Another time; null: the one it had. */
  pickup: PickupTime | null;
  /** The price that was shown: another time may have another one. */
  expectedTotalOre: number;
  reason: string;
  actor: Actor;
  idempotencyKey: string | null;
}

/**
 * Brings a booking back with a car, at its former price or, for another time, by the tariff of that price. A
 * cancellation's fee is void with it. Throws DomainError: booking-not-found, booking-state, booking-changed,
 * pickup-too-soon for a time that has gone by, pickup-too-late, price-changed, what `repriceTrip` throws,
 * no-vehicle-free with later times, idempotency-key-reused, busy.
 */
export async function reviveTrip(
  deps: ChangeTripDeps,
  input: ReviveTripInput,
): Promise<OperatorAct> {
  const { bookingId: id, expectedVersion, pickup, expectedTotalOre, reason, actor } = input;
  const asked = { id, expectedVersion, pickup, expectedTotalOre, reason };
  const wish: ActWish = { kind: "revive", actor, idempotencyKey: input.idempotencyKey, asked };
  const seen = await seenAct(deps, wish);
  if (seen !== null) return seen;
  const stored = await deps.bookings.get(id);
  if (stored === null) throw new DomainError("booking-not-found");
  assertRemembered(stored.booking);
  const { booking } = stored;
  await assertVersion(deps.bookings, booking, expectedVersion);
  const { status } = booking;
  if (!bookingCan("revive", status)) {
    throw new DomainError("booking-state", { action: "revive", status });
  }
  const { trip, quote } = await revivedTrip(deps, booking, pickup);
  const { totalOre } = trip;
  if (totalOre !== expectedTotalOre) throw new DomainError("price-changed", { totalOre });
  return await commitBookingAct(deps, wish, id, async (current, tx) => {
    await assertVersion(deps.bookings, current, expectedVersion);
    const reservation = await reserveVehicle(deps, tx, {
      ...{ bookingId: id, vehicleClass: trip.vehicleClass, pickup: trip.pickup.instant },
      durationSeconds: trip.route.durationSeconds,
      method: unaskedPayment(current).method,
    });
    if (quote !== null) markSold(tx, quote.id, id);
    addExpiry(deps.jobs, tx, { id, trip });
    return {
      command: { type: "revive", trip, reservation, reason },
      meta: { at: deps.clock.now().toString(), actor },
    };
  });
}

/** What a booking comes to when it comes back; öre incl. VAT. */
export interface RevivalPreview {
  /** The version the preview is of; the commit names it, and the new price. */
  version: number;
  oldOre: number;
  newOre: number;
  lines: FareLine[];
  /** The car it would have; null when none is free. */
  car: { vehicleId: VehicleId } | null;
  /** Empty when it can come back. */
  refusals: Refusal[];
}

/** Says what bringing a booking back would come to. Throws as `reviveTrip` does, but for a car that is not free. */
export async function previewRevival(
  deps: DraftDeps & Pick<ChangeTripDeps, "bookings">,
  { bookingId, pickup }: Pick<ReviveTripInput, "bookingId" | "pickup">,
): Promise<RevivalPreview> {
  const stored = await deps.bookings.get(bookingId);
  if (stored === null) throw new DomainError("booking-not-found");
  assertRemembered(stored.booking);
  const { version, status, trip } = stored.booking;
  const { method } = unaskedPayment(stored.booking);
  if (!bookingCan("revive", status)) {
    throw new DomainError("booking-state", { action: "revive", status });
  }
  const priced = await repricedTrip(deps, trip, pickup);
  const { totalOre: newOre, lines } = priced?.options[0] ?? trip;
  const preview = { version, oldOre: trip.totalOre, newOre, lines };
  const { durationSeconds } = (priced ?? trip).route;
  const ride = { pickup: (pickup ?? trip.pickup).instant, durationSeconds };
  try {
    const vehicleId = await freeCar(deps, trip.vehicleClass, { ...ride, method });
    return { ...preview, car: { vehicleId }, refusals: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal = { code: error.code, facts: error.details };
    return { ...preview, car: null, refusals: [refusal] };
  }
}

/** The price at another time; null: at the time it had. */
async function repricedTrip(
  deps: PreviewTripDeps,
  trip: BookedTrip,
  pickup: PickupTime | null,
): Promise<RepricedTrip | null> {
  assertPickupAhead(Temporal.Instant.from((pickup ?? trip.pickup).instant), deps.clock.now());
  if (pickup === null) return null;
  const { vehicleClass, tariffVersion } = trip;
  const feeEdition = agreedTerms({ trip }).edition;
  const terms = { vehicleClass, tariffVersion, feeEdition, route: null };
  return await repriceTrip(deps, { ...requestOf(trip), pickup }, terms);
}

async function revivedTrip(
  deps: ChangeTripDeps,
  { id, trip }: Booking,
  pickup: PickupTime | null,
): Promise<{ trip: BookedTrip; quote: Quote | null }> {
  const priced = await repricedTrip(deps, trip, pickup);
  if (priced === null) return { trip, quote: null };
  const terms = { now: deps.clock.now(), reschedules: id, tariffOf: "sale" } as const;
  const quote = await freezeQuote(deps, priced, terms);
  const { timeZoneDataVersion } = deps;
  const moved = { ...priced.trip, ...priced.options[0], route: priced.route };
  return { trip: { ...trip, ...moved, quoteId: quote.id, timeZoneDataVersion }, quote };
}
