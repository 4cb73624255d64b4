// Builders for the board: a row, a view of a booking, an entry of its history.
import { bookingId, type BookingSummary } from "../../lib/booking/booking.ts";
import { vehicleId } from "../../lib/fleet/vehicle.ts";
import type { BookingView, HistoryEntry } from "../../lib/board/booking-view.ts";

/** 06.31 on Monday 23 November 2026 in Stockholm. */
export const BOARD_NOW_MS = Date.parse("2026-11-23T05:31:00Z");

/** A row of the board, `inMinutes` from BOARD_NOW_MS. */
export function aRow(inMinutes: number, overrides: Partial<BookingSummary> = {}): BookingSummary {
  const pickupMs = BOARD_NOW_MS + inMinutes * 60_000;
  const wallTime = new Date(pickupMs + 3_600_000).toISOString().slice(0, 16);
  return {
    id: bookingId(`B${inMinutes}`),
    reference: "K4Q7RM",
    status: "confirmed",
    pickupMs,
    wallTime,
    from: "Landvetter",
    to: "Östra Hamngatan 24",
    customer: "Maja Öberg",
    phone: "+46701234567",
    veiled: false,
    restricted: false,
    passengers: 2,
    bags: 0,
    wheelchairs: 0,
    childSeats: 0,
    pets: 0,
    extraLuggage: 0,
    flightNumber: "",
    note: "",
    vehicleClass: "standard",
    distanceMeters: 24_100,
    durationSeconds: 1_500,
    totalOre: 54_000,
    vehicleId: vehicleId("V07"),
    driverId: null,
    version: 1,
    changedAt: "2026-11-22T20:14:00Z",
    ...overrides,
  };
}

/** An entry of a history. */
export function anEntry(type: HistoryEntry["type"]): HistoryEntry {
  return {
    type,
    at: "2026-11-23T05:00:00Z",
    actor: { kind: "system" },
    driverId: null,
    vehicleId: null,
    wallTime: "",
    reason: "",
    feeOre: null,
    changes: [],
    link: null,
  };
}

/** What the route line is drawn from. */
export function aCourse(
  status: BookingView["status"],
  ...types: HistoryEntry["type"][]
): Pick<BookingView, "status" | "history"> {
  return { status, history: types.map(anEntry) };
}
