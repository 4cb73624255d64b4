// The board's questions to the server.
import { FORM_TOKEN_HEADER } from "../../../accounts/form-token-names.ts";
import type { BookingId } from "../../../booking/booking.ts";
import type { MissedEvent } from "../../../booking/booking-version.ts";
import { paths } from "../../../kernel/paths.ts";
import type { ActView } from "../../../board/act-view.ts";
import type { BookingView } from "../../../board/booking-view.ts";
import type { CandidateView } from "../pane/candidate-view.ts";
import type { FoundCandidates } from "../../../dispatch/find-candidates.ts";
import { type ActionProblem, actionProblem } from "../../../board/operator-action.ts";
import type { OperatorCommandInput } from "../../../board/operator-command.ts";
import type { DayData } from "../../../board/day.ts";
import type { FoundBookings } from "../../../board/find-bookings.ts";

/** An answer, or its status; 0 means that nobody answered. `since` is what somebody else did first. */
export type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; status: number; problem: ActionProblem; since: readonly MissedEvent[] };

/** A booking with its history. */
export function fetchBooking(id: BookingId): Promise<Answer<BookingView>> {
  return ask<BookingView>(paths.api.adminBooking(id));
}

/** The first page of what a search finds. */
export function fetchFound(q: string): Promise<Answer<FoundBookings>> {
  return ask<FoundBookings>(paths.api.adminBookings({ q }));
}

/** A day around now, or the page of it that `cursor` names. */
export function fetchDay(date: string, cursor = ""): Promise<Answer<DayData>> {
  return ask<DayData>(paths.api.adminBookings({ date, cursor }));
}

/** A booking after an act, and the act. */
export type ActedBooking = BookingView & { act: ActView };

/** The cars for a booking, best first, and the time around it. */
export type FoundCars = Omit<FoundCandidates, "candidates"> & { candidates: CandidateView[] };

/** The cars for a booking. */
export function fetchCandidates(id: BookingId): Promise<Answer<FoundCars>> {
  return ask<FoundCars>(paths.api.adminBookingCandidates(id));
}

/** Sends a command; the answer is the booking after it. */
export function sendCommand(
  id: BookingId,
  command: OperatorCommandInput,
  formToken: string,
): Promise<Answer<ActedBooking>> {
  return tell<ActedBooking>(paths.api.adminBookingCommands(id), command, formToken);
}

/** Takes an act back; the answer is its bookings after that, null for one that is gone. */
export function undoAct(
  id: string,
  formToken: string,
): Promise<Answer<{ act: ActView; bookings: (BookingView | null)[] }>> {
  return tell(paths.api.adminAct(id), { type: "undo" }, formToken);
}

/** Sends `body` as an operator of this page, with `more` headers. */
export function tell<Value>(
  url: string,
  body: unknown,
  formToken: string,
  more: Record<string, string> = {},
): Promise<Answer<Value>> {
  return ask<Value>(url, {
    method: "POST",
    headers: { "content-type": "application/json", [FORM_TOKEN_HEADER]: formToken, ...more },
    body: JSON.stringify(body),
  });
}

async function ask<Value>(url: string, init: RequestInit = {}): Promise<Answer<Value>> {
  try {
    const response = await fetch(url, { ...init, credentials: "same-origin" });
    if (response.ok) return { ok: true, value: await response.json() };
    const { code, since = [] } = await response.json();
    return { ok: false, status: response.status, problem: actionProblem(String(code)), since };
  } catch {
    // A fetch that throws reached nobody, and an answer that is no JSON is not the product's.
    return { ok: false, status: 0, problem: "offline", since: [] };
  }
}
