// A row of the schedule on its way into a commit, with where it was read from.
import type { fleetKeys } from "./keys.ts";
import type { VehicleRow } from "./read-by-vehicle.ts";
import type { VehicleDay } from "./vehicle-day.ts";
import type { VehicleId } from "./vehicle.ts";

/** A vehicle's day as it was read. */
export type DayRow = VehicleRow<VehicleDay>;

/** A vehicle's day as it will be. */
export interface EditedRow {
  date: string;
  vehicleId: VehicleId;
  key: ReturnType<typeof fleetKeys.vehicleDay>;
  /** The mirror the row was read from, and its rows. */
  mirror: Promise<Map<VehicleId, DayRow>>;
  rows: Map<VehicleId, DayRow>;
  versionstamp: string | null;
  after: VehicleDay;
}

/** The vehicles a change is about, each once. */
export function vehiclesOf(
  { release, reserve }: {
    release?: { vehicleId: VehicleId };
    reserve?: { vehicleId: VehicleId };
  },
): VehicleId[] {
  const ids = [release?.vehicleId, reserve?.vehicleId].filter((id) => id !== undefined);
  return [...new Set(ids)];
}
