// Use cases: a new frozen price for another time, and the move to it in one commit.
import { DomainError } from "../errors/domain-error.ts";
import type { Quote, QuoteId } from "../pricing/quote.ts";
import { optionFor } from "../pricing/quote-rules.ts";
import { quoteTrip, type QuoteTripDeps } from "../pricing/quote-trip.ts";
import type { PickupTime } from "../kernel/wall-time.ts";
import { bookedTrip } from "./booked-trip.ts";
import { buyable, markSold, quoteStanding } from "./buyable-quote.ts";
import type { Booking } from "./booking.ts";
import { bookingCan } from "./booking-rules.ts";
import { agreedTerms, previewCancellation } from "./cancellation-rules.ts";
import { changeStoredBooking } from "./change-stored-booking.ts";
import type { CreateBookingDeps } from "./create-booking.ts";
import { assertRemembered } from "./forgotten-rules.ts";
import { readManageLink } from "./manage-link.ts";
import { reserveVehicle } from "./reserve-vehicle.ts";
import { moveExpiry } from "./work.ts";

/** Most times a customer moves one booking. */
export const MAX_MOVES = 20;

/**
 * A frozen price for the same trip at another time. Throws DomainError: link-invalid, booking-erased, booking-state,
 * reschedule-too-late, moved-too-often, and what quoteTrip throws.
 */
export async function quoteReschedule(
  deps: QuoteTripDeps & Pick<CreateBookingDeps, "bookings" | "linkKey">,
  input: { link: string; pickup: PickupTime },
): Promise<Quote> {
  const id = await readManageLink(deps.linkKey, input.link);
  const stored = await deps.bookings.get(id);
  if (stored === null) throw new DomainError("link-invalid");
  const { booking } = stored;
  assertRemembered(booking);
  assertReschedulable(booking, deps.clock.now());
  await assertFewMoves(deps, booking);
  const { from, to, passengers, bags, wheelchairs, extras } = booking.trip;
  const request = { from, to, passengers, bags, wheelchairs, extras, pickup: input.pickup };
  return await quoteTrip(deps, request, {
    reschedules: booking.id,
    feeEdition: agreedTerms(booking).edition,
  });
}

/**
 * Moves the booking to the quote's time at the quote's price, on a free vehicle of its class. Sending the
 * same quote twice is one move. Throws DomainError as createBooking and quoteReschedule do.
 */
export async function rescheduleBooking(
  deps: CreateBookingDeps,
  input: { link: string; quoteId: QuoteId },
): Promise<Booking> {
  const id = await readManageLink(deps.linkKey, input.link);
  return await changeStoredBooking(deps, id, async (booking, tx) => {
    assertRemembered(booking);
    if (booking.trip.quoteId === input.quoteId) return null;
    const now = deps.clock.now();
    assertReschedulable(booking, now);
    await assertFewMoves(deps, booking);
    const quote = buyable(await quoteStanding(deps, input.quoteId, now, booking.id));
    const trip = bookedTrip(quote, optionFor(quote, booking.trip.vehicleClass));
    const reservation = await reserveVehicle(deps, tx, {
      bookingId: id,
      vehicleClass: trip.vehicleClass,
      pickup: trip.pickup.instant,
      durationSeconds: trip.route.durationSeconds,
      method: booking.payment.method,
      former: booking.reservation,
    });
    markSold(tx, quote.id, id);
    moveExpiry(deps.jobs, tx, booking, { trip });
    return {
      command: { type: "reschedule", trip, reservation },
      meta: { at: now.toString(), actor: { kind: "customer" } },
    };
  });
}

/** Each move is a commit with rows of its own that stay: an open link must not become a way to fill the disk. */
async function assertFewMoves(
  { bookings }: Pick<CreateBookingDeps, "bookings">,
  { id, version }: Booking,
): Promise<void> {
  if (version <= MAX_MOVES) return;
  const moves = (await bookings.events(id)).filter(({ type }) => type === "rescheduled");
  if (moves.length >= MAX_MOVES) throw new DomainError("moved-too-often", { most: MAX_MOVES });
}

/** A late move would go around the cancellation fee, so moving is possible as long as cancelling is free. */
function assertReschedulable(booking: Booking, now: Temporal.Instant): void {
  if (!bookingCan("reschedule", booking.status)) {
    throw new DomainError("booking-state", { action: "reschedule", status: booking.status });
  }
  const { freeUntil } = previewCancellation(booking, now.epochMilliseconds);
  if (now.epochMilliseconds > Date.parse(freeUntil)) {
    throw new DomainError("reschedule-too-late", { freeUntil });
  }
}
