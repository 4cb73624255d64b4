// The order of a day's trips by any column. Pure.
import { BOOKING_STATUSES, type BookingSummary } from "../../../booking/booking.ts";
import { driverName, type FleetNames, vehicleName } from "../../../board/day.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { formatsOf } from "../../../i18n/formats.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import type { BoardView, Column } from "./board-view.ts";
import { factCount } from "./trip-facts.ts";

/** Names rows are sorted by, and the language they are sorted in. */
export interface SortNames {
  fleet: FleetNames;
  locale: Locale;
}

/** The bookings, given in order of pickup, in the order of the view; equals stand by pickup. */
export function sortedBookings(
  bookings: readonly BookingSummary[],
  { sort, isDescending }: Pick<BoardView, "sort" | "isDescending">,
  names: SortNames,
): readonly BookingSummary[] {
  if (sort === "time" || sort === "in") return isDescending ? bookings.toReversed() : bookings;
  const collator = new Intl.Collator(formatsOf(names.locale).intl, { numeric: true });
  const keys = new Map(bookings.map((one) => [one, sortKey(one, sort, names)]));
  const direction = isDescending ? -1 : 1;
  return bookings.toSorted((a, b) => direction * compare(keys.get(a), keys.get(b), collator));
}

type SortKey = string | number;

function compare(a: SortKey | undefined, b: SortKey | undefined, collator: Intl.Collator): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

function sortKey(booking: BookingSummary, column: Column, { fleet }: SortNames): SortKey {
  switch (column) {
    case "time":
    case "in":
      return booking.pickupMs;
    case "trip":
      return `${booking.from} ${booking.to}`;
    case "know":
      // Trips there is most to know about first.
      return -factCount(booking);
    case "customer":
      return booking.customer;
    case "vehicle":
      // Without a driver last: they have no car to be looked for by.
      return booking.driverId === null
        ? "\uffff"
        : `${vehicleName(fleet, booking.vehicleId)} ${driverName(fleet, booking.driverId)}`;
    case "state":
      return BOOKING_STATUSES.indexOf(booking.status);
    case "phone":
      return booking.phone;
    case "reference":
      return booking.reference;
    case "passengers":
      return booking.passengers;
    case "class":
      return VEHICLE_CLASSES.indexOf(booking.vehicleClass);
    case "distance":
      return booking.distanceMeters;
    case "price":
      return booking.totalOre;
    default:
      return unreachable(column);
  }
}
