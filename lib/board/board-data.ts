// Gathers what the board shows: the day or a search, the chosen booking, names of the fleet.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { type BookingId, bookingId } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { noShowFee, previewCancellation } from "../booking/cancellation-rules.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { freeVehicleCount } from "../fleet/free-vehicles.ts";
import type { VehicleSchedules } from "../fleet/vehicle-schedule-store.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Feed } from "../kv/feed.ts";
import { type BookingView, bookingView } from "./booking-view.ts";
import type { ActionDraft } from "./operator-action.ts";
import type { DayData, FleetNames } from "./day.ts";
import type { PaneState } from "./pane-state.ts";
import { MAX_FOUND } from "./board-limits.ts";
import { readCursor, signCursor } from "../kv/cursor.ts";
import type { BoardQuery } from "./board-query.ts";
import type { SearchState } from "./search-state.ts";

/** Bookings on a page of the API: more than most days have, under 200 KiB of JSON. */
const PAGE_BOOKINGS = 500;

/** What reading the board needs. */
export interface BoardDeps {
  clock: Clock;
  randomBytes: RandomBytes;
  bookings: BookingStore;
  feed: Feed;
  fleet: FleetStore;
  schedules: VehicleSchedules;
  /** Signs page cursors. */
  cursorKey: CryptoKey;
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
  const [day, fleet, view, found, formToken] = await Promise.all([
    loadDay(deps, query.date),
    fleetNames(deps),
    query.bookingId === null ? null : loadBooking(deps, query.bookingId),
    query.q === "" ? [] : deps.bookings.search(query.q, MAX_FOUND),
    makeFormToken(operator, deps.randomBytes),
  ]);
  return {
    day,
    fleet,
    pane: paneOf(query.bookingId, view, draft),
    search: query.q === "" ? { kind: "off" } : { kind: "found", query: query.q, bookings: found },
    formToken,
  };
}

/** A day's bookings. The cursor is read first: what is committed in between comes over the feed again. */
export async function loadDay(
  deps: BoardDeps,
  date: string,
  limit?: number,
  after: readonly (string | number)[] | null = null,
): Promise<DayData> {
  const cursor = await deps.feed.head();
  const nowMs = deps.clock.now().epochMilliseconds;
  const [bookings, freeVehicles] = await Promise.all([
    limit === 0 ? [] : deps.bookings.listDay(date, limit, rowOf(after)),
    freeVehicleCount(deps, nowMs),
  ]);
  return { date, bookings, cursor, nowMs, freeVehicles };
}

/** A page of a day or a search, as the API gives it. */
export interface BookingList extends DayData {
  /** Continues the day after its last booking here; null when that was all. */
  next: string | null;
}

/** A day page by page (`cursor` continues), or a search. Throws DomainError("link-invalid"). */
export async function listBookings(
  deps: BoardDeps,
  query: BoardQuery,
  cursor: string | null,
): Promise<BookingList> {
  if (query.q !== "") {
    const bookings = await deps.bookings.search(query.q, MAX_FOUND);
    return { ...await loadDay(deps, query.date, 0), bookings, next: null };
  }
  const scope = `admin-bookings/${query.date}`;
  const after = cursor === null ? null : await readCursor(deps.cursorKey, scope, cursor);
  const day = await loadDay(deps, query.date, PAGE_BOOKINGS + 1, after);
  const bookings = day.bookings.slice(0, PAGE_BOOKINGS);
  const last = bookings.at(-1);
  const next = last === undefined || day.bookings.length <= PAGE_BOOKINGS
    ? null
    : await signCursor(deps.cursorKey, scope, [last.pickupMs, last.id]);
  return { ...day, bookings, next };
}

/** A booking with its history and what ending it now would cost, or null. */
export async function loadBooking(deps: BoardDeps, id: BookingId): Promise<BookingView | null> {
  const [stored, events] = await Promise.all([
    deps.bookings.get(id),
    deps.bookings.events(id),
  ]);
  if (stored === null) return null;
  const nowMs = deps.clock.now().epochMilliseconds;
  return bookingView(stored.booking, events, {
    cancellationFeeOre: previewCancellation(stored.booking, nowMs).feeOre,
    noShowFeeOre: noShowFee(stored.booking).feeOre,
  });
}

/** The row a signed cursor names. */
function rowOf(after: readonly (string | number)[] | null) {
  const [pickupMs, id] = after ?? [];
  return typeof pickupMs === "number" && typeof id === "string"
    ? { pickupMs, id: bookingId(id) }
    : undefined;
}

/** Names of the fleet. */
export async function fleetNames({ fleet }: BoardDeps): Promise<FleetNames> {
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
