// A car that may drive a trip: why it would do, and what speaks against it.
import type { DriverId, VehicleId } from "../fleet/vehicle.ts";

/** What speaks against a car, by codes the board has sentences for. */
export type FaultCode =
  | "too-many-passengers"
  | "no-wheelchair-place"
  | "not-in-service"
  | "out-of-traffic"
  | "occupied"
  | "no-driver"
  | "takes-no-money"
  | "too-many-bags"
  | "lower-class"
  | "kept-for-wheelchairs"
  | "too-far";

/** One of them; a number says how much: seats there are, bags there is room for, minutes late. */
export interface Fault {
  code: FaultCode;
  /** False where law or physics forbid it: nobody's reason changes that. */
  canOverride: boolean;
  amount: number | null;
}

/** What speaks for a car, in the order it is said; distances in metres, times in whole minutes. */
export type Reason =
  | { code: "reserved" }
  | { code: "idle" }
  | { code: "follows"; reference: string; minutes: number; meters: number }
  | { code: "free-until"; atMs: number; meters: number }
  | { code: "free-all-day" }
  | { code: "higher-class" };

/** A stretch of time in epoch milliseconds, end exclusive. */
export interface Stretch {
  startMs: number;
  endMs: number;
}

/** What else a car does, trips from pickup to drop-off; an outage's end is null until somebody knows it. */
export type TakenTime =
  | ({ kind: "trip" } & Stretch)
  | { kind: "out"; startMs: number; endMs: number | null };

/** A car, with its driver, for one trip. */
export interface Candidate {
  vehicleId: VehicleId;
  vehicleName: string;
  registration: string;
  driverId: DriverId | null;
  driverName: string;
  reasons: Reason[];
  /** Empty: it can be given at once. */
  faults: Fault[];
  /** Driven empty to the pickup and from the drop-off to what comes next; null where nothing is known. */
  emptyMeters: number | null;
  /** What it does in the two hours before and after the trip, and meanwhile; by start. */
  around: readonly TakenTime[];
}
