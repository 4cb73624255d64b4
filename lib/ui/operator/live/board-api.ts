// The board's questions to the server.
import { FORM_TOKEN_HEADER } from "../../../accounts/form-token-names.ts";
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import type { BookingView } from "../../../board/booking-view.ts";
import { type ActionProblem, actionProblem } from "../../../board/operator-action.ts";
import type { OperatorCommandInput } from "../../../board/operator-command.ts";
import type { DayData } from "../../../board/day.ts";

/** Pages of a day read at most: with 500 bookings each, more than any day has. */
const MAX_PAGES = 10;

/** An answer, or its status; 0 means that nobody answered. */
export type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; status: number; problem: ActionProblem };

/** A booking with its history. */
export function fetchBooking(id: BookingId): Promise<Answer<BookingView>> {
  return ask<BookingView>(paths.api.adminBooking(id));
}

/** What a search finds. */
export async function fetchFound(q: string): Promise<Answer<BookingSummary[]>> {
  const answer = await ask<DayData>(paths.api.adminBookings({ q }));
  return answer.ok ? { ok: true, value: answer.value.bookings } : answer;
}

/** A whole day, page by page; the first page's cursor is the one to continue the stream from. */
export async function fetchDay(date: string): Promise<Answer<DayData>> {
  const pages: DayData[] = [];
  let cursor: string | null = "";
  while (cursor !== null && pages.length < MAX_PAGES) {
    const url = paths.api.adminBookings({ date, cursor });
    const answer: Answer<DayData & { next: string | null }> = await ask(url);
    if (!answer.ok) return answer;
    const { next, ...page } = answer.value;
    pages.push(page);
    cursor = next;
  }
  const [first] = pages;
  if (first === undefined) return { ok: false, status: 0, problem: "other" };
  return { ok: true, value: { ...first, bookings: pages.flatMap((page) => page.bookings) } };
}

/** Sends a command; the answer is the booking after it. */
export function sendCommand(
  id: BookingId,
  command: OperatorCommandInput,
  formToken: string,
): Promise<Answer<BookingView>> {
  return ask<BookingView>(paths.api.adminBookingCommands(id), {
    method: "POST",
    headers: { "content-type": "application/json", [FORM_TOKEN_HEADER]: formToken },
    body: JSON.stringify(command),
  });
}

async function ask<Value>(url: string, init: RequestInit = {}): Promise<Answer<Value>> {
  try {
    const response = await fetch(url, { ...init, credentials: "same-origin" });
    if (response.ok) return { ok: true, value: await response.json() };
    const { code } = await response.json();
    return { ok: false, status: response.status, problem: actionProblem(String(code)) };
  } catch {
    // A fetch that throws reached nobody, and an answer that is no JSON is not the product's.
    return { ok: false, status: 0, problem: "offline" };
  }
}
