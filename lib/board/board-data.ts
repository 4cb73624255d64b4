// Gathers what the board shows: the day or a search, the chosen booking, names of the fleet.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { BookingId } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { seenByStaff } from "../booking/seen-booking.ts";
import { cancellationFee, noShowFee, previewCancellation } from "../booking/cancellation-rules.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { type BookingView, bookingView } from "./booking-view.ts";
import type { ActionDraft } from "./operator-action.ts";
import type { DayData, FleetNames } from "./day.ts";
import type { PaneState } from "./pane-state.ts";
import type { BoardQuery } from "./board-query.ts";
import { findBookings, type FindBookingsDeps, type FoundBookings } from "./find-bookings.ts";
import { loadDay, type LoadDayDeps, withBooking } from "./load-day.ts";
import type { SearchState } from "./search-state.ts";

/** What reading the board needs. */
export interface BoardDeps extends LoadDayDeps, FindBookingsDeps {
  randomBytes: RandomBytes;
  bookings: BookingStore;
  fleet: FleetStore;
}

/** What the page and its island are drawn from. */
export interface BoardData {
  day: DayData;
  fleet: FleetNames;
  pane: PaneState;
  search: SearchState;
  formToken: string;
}

/** Everything the board shows for `query`; `draft` is a refused action of the chosen booking. */
export async function loadBoard(
  deps: BoardDeps,
  operator: OperatorSession,
  query: BoardQuery,
  draft: ActionDraft | null = null,
): Promise<BoardData> {
  const { date, bookingId, q, cursor } = query;
  const [day, fleet, found, formToken] = await Promise.all([
    loadDay(deps, date, q === "" ? cursor : null),
    fleetNames(deps),
    q === "" ? null : findBookings(deps, q, cursor),
    makeFormToken(operator, deps.randomBytes),
  ]);
  const view = bookingId === null ? null : await loadBooking(deps, bookingId);
  return {
    day: view === null ? day : withBooking(day, view.row),
    fleet,
    pane: paneOf(bookingId, view, draft),
    search: found === null ? { kind: "off" } : { kind: "found", query: q, ...found },
    formToken,
  };
}

/** A part of a day, or a page of a search. Throws DomainError("link-invalid"). */
export async function listBookings(
  deps: BoardDeps,
  { date, q, cursor }: BoardQuery,
): Promise<DayData | FoundBookings> {
  return q === "" ? await loadDay(deps, date, cursor) : await findBookings(deps, q, cursor);
}

/** A booking with its history and what ending it now would cost, or null. */
export async function loadBooking(
  deps: Pick<BoardDeps, "bookings" | "clock">,
  id: BookingId,
): Promise<BookingView | null> {
  const [stored, events] = await Promise.all([
    deps.bookings.get(id),
    deps.bookings.events(id),
  ]);
  if (stored === null) return null;
  const nowMs = deps.clock.now().epochMilliseconds;
  return bookingView(seenByStaff(stored.booking), events, {
    cancellationFeeOre: previewCancellation(stored.booking, nowMs).feeOre,
    faultFeesOre: {
      customer: cancellationFee(stored.booking, "customer", nowMs),
      company: cancellationFee(stored.booking, "company", nowMs),
      nobody: cancellationFee(stored.booking, "nobody", nowMs),
    },
    noShowFeeOre: noShowFee(stored.booking).feeOre,
  });
}

/** Names of the fleet. */
export async function fleetNames({ fleet }: Pick<BoardDeps, "fleet">): Promise<FleetNames> {
  const [drivers, vehicles] = await Promise.all([fleet.drivers(), fleet.vehicles()]);
  return {
    drivers: drivers.map(({ id, name, vehicleId }) => ({ id, name, vehicleId })),
    vehicles: vehicles.map(({ id, name, vehicleClass }) => ({ id, name, vehicleClass })),
  };
}

function paneOf(
  id: BookingId | null,
  view: BookingView | null,
  draft: ActionDraft | null,
): PaneState {
  if (id === null) return { kind: "none" };
  return view === null ? { kind: "missing", id } : { kind: "shown", view, draft, round: 0 };
}
