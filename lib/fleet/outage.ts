// When a vehicle is out of traffic: intervals beside its reservations, and the pure questions asked of them.
import type { VehicleId } from "./vehicle.ts";

/** One interval; epoch milliseconds, the end exclusive. */
export interface Outage {
  id: string;
  startMs: number;
  /** Null until somebody knows when it ends. */
  endMs: number | null;
  /** Why, in the operator's words. */
  reason: string;
  /** Who said so. */
  by: string;
}

/** All outages of a vehicle, by start. */
export interface VehicleOutages {
  outages: Outage[];
}

/** An outage before and after it was changed; null where there was none. For taking the change back. */
export interface OutageChange {
  vehicleId: VehicleId;
  outageId: string;
  before: Outage | null;
  after: Outage | null;
}

/** Most outages kept of a vehicle; the earliest that are over go first. */
export const MAX_OUTAGES = 50;

/** True when a vehicle is out at any moment of the stretch. */
export function isOut(
  { outages }: VehicleOutages,
  { startMs, endMs }: { startMs: number; endMs: number },
): boolean {
  return outages.some((one) => one.startMs < endMs && (one.endMs === null || one.endMs > startMs));
}

/** The outages with `after` in the place of the one with its id; `null` takes that one away. */
export function withOutage(
  { outages }: VehicleOutages,
  outageId: string,
  after: Outage | null,
): VehicleOutages {
  const others = outages.filter(({ id }) => id !== outageId);
  const all = after === null ? others : [...others, after];
  return { outages: all.sort((a, b) => a.startMs - b.startMs).slice(-MAX_OUTAGES) };
}

/** The outage ended at `atMs`; null when it had not begun then and so never was. */
export function endedAt(outage: Outage, atMs: number): Outage | null {
  return atMs <= outage.startMs ? null : { ...outage, endMs: atMs };
}

/** True when both say the same. */
export function isSameOutage(a: Outage | null, b: Outage | null): boolean {
  if (a === null || b === null) return a === b;
  return a.id === b.id && a.startMs === b.startMs && a.endMs === b.endMs && a.reason === b.reason;
}
