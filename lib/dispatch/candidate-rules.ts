// Which car drives a trip best. Pure: the reserved one first, then by what it would drive empty and how long it would
// stand, those that something speaks against last.
import type { Booking } from "../booking/booking.ts";
import {
  CLASS_CAPACITY,
  type Driver,
  mayTakeMoney,
  type Vehicle,
  type VehicleClass,
  type VehicleId,
} from "../fleet/vehicle.ts";
import { isPaidInCar } from "../payments/payment-method.ts";
import type { Point } from "../places/place.ts";
import type { TripRequest } from "../trip/trip.ts";
import type { Candidate, Fault, FaultCode, Reason, TakenTime } from "./candidate.ts";

/** What a trip asks of a car. */
export interface TripNeed {
  trip: Pick<TripRequest, "passengers" | "bags" | "wheelchairs" | "extras"> & {
    vehicleClass: VehicleClass;
  };
  from: Point;
  to: Point;
  pickupMs: number;
  dropoffMs: number;
  reservedVehicleId: VehicleId;
  payment: Booking["payment"];
}

/** The trip before or after: where the car is left or wanted, and when. */
export interface Neighbour {
  reference: string;
  atMs: number;
  point: Point;
}

/** One car as it stands around the trip. */
export interface CarFacts {
  vehicle: Vehicle;
  driver: Driver | null;
  /** Its days of service hold the day of the trip. */
  isInService: boolean;
  /** Out of traffic at any moment of the trip. */
  isOut: boolean;
  /** Another trip overlaps. */
  isOccupied: boolean;
  before: Neighbour | null;
  after: Neighbour | null;
  around: readonly TakenTime[];
}

/** How far and how long from one point to another. */
export type Leg = (from: Point, to: Point) => { meters: number; seconds: number };

/** Nobody knows where a car stands that has no trip before; it counts as this far away. */
const UNKNOWN_METERS = 8_000;
/** A minute of standing counts as so many metres, for two hours at most: then the driver has a break. */
const METERS_PER_IDLE_MINUTE = 60;
const MAX_IDLE_MINUTES = 120;
/** A finer car is kept for those who pay for it while a plain one is this much nearer. */
const FINER_CLASS_METERS = 6_000;

const NEVER: ReadonlySet<FaultCode> = new Set<FaultCode>([
  "too-many-passengers",
  "no-wheelchair-place",
  "not-in-service",
  "out-of-traffic",
  "occupied",
  "no-driver",
  "takes-no-money",
]);

/** The cars for a trip, best first. */
export function rankCandidates(
  need: TripNeed,
  cars: readonly CarFacts[],
  leg: Leg,
): Candidate[] {
  return cars.map((car) => {
    const way = wayOf(need, car, leg);
    const faults = [...carFaults(need, car), ...wayFaults(way)];
    const { vehicle, driver } = car;
    const candidate: Candidate = {
      vehicleId: vehicle.id,
      vehicleName: vehicle.name,
      registration: vehicle.registration,
      driverId: driver?.id ?? null,
      driverName: driver?.name ?? "",
      reasons: reasonsOf(need, car, way),
      faults,
      emptyMeters: way.emptyMeters,
      around: car.around,
    };
    return { candidate, cost: costOf(need, car, way), rank: rankOf(need, car, faults) };
  }).sort((a, b) =>
    a.rank - b.rank || a.cost - b.cost || (a.candidate.vehicleId < b.candidate.vehicleId ? -1 : 1)
  ).map(({ candidate }) => candidate);
}

/** What speaks against a car whatever it drives before and after. */
export function carFaults(
  { trip, payment }: Pick<TripNeed, "trip" | "payment">,
  { vehicle, driver, isInService, isOut, isOccupied }: Omit<
    CarFacts,
    "before" | "after" | "around"
  >,
): Fault[] {
  return [
    ...fault("not-in-service", !isInService),
    ...fault("out-of-traffic", isOut || !vehicle.inTraffic),
    ...fault("occupied", isOccupied),
    ...fault("no-driver", driver === null),
    ...fault("takes-no-money", isPaidInCar(payment.method) && !mayTakeMoney(vehicle)),
    ...roomFaults(vehicle, trip),
    ...fault("lower-class", isLower(vehicle.vehicleClass, trip.vehicleClass)),
  ];
}

/** Seats and places for wheelchairs are this car's, bags its class's. A wheelchair takes the place of a seat beside its own. */
function roomFaults(
  vehicle: Pick<Vehicle, "vehicleClass" | "seats" | "wheelchairs">,
  trip: TripNeed["trip"],
): Fault[] {
  const { passengers, wheelchairs, bags, extras } = trip;
  const room = {
    bags: CLASS_CAPACITY[vehicle.vehicleClass].bags,
    passengers: vehicle.seats,
    wheelchairs: vehicle.wheelchairs,
  };
  return [
    ...fault("too-many-passengers", passengers + wheelchairs > room.passengers, room.passengers),
    ...fault("no-wheelchair-place", wheelchairs > room.wheelchairs, room.wheelchairs),
    ...fault("too-many-bags", bags + extras.extraLuggage > room.bags, room.bags),
    ...fault("kept-for-wheelchairs", room.wheelchairs > 0 && wheelchairs === 0),
  ];
}

function fault(code: FaultCode, isSo: boolean, amount: number | null = null): Fault[] {
  return isSo ? [{ code, canOverride: !NEVER.has(code), amount }] : [];
}

/** A van or a finer car does for a plain one; for what was paid for as fine or large, nothing else does. */
function isLower(given: VehicleClass, booked: VehicleClass): boolean {
  return given !== booked && booked !== "standard";
}

/** What lies between the car's trips and this one. */
interface Way {
  /** From the trip before; null when there is none. */
  there: { minutes: number; meters: number; lateMinutes: number } | null;
  /** To the trip after. */
  onward: { meters: number; lateMinutes: number } | null;
  emptyMeters: number | null;
}

function wayOf(need: TripNeed, { before, after }: CarFacts, leg: Leg): Way {
  const there = before && legOf(leg(before.point, need.from), before.atMs, need.pickupMs);
  const onward = after && legOf(leg(need.to, after.point), need.dropoffMs, after.atMs);
  const known = [there, onward].filter((way) => way !== null);
  const emptyMeters = known.length === 0
    ? null
    : known.reduce((sum, { meters }) => sum + meters, 0);
  return { there, onward, emptyMeters };
}

function legOf(
  { meters, seconds }: { meters: number; seconds: number },
  fromMs: number,
  toMs: number,
) {
  const lateMinutes = Math.ceil((fromMs + seconds * 1000 - toMs) / 60_000);
  return {
    meters: Math.round(meters),
    minutes: Math.round((toMs - fromMs) / 60_000),
    lateMinutes: Math.max(0, lateMinutes),
  };
}

function wayFaults({ there, onward }: Way): Fault[] {
  const late = Math.max(there?.lateMinutes ?? 0, onward?.lateMinutes ?? 0);
  return fault("too-far", late > 0, late);
}

function reasonsOf(
  need: TripNeed,
  { vehicle, before, after }: CarFacts,
  { there, onward }: Way,
): Reason[] {
  const reasons: Reason[] = [];
  if (vehicle.id === need.reservedVehicleId) reasons.push({ code: "reserved" });
  reasons.push(
    before === null || there === null ? { code: "idle" } : {
      code: "follows",
      reference: before.reference,
      minutes: there.minutes,
      meters: there.meters,
    },
  );
  reasons.push(
    after === null || onward === null
      ? { code: "free-all-day" }
      : { code: "free-until", atMs: after.atMs, meters: onward.meters },
  );
  if (isFiner(vehicle.vehicleClass, need)) reasons.push({ code: "higher-class" });
  return reasons;
}

function isFiner(given: VehicleClass, { trip }: TripNeed): boolean {
  const isKept = CLASS_CAPACITY[given].wheelchairs > 0;
  return given !== trip.vehicleClass && trip.vehicleClass === "standard" && !isKept;
}

function rankOf(
  { reservedVehicleId }: TripNeed,
  { vehicle }: CarFacts,
  faults: readonly Fault[],
): number {
  if (faults.some(({ canOverride }) => !canOverride)) return 3;
  if (faults.length > 0) return 2;
  return vehicle.id === reservedVehicleId ? 0 : 1;
}

function costOf(need: TripNeed, { vehicle }: CarFacts, { there, onward }: Way): number {
  const idle = Math.min(there?.minutes ?? 0, MAX_IDLE_MINUTES) * METERS_PER_IDLE_MINUTE;
  const finer = isFiner(vehicle.vehicleClass, need) ? FINER_CLASS_METERS : 0;
  return (there?.meters ?? UNKNOWN_METERS) + (onward?.meters ?? 0) + idle + finer;
}
