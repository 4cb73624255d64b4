// Which trips of the list are chosen for one act. Pure: (selection, happening) → selection.
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { type DayData, knownBookings } from "../../../board/day.ts";
import type { SearchState } from "../../../board/search-state.ts";
import { unreachable } from "../../../kernel/invariant.ts";

/** Most trips that are chosen at once: as many as the server plans in one go. */
export const MOST_SELECTED = 50;

/** Trips by id, in the order they were chosen, each as it was last known. */
export type SelectedTrips = ReadonlyMap<BookingId, BookingSummary>;

/** What is chosen. */
export interface Selection {
  trips: SelectedTrips;
  /** Where a range begins, and what was chosen before it; null while there is none. */
  range: { anchor: BookingId; before: SelectedTrips } | null;
  /** There was no room for the last choice, or for all of it. */
  isFull: boolean;
}

/** What can happen to it. */
export type SelectionHappening =
  | { type: "toggled"; trip: BookingSummary }
  /** From where the range began, or from `from`, to `to`; `rows` are the trips as they are listed. */
  | { type: "extended"; from: BookingId; to: BookingId; rows: readonly BookingSummary[] }
  | { type: "dropped"; ids: ReadonlySet<BookingId> }
  | { type: "cleared" };

/** Nothing is chosen. */
export const NO_SELECTION: Selection = { trips: new Map(), range: null, isFull: false };

/** The selection after `happening`. */
export function nextSelection(selection: Selection, happening: SelectionHappening): Selection {
  switch (happening.type) {
    case "toggled":
      return toggled(selection, happening.trip);
    case "extended":
      return extended(selection, happening);
    case "dropped": {
      const left = [...selection.trips].filter(([id]) => !happening.ids.has(id));
      return { trips: new Map(left), range: null, isFull: false };
    }
    case "cleared":
      return NO_SELECTION;
    default:
      return unreachable(happening);
  }
}

/** Every trip a board knows of: those of its day, and what its search found. */
export function knownTrips(day: DayData, search: SearchState): SelectedTrips {
  const found = search.kind === "found" ? search.bookings : [];
  return new Map([...found, ...knownBookings(day)].map((trip) => [trip.id, trip]));
}

/** The chosen trips as they are now; one that nobody lists any more as it was last known. */
export function selectedNow(
  { trips }: Selection,
  known: SelectedTrips,
): readonly BookingSummary[] {
  return [...trips.values()].map((trip) => known.get(trip.id) ?? trip)
    .sort((a, b) => a.pickupMs - b.pickupMs);
}

function toggled({ trips }: Selection, trip: BookingSummary): Selection {
  if (trips.has(trip.id)) {
    const left = [...trips].filter(([id]) => id !== trip.id);
    return { trips: new Map(left), range: null, isFull: false };
  }
  const next = withTrips(trips, [trip]);
  return { ...next, range: { anchor: trip.id, before: next.trips } };
}

/** A range that becomes shorter again gives back what it had taken, and never what was chosen before it. */
function extended(
  { trips, range }: Selection,
  { from, to, rows }: Extract<SelectionHappening, { type: "extended" }>,
): Selection {
  const at = (id: BookingId) => rows.findIndex((row) => row.id === id);
  const isThere = range !== null && at(range.anchor) >= 0 && trips.has(range.anchor);
  const { anchor, before } = isThere ? range : { anchor: from, before: trips };
  const ends = [at(anchor), at(to)];
  if (ends.includes(-1)) return { trips, range, isFull: false };
  const picked = rows.slice(Math.min(...ends), Math.max(...ends) + 1);
  return { ...withTrips(before, picked), range: { anchor, before } };
}

function withTrips(
  trips: SelectedTrips,
  more: readonly BookingSummary[],
): Pick<Selection, "trips" | "isFull"> {
  const added = more.filter(({ id }) => !trips.has(id));
  const taken = added.slice(0, MOST_SELECTED - trips.size);
  return {
    trips: new Map([...trips, ...taken.map((trip) => [trip.id, trip] as const)]),
    isFull: taken.length < added.length,
  };
}
