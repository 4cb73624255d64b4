// When no vehicle is free: times soon after the wished one that do work.
import type { VehicleId } from "../fleet/vehicle.ts";
import { reservedTime } from "../fleet/vehicle-day.ts";
import type { Freed, VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";

/** How many later times are offered. */
export const MAX_ALTERNATIVES = 3;
/** Grid of the offered times, in milliseconds. */
const STEP_MS = 15 * 60_000;
/** Last step looked at: twelve hours on, a customer plans anew anyway. */
const MAX_STEPS = 48;

/**
 * Up to `most` later pickup instants (ISO) at which a vehicle among `candidates` is free, soonest first;
 * `freed` is the reservation a move gives back.
 */
export async function laterTimes(
  schedules: Pick<VehicleSchedules, "anyFree">,
  candidates: readonly VehicleId[],
  pickupMs: number,
  durationSeconds: number,
  { freed, most = MAX_ALTERNATIVES }: { freed?: Freed | undefined; most?: number } = {},
): Promise<string[]> {
  const found: string[] = [];
  const first = Math.floor(pickupMs / STEP_MS) + 1;
  for (let step = first; step < first + MAX_STEPS && found.length < most; step++) {
    const time = reservedTime(step * STEP_MS, durationSeconds);
    if (await schedules.anyFree(candidates, time, freed)) {
      found.push(new Date(step * STEP_MS).toISOString());
    }
  }
  return found;
}
