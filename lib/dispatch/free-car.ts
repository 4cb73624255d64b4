// Which car of a class a trip of its own would get, as it is now; nothing is reserved.
import type { RideTime } from "../booking/class-availability.ts";
import { laterTimes } from "../booking/later-times.ts";
import { DomainError } from "../errors/domain-error.ts";
import { reservedTime } from "../fleet/vehicle-day.ts";
import type { VehicleClass, VehicleId } from "../fleet/vehicle.ts";
import { localDate } from "../kernel/wall-time.ts";
import { isPaidInCar, type PaymentMethod } from "../payments/payment-method.ts";
import type { DraftDeps } from "./draft-change.ts";

/** The first free car of the class. Throws DomainError `no-vehicle-free` with later times. */
export async function freeCar(
  { fleet, schedules }: Pick<DraftDeps, "fleet" | "schedules">,
  vehicleClass: VehicleClass,
  { pickup, durationSeconds, method }: RideTime & { method: PaymentMethod },
): Promise<VehicleId> {
  const candidates = await fleet.vehiclesOfClass(
    vehicleClass,
    localDate(Temporal.Instant.from(pickup)),
    isPaidInCar(method),
  );
  const pickupMs = Date.parse(pickup);
  const [first] = await schedules.allFree(candidates, reservedTime(pickupMs, durationSeconds));
  if (first !== undefined) return first;
  const alternatives = await laterTimes(schedules, candidates, pickupMs, durationSeconds);
  throw new DomainError("no-vehicle-free", { vehicleClass, alternatives });
}
