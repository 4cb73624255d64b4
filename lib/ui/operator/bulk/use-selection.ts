// The selection of an open board: rows by keys and by pointer, and which chosen trips are not seen.
import { useReducer } from "preact/hooks";
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import type { DayRow } from "../day/rows.ts";
import { type Step, stepFrom, tripIds } from "../day/stop-row.ts";
import { type StopRow, tripOf } from "../day/use-stop-row.ts";
import { nextSelection, NO_SELECTION, selectedNow, type SelectedTrips } from "./selection.ts";

/** The list the selection is made in. */
export interface SelectableList {
  /** The rows as they are listed. */
  rows: readonly DayRow[];
  /** Every trip the board knows of, whether it is listed or not. */
  known: SelectedTrips;
  stop: StopRow;
}

/** The selection and what can be done with it. */
export interface LiveSelection {
  /** As they are now, in order of pickup. */
  trips: readonly BookingSummary[];
  ids: ReadonlySet<BookingId>;
  /** Chosen, and not in the list as it is shown. */
  unseen: ReadonlySet<BookingId>;
  isFull: boolean;
  /** Chooses the row in focus, or lets it go. False when there is none. */
  toggleHere(): boolean;
  toggle(id: BookingId): void;
  /** To another row, and everything on the way there. False when there is none. */
  extend(step: Step): boolean;
  /** Everything from where the last choice was made. */
  extendTo(id: BookingId): void;
  dropUnseen(): void;
  clear(): void;
}

/** Starts with nothing chosen. */
export function useSelection({ rows, known, stop }: SelectableList): LiveSelection {
  const [selection, happen] = useReducer(nextSelection, NO_SELECTION);
  const listed = rows.flatMap((row) => row.kind === "trip" ? [row.booking] : []);
  const ids = tripIds(rows);
  const inList = new Set(ids);
  const trips = selectedNow(selection, known);
  const unseen = new Set(trips.flatMap(({ id }) => inList.has(id) ? [] : [id]));
  const toggle = (id: BookingId) => {
    const trip = known.get(id);
    if (trip !== undefined) happen({ type: "toggled", trip });
  };
  const extendTo = (from: BookingId, to: BookingId) =>
    happen({ type: "extended", from, to, rows: listed });
  return {
    ...{ trips, ids: new Set(trips.map(({ id }) => id)), unseen, isFull: selection.isFull },
    toggle,
    toggleHere: () => {
      const id = hereOrStop(stop);
      if (id === null) return false;
      if (focused() === null) stop.move("next");
      toggle(id);
      return true;
    },
    extend: (step) => {
      const here = focused();
      const from = here ?? stop.stop;
      const to = here === null ? stop.stop : stepFrom(ids, here, step);
      if (from === null || to === null) return false;
      stop.move(step);
      extendTo(from, to);
      return true;
    },
    extendTo: (id) => extendTo(selection.range?.anchor ?? stop.stop ?? id, id),
    dropUnseen: () => happen({ type: "dropped", ids: unseen }),
    clear: () => happen({ type: "cleared" }),
  };
}

function hereOrStop(stop: StopRow): BookingId | null {
  return focused() ?? stop.stop;
}

function focused(): BookingId | null {
  return tripOf(document.activeElement);
}
