// Rows of days, and what the feed tells, that an earlier release wrote: a new field gets its value on old ones here.
import type { AnyVersion } from "../kernel/any-version.ts";
import type { StoredForm } from "../kv/family.ts";
import type { FeedBody } from "../kv/feed-row.ts";
import type { BookingChanged } from "./booking-changed.ts";
import type { BookingSummary } from "./booking.ts";
import { VERSION } from "./stored-booking.ts";

type StoredSummary = AnyVersion<
  BookingSummary,
  | "id"
  | "reference"
  | "status"
  | "pickupMs"
  | "wallTime"
  | "from"
  | "to"
  | "customer"
  | "phone"
  | "passengers"
  | "vehicleClass"
  | "distanceMeters"
  | "totalOre"
  | "vehicleId"
  | "driverId"
  | "version"
  | "changedAt"
>;
type StoredChange = AnyVersion<Omit<BookingChanged, "summary" | "undid">, "at" | "type"> & {
  undid?: BookingChanged["undid"];
  summary: StoredSummary;
};

/** How rows of the board's index are read. */
export const storedSummary: StoredForm<BookingSummary> = {
  version: VERSION,
  upgrade: (row) => summaryOfToday(row as StoredSummary),
};

/** What the feed tells of a booking, whichever release told it: its entries carry no version. */
export function changeOfToday(body: FeedBody): BookingChanged {
  const row = body as StoredChange;
  return {
    ...row,
    // Version 3 brought acts; before it nothing could be undone, so nothing had to wait.
    act: row.act ?? null,
    due: row.due ?? row.at,
    undid: row.undid ?? null,
    summary: summaryOfToday(row.summary),
  };
}

/** Before version 3 a row said less than its booking; the walk over all bookings writes those anew. */
function summaryOfToday(row: StoredSummary): BookingSummary {
  return {
    ...row,
    bags: row.bags ?? 0,
    wheelchairs: row.wheelchairs ?? (row.vehicleClass === "wheelchair" ? 1 : 0),
    childSeats: row.childSeats ?? 0,
    pets: row.pets ?? 0,
    extraLuggage: row.extraLuggage ?? 0,
    flightNumber: row.flightNumber ?? "",
    note: row.note ?? "",
    veiled: row.veiled ?? false,
    restricted: row.restricted ?? false,
    durationSeconds: row.durationSeconds ?? 0,
  };
}
