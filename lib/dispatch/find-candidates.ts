// Use case: the cars for a trip as they stand now, best first.
import type { Booking, BookingId } from "../booking/booking.ts";
import { bookingId } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { type Driver, isInService, type VehicleId } from "../fleet/vehicle.ts";
import { isOut } from "../fleet/outage.ts";
import { dateOf } from "../kernel/wall-time.ts";
import { APPROACH_BUFFER_MS, CLEARANCE_BUFFER_MS, type Span } from "../fleet/vehicle-day.ts";
import { reservationsAround } from "../fleet/vehicle-reservations.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import type { Database } from "../kv/open.ts";
import { greatCircleMeters } from "../places/great-circle.ts";
import type { Point } from "../places/place.ts";
import { estimateTrip } from "../routing/estimate-rules.ts";
import type { Candidate, Stretch } from "./candidate.ts";
import { type CarFacts, type Neighbour, rankCandidates, type TripNeed } from "./candidate-rules.ts";
import { takenIn, timeAround } from "./car-time-rules.ts";

/** A trip that ended longer ago says nothing of where the car stands now: six hours, a driver's break and more. */
const BEFORE_MS = 6 * 60 * 60_000;
/** A trip later than that is the next shift's. */
const AFTER_MS = 12 * 60 * 60_000;

/** What finding cars needs. */
export interface CandidateDeps {
  db: Pick<Database, "read">;
  bookings: Pick<BookingStore, "get" | "getAll">;
  fleet: Pick<FleetStore, "vehicles" | "drivers">;
  schedules: Pick<VehicleSchedules, "outages">;
}

/** Reservations that are not stored: trips a plan has already given a car, by vehicle. */
export type PlannedSpans = ReadonlyMap<VehicleId, readonly Span[]>;

/** The cars for a trip, when it is driven, and the time in which the cars are compared. */
export interface FoundCandidates {
  version: number;
  trip: Stretch;
  shown: Stretch;
  candidates: Candidate[];
}

/** The cars for a stored trip. Throws DomainError("booking-not-found"). */
export async function findCandidates(
  deps: CandidateDeps,
  id: BookingId,
): Promise<FoundCandidates> {
  const stored = await deps.bookings.get(id);
  if (stored === null) throw new DomainError("booking-not-found");
  const { booking } = stored;
  const candidates = await candidatesFor(deps, booking);
  const trip = drivenTime(booking);
  return { version: booking.version, trip, shown: timeAround(trip), candidates };
}

/** The cars for a trip, with those of a plan in their places; bookings that were read are kept in `known`. */
export async function candidatesFor(
  deps: CandidateDeps,
  booking: Booking,
  planned: PlannedSpans = new Map(),
  known: Map<string, Booking | null> = new Map(),
): Promise<Candidate[]> {
  const { reservation: time } = booking;
  const [vehicles, drivers, stored, outages] = await Promise.all([
    deps.fleet.vehicles(),
    deps.fleet.drivers(),
    reservationsAround(deps.db, time),
    deps.schedules.outages.all(),
  ]);
  const outagesOf = new Map(outages.map((one) => [one.vehicleId, one.outages]));
  const shown = timeAround(drivenTime(booking));
  const date = dateOf(booking.trip.pickup.wallTime);
  // Who has stopped before that day, or not begun, is not there to be chosen.
  const inService = vehicles.filter((vehicle) => isInService(vehicle, date));
  const driving = drivers.filter((driver) => isInService(driver, date));
  const movedAway = new Set([...planned.values()].flat().map((span) => span.bookingId));
  const around = inService.map((vehicle) => {
    const spans = [
      ...(stored.get(vehicle.id) ?? []).filter((span) => !movedAway.has(span.bookingId)),
      ...planned.get(vehicle.id) ?? [],
    ].filter((span) => span.bookingId !== booking.id);
    return { vehicle, spans, beside: spansBeside(spans, time) };
  });
  await readBeside(deps, around.map(({ beside }) => beside), known);
  const cars = around.map(({ vehicle, spans, beside }): CarFacts => {
    const own = outagesOf.get(vehicle.id) ?? [];
    return {
      vehicle,
      driver: driverOf(driving, vehicle.id),
      isInService: true,
      isOut: isOut({ outages: own }, time),
      around: takenIn(shown, spans, vehicle.inTraffic ? own : [{ ...shown, endMs: null }]),
      isOccupied: spans.some((span) => span.startMs < time.endMs && span.endMs > time.startMs),
      ...neighboursOf(beside, known),
    };
  });
  return rankCandidates(needOf(booking), cars, straightLeg);
}

/** Straight line, made a road by the rules of the estimate: for the order of cars, and none asks a road service. */
function straightLeg(from: Point, to: Point): { meters: number; seconds: number } {
  const { distanceMeters, durationSeconds } = estimateTrip(greatCircleMeters(from, to));
  return { meters: distanceMeters, seconds: durationSeconds };
}

/** Who drives a car; the first of several by id. */
export function driverOf(drivers: readonly Driver[], id: VehicleId): Driver | null {
  return drivers.find(({ vehicleId }) => vehicleId === id) ?? null;
}

function needOf({ trip, reservation, payment }: Booking): TripNeed {
  const { startMs: pickupMs, endMs: dropoffMs } = drivenTime({ trip });
  return {
    ...{ trip, payment, pickupMs, dropoffMs },
    from: trip.from.point,
    to: trip.to.point,
    reservedVehicleId: reservation.vehicleId,
  };
}

function drivenTime({ trip }: Pick<Booking, "trip">): Stretch {
  const startMs = Date.parse(trip.pickup.instant);
  return { startMs, endMs: startMs + trip.route.durationSeconds * 1000 };
}

/** The trips of a car before and after a time, where they say anything of it. */
interface Beside {
  before: Span | undefined;
  after: Span | undefined;
}

function spansBeside(
  spans: readonly Span[],
  { startMs, endMs }: { startMs: number; endMs: number },
): Beside {
  return {
    before: latest(
      spans.filter((span) => span.endMs <= startMs && span.endMs > startMs - BEFORE_MS),
    ),
    after: earliest(
      spans.filter((span) => span.startMs >= endMs && span.startMs < endMs + AFTER_MS),
    ),
  };
}

/** Reads the bookings of all cars together; those that are known are not read again. */
async function readBeside(
  { bookings }: Pick<CandidateDeps, "bookings">,
  all: readonly Beside[],
  known: Map<string, Booking | null>,
): Promise<void> {
  const wanted = all.flatMap(({ before, after }) => [before, after])
    .flatMap((span) => span === undefined || known.has(span.bookingId) ? [] : [span.bookingId]);
  const ids = [...new Set(wanted)];
  const found = ids.length === 0 ? [] : await bookings.getAll(ids.map(bookingId));
  ids.forEach((id, i) => known.set(id, found[i] ?? null));
}

function neighboursOf(
  { before, after }: Beside,
  known: ReadonlyMap<string, Booking | null>,
): Pick<CarFacts, "before" | "after"> {
  const earlier = before && known.get(before.bookingId);
  const later = after && known.get(after.bookingId);
  return {
    before: before && earlier ? neighbour(earlier, "to", before.endMs - CLEARANCE_BUFFER_MS) : null,
    after: after && later ? neighbour(later, "from", after.startMs + APPROACH_BUFFER_MS) : null,
  };
}

function neighbour({ reference, trip }: Booking, end: "from" | "to", atMs: number): Neighbour {
  return { reference, atMs, point: trip[end].point };
}

function latest(spans: readonly Span[]): Span | undefined {
  return spans.toSorted((a, b) => b.endMs - a.endMs)[0];
}

function earliest(spans: readonly Span[]): Span | undefined {
  return spans.toSorted((a, b) => a.startMs - b.startMs)[0];
}
