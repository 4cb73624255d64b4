// What an outcome is worth now: what was done may have been taken back or changed since. Pure.
import type { BookingSummary } from "../../../booking/booking.ts";
import { type ResultRow, type RowState, rowState } from "./plan.ts";
import type { SelectedTrips } from "./selection.ts";

/** What became of a trip, as it is now. */
export type ResultState =
  & { now: Pick<BookingSummary, "vehicleId" | "driverId"> }
  & (
    /** `undone`: it has no driver again; `changed`: somebody has done more with it. */
    | { kind: "assigned" | "undone" | "changed" | "refused" }
    /** It was no part of what was sent, and why. */
    | { kind: "not-sent"; why: RowState }
  );

/** The state of a result while the board lives on. */
export function resultState({ row, outcome }: ResultRow, known: SelectedTrips): ResultState {
  const live = known.get(row.trip.id) ?? row.trip;
  if (outcome === null) return { kind: "not-sent", why: rowState(row), now: live };
  if (!outcome.ok) return { kind: "refused", now: live };
  const version = outcome.act.bookings.find(({ id }) => id === row.trip.id)?.version ?? 0;
  if (live.version > version) {
    return { kind: live.driverId === null ? "undone" : "changed", now: live };
  }
  // The feed has not told of it yet: the answer has.
  const { car } = row;
  const now = car === null ? live : { vehicleId: car.vehicleId, driverId: car.driverId };
  return { kind: "assigned", now };
}
