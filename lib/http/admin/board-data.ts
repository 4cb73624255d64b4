// Gathers what the board shows: the day or a search, the chosen booking, names of the fleet.
import { makeFormToken } from "../../accounts/form-token.ts";
import { type BookingId, bookingId } from "../../booking/booking.ts";
import { noShowFeeOre, previewCancellation } from "../../booking/cancellation-rules.ts";
import { freeVehicleCount } from "../../dispatch/free-vehicles.ts";
import { isLocalDate } from "../../local-date.ts";
import { type BookingView, bookingView } from "./booking-view.ts";
import type { ActionDraft } from "./operator-action.ts";
import type { DayData, FleetNames } from "../../ui/board/day.ts";
import type { PaneState } from "../../ui/board/pane-state.ts";
import type { SearchState } from "../../ui/board/SearchResults.tsx";
import { MAX_FOUND } from "./board-limits.ts";
import { readCursor, signCursor } from "../../kv/cursor.ts";
import { localDate } from "../../wall-time.ts";
import { cleanText, formFields } from "../body.ts";
import type { State } from "../define.ts";
import type { Services } from "../services.ts";
import { bookingIdIn } from "./operator-command.ts";
import { operatorOf } from "./operator-form.ts";

/** Longest search read, in characters. */
const MAX_QUERY_LENGTH = 80;

/** Bookings on a page of the API: more than most days have, under 200 KiB of JSON. */
const PAGE_BOOKINGS = 500;

/** What an operator asked to see. */
export interface BoardQuery {
  date: string;
  bookingId: BookingId | null;
  /** The search, "" for none. */
  q: string;
}

/** What the page and its island are drawn from. */
export interface BoardData {
  day: DayData;
  fleet: FleetNames;
  pane: PaneState;
  search: SearchState;
  formToken: string;
}

/** What a board's address asks for; a date that is none means today. */
export function readBoardQuery(search: URLSearchParams, now: Temporal.Instant): BoardQuery {
  const fields = formFields(search);
  const date = fields.get("date") ?? "";
  return {
    date: isLocalDate(date) ? date : localDate(now),
    bookingId: bookingIdIn(fields.get("booking")),
    q: cleanText((fields.get("q") ?? "").slice(0, MAX_QUERY_LENGTH)),
  };
}

/** Everything the board shows for `query`; `draft` is a refused action of the chosen booking. */
export async function loadBoard(
  state: State,
  query: BoardQuery,
  draft: ActionDraft | null = null,
): Promise<BoardData> {
  const { services } = state;
  const [day, fleet, view, found, formToken] = await Promise.all([
    loadDay(services, query.date),
    fleetNames(services),
    query.bookingId === null ? null : loadBooking(services, query.bookingId),
    query.q === "" ? [] : services.bookings.search(query.q, MAX_FOUND),
    makeFormToken(operatorOf(state), services.randomBytes),
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
  services: Services,
  date: string,
  limit?: number,
  after: readonly (string | number)[] | null = null,
): Promise<DayData> {
  const cursor = await services.feed.latestCursor();
  const nowMs = services.clock.now().epochMilliseconds;
  const [bookings, freeVehicles] = await Promise.all([
    limit === 0 ? [] : services.bookings.listDay(date, limit, rowOf(after)),
    freeVehicleCount(services, nowMs),
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
  services: Services,
  query: BoardQuery,
  cursor: string | null,
): Promise<BookingList> {
  if (query.q !== "") {
    const bookings = await services.bookings.search(query.q, MAX_FOUND);
    return { ...await loadDay(services, query.date, 0), bookings, next: null };
  }
  const scope = `admin-bookings/${query.date}`;
  const after = cursor === null ? null : await readCursor(services.cursorKey, scope, cursor);
  const day = await loadDay(services, query.date, PAGE_BOOKINGS + 1, after);
  const bookings = day.bookings.slice(0, PAGE_BOOKINGS);
  const last = bookings.at(-1);
  const next = last === undefined || day.bookings.length <= PAGE_BOOKINGS
    ? null
    : await signCursor(services.cursorKey, scope, [last.pickupMs, last.id]);
  return { ...day, bookings, next };
}

/** A booking with its history and what ending it now would cost, or null. */
export async function loadBooking(services: Services, id: BookingId): Promise<BookingView | null> {
  const [stored, events] = await Promise.all([
    services.bookings.get(id),
    services.bookings.events(id),
  ]);
  if (stored === null) return null;
  const nowMs = services.clock.now().epochMilliseconds;
  return bookingView(stored.booking, events, {
    cancellationFeeOre: previewCancellation(stored.booking, nowMs).feeOre,
    noShowFeeOre: noShowFeeOre(stored.booking),
  });
}

/** The row a signed cursor names. */
function rowOf(after: readonly (string | number)[] | null) {
  const [pickupMs, id] = after ?? [];
  return typeof pickupMs === "number" && typeof id === "string"
    ? { pickupMs, id: bookingId(id) }
    : undefined;
}

async function fleetNames({ fleet }: Services): Promise<FleetNames> {
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
