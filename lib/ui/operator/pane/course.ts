// A booking's history as stations on the route line: what happened, where it is, what is ahead. Pure.
import { unreachable } from "../../../kernel/invariant.ts";
import { isOver } from "../../../booking/booking-rules.ts";
import type { BookingStatus } from "../../../booking/booking.ts";
import type { BookingView, HistoryEntry } from "../../../board/booking-view.ts";

/** A station: something that happened, or one that is still ahead. */
export type Station =
  | { kind: "done"; entry: HistoryEntry; current: boolean; end: StationEnd }
  | { kind: "ahead"; step: AheadStep; end: StationEnd };

/** How a station is drawn when the line ends there. */
export type StationEnd = "none" | "arrival" | "stopped";

/** Steps a ride still has before it. */
export type AheadStep = "assigned" | "departed" | "arrived" | "boarded" | "completed";

const STEPS: readonly AheadStep[] = ["assigned", "departed", "arrived", "boarded", "completed"];

/** The stations of a booking, oldest first. */
export function courseOf(view: Pick<BookingView, "status" | "history">): Station[] {
  const over = isOver(view.status);
  const last = view.history.length - 1;
  const done = view.history.map((entry, i): Station => ({
    kind: "done",
    entry,
    current: i === last && !over,
    end: i === last && over ? endOf(view.status) : "none",
  }));
  const ahead = stepsAhead(view.status).map((step): Station => ({
    kind: "ahead",
    step,
    end: step === "completed" ? "arrival" : "none",
  }));
  return [...done, ...ahead];
}

function endOf(status: BookingStatus): StationEnd {
  return status === "completed" ? "arrival" : "stopped";
}

function stepsAhead(status: BookingStatus): readonly AheadStep[] {
  switch (status) {
    case "awaiting-payment":
    case "confirmed":
      return STEPS;
    case "assigned":
      return STEPS.slice(1);
    case "en-route":
      return STEPS.slice(2);
    case "arrived":
      return STEPS.slice(3);
    case "on-board":
      return STEPS.slice(4);
    case "completed":
    case "cancelled":
    case "no-show":
    case "expired":
    case "lapsed":
      return [];
    default:
      return unreachable(status);
  }
}
