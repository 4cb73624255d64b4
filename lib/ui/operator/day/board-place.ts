// Where somebody stood on the board when they left it for another page, for when they come back to it.
import { boardAt } from "../../../board/board-return.ts";
import { type BookingId, bookingId } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import { placeBeingRead } from "./scroll-place.ts";
import { tripOf } from "./use-stop-row.ts";

const PLACE_KEY = "board-place";

/** A place on the board. */
export interface BoardPlace {
  /** The board's address, as `boardAt` writes it. */
  address: string;
  scrollTop: number;
  /** The row that was read, where it stood in the window, and whether the keyboard was on it. */
  row: BookingId | null;
  rowTop: number;
  hadFocus: boolean;
}

/** Keeps the place in this tab. */
export function keepBoardPlace(): void {
  const read = placeBeingRead();
  const place: BoardPlace = {
    address: boardAt(location.href),
    scrollTop: scrollY,
    row: tripOf(read?.row ?? null),
    rowTop: read?.top ?? 0,
    hadFocus: read?.row.contains(document.activeElement) ?? false,
  };
  try {
    sessionStorage.setItem(PLACE_KEY, JSON.stringify(place));
  } catch { /* Storage may be forbidden or full: then one comes back to the top of the day. */ }
}

/** The place on this board, for who comes back to it from an order; else null. */
export function placeToReturnTo(): BoardPlace | null {
  const from = URL.parse(document.referrer)?.pathname;
  if (from !== paths.adminNewBooking()) return null;
  try {
    const place = readPlace(JSON.parse(sessionStorage.getItem(PLACE_KEY) ?? "null"));
    return place?.address === boardAt(location.href) ? place : null;
  } catch {
    return null;
  }
}

/** A kept place, or null for anything else. */
export function readPlace(kept: unknown): BoardPlace | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { address, scrollTop, row, rowTop, hadFocus } = { ...NOWHERE, ...kept };
  if (typeof address !== "string" || typeof row !== "string" && row !== null) return null;
  if (!Number.isFinite(scrollTop) || !Number.isFinite(rowTop)) return null;
  return {
    address,
    scrollTop: Number(scrollTop),
    row: row === null ? null : bookingId(row),
    rowTop: Number(rowTop),
    hadFocus: hadFocus === true,
  };
}

const NOWHERE: Record<keyof BoardPlace, unknown> = {
  address: null,
  scrollTop: null,
  row: null,
  rowTop: null,
  hadFocus: null,
};
