// What a sheet can be for, and which of that a booking allows as it is now.
import type { Booking } from "../../booking/booking.ts";
import { bookingCan } from "../../booking/booking-rules.ts";
import { isForgotten } from "../../booking/forgotten-rules.ts";

/** What a sheet is for, in the order of the menu; the words of addresses and of acts. */
export const SHEET_KINDS = ["change", "split", "duplicate", "return", "revive"] as const;

/** One of them. */
export type SheetKind = typeof SHEET_KINDS[number];

/** Narrows a word of an address, or null. */
export function parseSheetKind(word: string): SheetKind | null {
  return SHEET_KINDS.find((kind) => kind === word) ?? null;
}

/** The sheets a booking has as it is now, in the order of the menu; one whose customer is gone has none. */
export function sheetsFor(
  { status, passengers, contact }: Pick<Booking, "status" | "contact"> & { passengers: number },
): SheetKind[] {
  if (isForgotten({ contact })) return [];
  return SHEET_KINDS.filter((kind) => {
    if (kind === "change") return bookingCan("change", status);
    if (kind === "split") return bookingCan("change", status) && passengers > 1;
    return kind === "revive" ? bookingCan("revive", status) : bookingCan("link", status);
  });
}
