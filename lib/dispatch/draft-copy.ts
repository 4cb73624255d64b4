// What a booking that comes out of another would be, and what both would cost: a split, the same again, the way back.
import { agreedTerms } from "../booking/cancellation-rules.ts";
import type { Booking } from "../booking/booking.ts";
import type { LinkKind } from "../booking/booking-link.ts";
import { invalidFields } from "../errors/request-error.ts";
import type { VehicleClass } from "../fleet/vehicle.ts";
import type { PickupTime } from "../kernel/wall-time.ts";
import type { PreviewTripDeps } from "../pricing/quote-trip.ts";
import { type RepricedTrip, repriceTrip } from "../pricing/reprice-trip.ts";
import type { Extras, TripRequest } from "../trip/trip.ts";
import { assertPickupAhead } from "./change-rules.ts";
import { type ChangeDraft, draftChange } from "./draft-change.ts";

/** Who and what goes with the new car of a split. */
export interface SplitShare {
  passengers: number;
  bags: number;
  wheelchairs: number;
  extras: Extras;
}

/** What is wished. */
export type CopyWish =
  | { kind: "split"; share: SplitShare; vehicleClass: VehicleClass }
  | { kind: "duplicate" | "return"; pickup: PickupTime };

/** What it comes to. */
export interface CopyDraft {
  /** What the new booking is to the former one. */
  link: LinkKind;
  /** How the former booking changes; null when it only learns of the new one. */
  former: ChangeDraft | null;
  copy: RepricedTrip;
  vehicleClass: VehicleClass;
  flightNumber: string;
}

/**
 * Works it out. The two cars of a split are priced by the tariff of the first price, each as a trip of its own; a trip
 * ordered anew by the one in force for its pickup. Throws DomainError as `draftChange` and `repriceTrip` do, and
 * RequestError("invalid") for a share that is not a part of the party.
 */
export async function draftCopy(
  deps: PreviewTripDeps,
  booking: Booking,
  wish: CopyWish,
): Promise<CopyDraft> {
  if (wish.kind === "split") return await draftSplit(deps, booking, wish);
  assertPickupAhead(Temporal.Instant.from(wish.pickup.instant), deps.clock.now());
  const { from, to, passengers, bags, wheelchairs, extras, vehicleClass } = booking.trip;
  const isBack = wish.kind === "return";
  const ends = isBack ? { from: to, to: from } : { from, to };
  const request = { ...ends, passengers, bags, wheelchairs, extras, pickup: wish.pickup };
  const terms = { vehicleClass, tariffVersion: null, feeEdition: null, route: null };
  return {
    link: isBack ? "return-in" : "copied-to",
    former: null,
    copy: await repriceTrip(deps, request, terms),
    vehicleClass,
    // The flight was that of the first trip.
    flightNumber: "",
  };
}

async function draftSplit(
  deps: PreviewTripDeps,
  booking: Booking,
  { share, vehicleClass }: CopyWish & { kind: "split" },
): Promise<CopyDraft> {
  const { trip } = booking;
  assertPart(trip, share);
  const stays = {
    passengers: trip.passengers - share.passengers,
    bags: trip.bags - share.bags,
    wheelchairs: trip.wheelchairs - share.wheelchairs,
    extras: {
      childSeats: trip.extras.childSeats - share.extras.childSeats,
      pets: trip.extras.pets - share.extras.pets,
      extraLuggage: trip.extras.extraLuggage - share.extras.extraLuggage,
    },
  };
  const former = await draftChange(deps, booking, stays, { tariff: "original", keepReason: null });
  const { from, to, pickup, tariffVersion, route } = trip;
  const copy = await repriceTrip(deps, { from, to, pickup, ...share }, {
    ...{ vehicleClass, tariffVersion, route, feeEdition: agreedTerms(booking).edition },
  });
  const { flightNumber } = booking;
  return { link: "split-into", former, copy, vehicleClass, flightNumber };
}

/** Somebody goes and somebody stays, and nothing goes that is not there. */
function assertPart(
  { passengers, bags, wheelchairs, extras }: TripRequest,
  share: SplitShare,
): void {
  const most: Record<string, readonly [number, number]> = {
    passengers: [share.passengers, passengers - 1],
    bags: [share.bags, bags],
    wheelchairs: [share.wheelchairs, wheelchairs],
    "extras.childSeats": [share.extras.childSeats, extras.childSeats],
    "extras.pets": [share.extras.pets, extras.pets],
    "extras.extraLuggage": [share.extras.extraLuggage, extras.extraLuggage],
  };
  const errors = Object.entries(most).filter(([, [given, max]]) => given > max)
    .map(([field, [, max]]) => ({ field: `share.${field}`, code: "too-large", max }));
  if (errors.length > 0) throw invalidFields(errors);
}
