// Which row of the list the Tab key leads to, and where the arrow keys go from there. Pure.
import type { BookingId } from "../../../booking/booking.ts";
import type { DayRow } from "./rows.ts";

/** Where an arrow key goes. */
export type Step = "next" | "previous" | "first" | "last";

/** The trips of the list in its order. */
export function tripIds(rows: readonly DayRow[]): readonly BookingId[] {
  return rows.flatMap((row) => row.kind === "trip" ? [row.booking.id] : []);
}

/** The row a list begins at: the chosen one, else the first one to come, else the first. */
export function firstStop(rows: readonly DayRow[], chosen: BookingId | null): BookingId | null {
  const ids = tripIds(rows);
  if (chosen !== null && ids.includes(chosen)) return chosen;
  const now = rows.findIndex((row) => row.kind === "now");
  return tripIds(rows.slice(now + 1))[0] ?? ids.at(-1) ?? null;
}

/** The row after a step from `from`; the ends stay where they are. */
export function stepFrom(
  ids: readonly BookingId[],
  from: BookingId | null,
  step: Step,
): BookingId | null {
  const at = from === null ? -1 : ids.indexOf(from);
  switch (step) {
    case "first":
      return ids[0] ?? null;
    case "last":
      return ids.at(-1) ?? null;
    case "next":
      return ids[Math.min(at + 1, ids.length - 1)] ?? null;
    case "previous":
      return ids[Math.max(at - 1, 0)] ?? null;
  }
}

/** The row to go on from when the one that stood at `index` has left the list. */
export function stopNear(ids: readonly BookingId[], index: number): BookingId | null {
  return ids[Math.min(Math.max(index, 0), ids.length - 1)] ?? null;
}
