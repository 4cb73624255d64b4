// What a car is doing now, which cars a filter shows, and how many each would show. Pure.
import { type Car, type CarDay, isGoing } from "../../../board/car-day.ts";
import type { CarFilter, CarsQuery } from "../../../board/cars-query.ts";
import { APPROACH_BUFFER_MS } from "../../../fleet/vehicle-day.ts";
import { expectedEndMs, expectedTrips } from "./trouble.ts";

/** What a car is doing now; moments are epoch milliseconds, null where nobody knows. */
export type CarState =
  | { kind: "out"; untilMs: number | null; reason: string }
  | { kind: "driving"; untilMs: number }
  | { kind: "driverless" }
  /** Soon on its way to a trip. */
  | { kind: "waiting"; pickupMs: number }
  | { kind: "free"; untilMs: number | null };

/** The state of a car at `nowMs`. */
export function carState(car: Car, nowMs: number): CarState {
  const outage = car.outages.find((one) =>
    one.startMs <= nowMs && (one.endMs === null || one.endMs > nowMs)
  );
  if (outage !== undefined) {
    return { kind: "out", untilMs: outage.endMs, reason: outage.reason };
  }
  if (!car.vehicle.inTraffic) return { kind: "out", untilMs: null, reason: "" };
  const going = car.trips.findLast(({ booking }) => isGoing(booking));
  if (going !== undefined) return { kind: "driving", untilMs: expectedEndMs(going, nowMs) };
  if (car.driver === null) return { kind: "driverless" };
  const [next] = [...car.trips, ...car.kept]
    .filter(({ booking, endMs }) =>
      (booking.status === "assigned" || booking.status === "confirmed") && endMs > nowMs
    )
    .sort((a, b) => a.startMs - b.startMs);
  if (next === undefined) return { kind: "free", untilMs: null };
  const { startMs } = next;
  if (startMs - APPROACH_BUFFER_MS <= nowMs) return { kind: "waiting", pickupMs: startMs };
  return { kind: "free", untilMs: startMs };
}

/** True when a trip of the car cannot go as planned. */
export function isTroubled(car: Car, nowMs: number): boolean {
  return expectedTrips(car, nowMs).some(({ trouble }) => trouble !== null);
}

/** The cars a query shows. */
export function shownCars(
  { cars, nowMs }: Pick<CarDay, "cars" | "nowMs">,
  { show, vehicleClass }: Pick<CarsQuery, "show" | "vehicleClass">,
): Car[] {
  return cars.filter((car) =>
    (vehicleClass === null || car.vehicle.vehicleClass === vehicleClass) &&
    isShown(car, show, nowMs)
  );
}

function isShown(car: Car, show: CarFilter, nowMs: number): boolean {
  if (show === "all") return true;
  if (show === "trouble") return isTroubled(car, nowMs);
  return carState(car, nowMs).kind === show;
}
