// Use case: what a booking out of another would come to, before it is made. Nothing is reserved or stored.
import { assertRemembered } from "../booking/forgotten-rules.ts";
import { unaskedPayment } from "../booking/booking-facts.ts";
import type { Booking, BookingId } from "../booking/booking.ts";
import type { ChangeDeps } from "../booking/change-stored-booking.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import type { FareLine } from "../pricing/quote.ts";
import type { Refusal } from "./change-trip.ts";
import { totalsOf } from "./copy-trip.ts";
import type { DraftDeps } from "./draft-change.ts";
import { type CopyDraft, type CopyWish, draftCopy } from "./draft-copy.ts";
import { freeCar } from "./free-car.ts";

/** What it comes to; öre incl. VAT. */
export interface CopyPreview {
  /** The version of the former booking; the commit names it. */
  version: number;
  /** The former booking's price now and then, and the new one's; the commit names the last two. */
  price: { oldOre: number; former: number; copy: number; lines: FareLine[] } | null;
  /** The car the new booking would have. */
  car: { vehicleId: VehicleId } | null;
  refusals: Refusal[];
}

/** Says what it would come to. Throws DomainError("booking-not-found"), RequestError("invalid") as `draftCopy` does. */
export async function previewCopy(
  deps: DraftDeps & Pick<ChangeDeps, "bookings">,
  { bookingId, wish }: { bookingId: BookingId; wish: CopyWish },
): Promise<CopyPreview> {
  const stored = await deps.bookings.get(bookingId);
  if (stored === null) throw new DomainError("booking-not-found");
  assertRemembered(stored.booking);
  const { booking } = stored;
  const preview: CopyPreview = {
    ...{ version: booking.version, price: null, car: null, refusals: [] },
  };
  try {
    const draft = await draftCopy(deps, booking, wish);
    preview.price = priceOf(booking, draft);
    const { copy, vehicleClass } = draft;
    const { durationSeconds } = copy.route;
    const { method } = unaskedPayment(booking);
    const ride = { pickup: copy.trip.pickup.instant, durationSeconds, method };
    preview.car = { vehicleId: await freeCar(deps, vehicleClass, ride) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    preview.refusals.push({ code: error.code, facts: error.details });
  }
  return preview;
}

function priceOf(booking: Booking, draft: CopyDraft) {
  const lines = draft.copy.options[0]?.lines ?? [];
  return { oldOre: booking.trip.totalOre, ...totalsOf(booking, draft), lines };
}
