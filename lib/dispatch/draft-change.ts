// A change worked out before it is made: what is another, what it costs, which car would drive it.
import type { BookedTrip, Booking } from "../booking/booking.ts";
import { agreedTerms } from "../booking/cancellation-rules.ts";
import type { FieldChange, PriceBasis } from "../booking/field-change.ts";
import { laterTimes } from "../booking/later-times.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { reservedTime } from "../fleet/vehicle-day.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import { isInService, type VehicleId } from "../fleet/vehicle.ts";
import { dateOf } from "../kernel/wall-time.ts";
import { DomainError } from "../errors/domain-error.ts";
import { isPaidInCar } from "../payments/payment-method.ts";
import type { PreviewTripDeps } from "../pricing/quote-trip.ts";
import { type RepricedTrip, repriceTrip } from "../pricing/reprice-trip.ts";
import {
  assertChangeable,
  assertPickupAhead,
  fieldChanges,
  hasRoom,
  isOtherWay,
  isPricedAnew,
  valueChange,
  type WishedBooking,
  wishedBooking,
} from "./change-rules.ts";
import type { PriceWish, TripChange } from "./trip-change.ts";

/** What drafting needs. */
export interface DraftDeps extends PreviewTripDeps {
  fleet: Pick<FleetStore, "guard" | "vehicle" | "vehiclesOfClass">;
  schedules: Pick<VehicleSchedules, "allFree" | "anyFree">;
}

/** A change that could be made to one version of a booking. */
export interface ChangeDraft {
  version: number;
  wish: WishedBooking;
  /** The price among them. */
  changes: FieldChange[];
  basis: PriceBasis;
  reason: string;
  /** The new price, also where the former one is kept; null when nothing it depends on is another. */
  priced: RepricedTrip | null;
  /** The trip as it would be; the quote it runs on is still the former one. */
  trip: BookedTrip;
}

/**
 * Works a change out. Throws DomainError: nothing-changed, field-fixed, pickup-too-soon, pickup-too-late and what
 * `repriceTrip` throws.
 */
export async function draftChange(
  deps: PreviewTripDeps,
  booking: Booking,
  change: TripChange,
  price: PriceWish,
): Promise<ChangeDraft> {
  const wish = wishedBooking(booking, change);
  const fields = fieldChanges(booking, wish);
  assertChangeable(booking.status, fields);
  if (fields.some(({ field }) => field === "pickup")) {
    assertPickupAhead(Temporal.Instant.from(wish.request.pickup.instant), deps.clock.now());
  }
  const { version, trip: former } = booking;
  if (!isPricedAnew(fields)) {
    return {
      ...{ version, wish, changes: fields, trip: former, priced: null },
      ...{ basis: "unchanged", reason: "" },
    };
  }
  const priced = await repriceTrip(deps, wish.request, {
    vehicleClass: wish.vehicleClass,
    feeEdition: agreedTerms(booking).edition,
    tariffVersion: price.tariff === "original" ? former.tariffVersion : null,
    route: isOtherWay(fields) ? null : former.route,
  });
  const { route, options, tariffVersion } = priced;
  const moved = { ...former, ...priced.trip, route, vehicleClass: wish.vehicleClass };
  const isKept = price.keepReason !== null;
  const trip: BookedTrip = isKept ? moved : { ...moved, ...options[0], tariffVersion };
  return {
    ...{ version, wish, priced, trip },
    changes: [...fields, ...valueChange("totalOre", former.totalOre, trip.totalOre)],
    basis: isKept ? "kept" : price.tariff === "original" ? "original-tariff" : "new-tariff",
    reason: price.keepReason ?? "",
  };
}

/** The time the trip of a draft keeps a car. */
export function draftedTime({ trip }: Pick<ChangeDraft, "trip">) {
  return reservedTime(Date.parse(trip.pickup.instant), trip.route.durationSeconds);
}

/** Whether the car stays as it is reserved: neither its time nor what it has to carry is another. */
export async function staysReserved(
  deps: Pick<DraftDeps, "fleet">,
  booking: Booking,
  draft: ChangeDraft,
): Promise<boolean> {
  const { startMs, endMs } = draftedTime(draft);
  const { reservation } = booking;
  const isSameTime = reservation.startMs === startMs && reservation.endMs === endMs;
  return isSameTime && await suits(deps, booking, draft);
}

/** Whether the booking's own car may drive the changed trip: it has the room, and no other class was asked for. */
export async function suits(
  { fleet }: Pick<DraftDeps, "fleet">,
  booking: Booking,
  { wish, priced }: ChangeDraft,
): Promise<boolean> {
  if (priced === null) return true;
  const { vehicleClass } = await fleet.vehicle(booking.reservation.vehicleId);
  const isAskedFor = wish.vehicleClass === booking.trip.vehicleClass ||
    wish.vehicleClass === vehicleClass;
  return isAskedFor && hasRoom(vehicleClass, wish.request);
}

/** Whether the booking's own car may take the changed trip at its time: it suits, and is in service and traffic then. */
export async function mayMoveOwn(
  deps: Pick<DraftDeps, "fleet">,
  booking: Booking,
  draft: ChangeDraft,
): Promise<boolean> {
  const vehicle = await deps.fleet.vehicle(booking.reservation.vehicleId);
  const isThere = vehicle.inTraffic && isInService(vehicle, dateOf(draft.trip.pickup.wallTime));
  return isThere && await suits(deps, booking, draft);
}

/**
 * The car that would drive the changed trip: its own one where that suits and is free, else one of the class. Nothing
 * is reserved. Throws DomainError `no-vehicle-free` with later times.
 */
export async function carOfDraft(
  deps: DraftDeps,
  booking: Booking,
  draft: ChangeDraft,
): Promise<VehicleId> {
  const { vehicleId: own } = booking.reservation;
  if (await staysReserved(deps, booking, draft)) return own;
  const time = draftedTime(draft);
  const freed = { bookingId: booking.id, ...booking.reservation };
  const isOwn = await mayMoveOwn(deps, booking, draft) &&
    (await deps.schedules.allFree([own], time, freed)).length > 0;
  if (isOwn) return own;
  const { vehicleClass } = draft.wish;
  const date = dateOf(draft.trip.pickup.wallTime);
  const candidates = await deps.fleet.vehiclesOfClass(
    vehicleClass,
    date,
    isPaidInCar(booking.payment.method),
  );
  const [first] = await deps.schedules.allFree(candidates, time, freed);
  if (first !== undefined) return first;
  const pickupMs = Date.parse(draft.trip.pickup.instant);
  const { durationSeconds } = draft.trip.route;
  const alternatives = await laterTimes(deps.schedules, candidates, pickupMs, durationSeconds, {
    freed,
  });
  throw new DomainError("no-vehicle-free", { vehicleClass, alternatives });
}
