// The newest version of a booking among everything the board holds: its rows, what was found, the open booking. Pure.
import { type DayData, knownBookings } from "../../../board/day.ts";
import type { PaneState } from "../../../board/pane-state.ts";
import type { SearchState } from "../../../board/search-state.ts";

/** The version; null for a booking the board does not hold. */
export function newestVersion(
  id: string,
  { day, pane, search }: {
    day: Pick<DayData, "bookings" | "needy">;
    pane: PaneState;
    search: SearchState;
  },
): number | null {
  const held = [
    ...knownBookings(day),
    ...(search.kind === "found" ? search.bookings : []),
    ...(pane.kind === "shown" ? [pane.view] : []),
  ];
  const versions = held.filter((one) => one.id === id).map(({ version }) => version);
  return versions.length === 0 ? null : Math.max(...versions);
}
