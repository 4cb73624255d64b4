// What a customer can do with a ticket in each state: one thing first, the rest in a quiet list. Pure.
import type { BookingStatus } from "../../../booking/booking.ts";
import { bookingCan, isOver } from "../../../booking/booking-rules.ts";

/** Everything that can be done on a ticket. */
export type Doing =
  | "pay"
  | "calendar"
  | "calendar-off"
  | "call-car"
  | "call"
  | "details"
  | "move"
  | "back"
  | "again"
  | "cancel"
  | "receipt";

/** The one that comes first, and the list. */
export interface Doings {
  first: Doing;
  rows: readonly Doing[];
}

/** What the list depends on beside the state. */
export interface DoingsFacts {
  /** Moving is still free. */
  canMove: boolean;
  /** The car is called on a number of its own. */
  carHasPhone: boolean;
  /** What cancelling, or not coming, has cost, in öre. */
  feeOre: number;
}

/** What can be done. */
export function doingsOf(
  status: BookingStatus,
  { canMove, carHasPhone, feeOre }: DoingsFacts,
): Doings {
  if (isOver(status)) return overDoings(status, feeOre);
  if (status === "awaiting-payment") return { first: "pay", rows: ["call"] };
  const first = status === "confirmed" ? "calendar" : "call-car";
  const wanted: Doing[] = ["details", "move", "calendar", "call", "back", "cancel"];
  const rows = wanted.filter((doing) => doing !== first).filter((doing) => {
    if (doing === "details") return bookingCan("change-details", status);
    if (doing === "move") return canMove;
    if (doing === "cancel") return bookingCan("cancel", status);
    // The company's number stands on the button already, once it is about a car without one.
    return doing !== "call" || first !== "call-car" || carHasPhone;
  });
  return { first, rows };
}

function overDoings(status: BookingStatus, feeOre: number): Doings {
  // The way back, or on: whoever has arrived goes home sooner than there again.
  if (status === "completed") return { first: "back", rows: ["receipt", "again", "call"] };
  // What nobody paid for never stood in a calendar.
  if (status === "lapsed") return { first: "again", rows: ["call"] };
  return {
    first: "again",
    rows: [...(feeOre > 0 ? ["receipt" as const] : []), "calendar-off", "call"],
  };
}
