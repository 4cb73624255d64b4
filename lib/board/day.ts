// The day as the board holds it, and how a live change becomes the next day. Pure.
import { dateOf } from "../kernel/wall-time.ts";
import type { BookingId, BookingSummary } from "../booking/booking.ts";
import type { DriverId, VehicleClass, VehicleId } from "../fleet/vehicle.ts";

/** A driver the operator can choose, with the vehicle they drive. */
export interface DriverChoice {
  id: DriverId;
  name: string;
  vehicleId: VehicleId;
}

/** Names of the fleet, for rows and choices. */
export interface FleetNames {
  drivers: DriverChoice[];
  vehicles: { id: VehicleId; name: string; vehicleClass: VehicleClass }[];
}

/** One day of bookings as it was read, and the point of the feed it was read at. */
export interface DayData {
  /** Local date, `2026-11-23`. */
  date: string;
  bookings: BookingSummary[];
  /** Feed cursor from before the bookings were read: what came after it may be missing. */
  cursor: string;
  /** The server's clock when the day was read, epoch milliseconds. */
  nowMs: number;
  freeVehicles: number;
}

/** One live change, as the stream sends it. */
export interface DayChange {
  summary: BookingSummary;
}

/** The key figures of a day. */
export interface DayFigures {
  bookings: number;
  inProgress: number;
  withoutDriver: number;
  revenueOre: number;
}

/**
 * The bookings after a change. Versions decide: an older or equal version changes nothing, so a change
 * that arrives twice or late is harmless. A booking that left the date leaves the list.
 */
export function applyChange(
  date: string,
  bookings: readonly BookingSummary[],
  { summary }: DayChange,
): readonly BookingSummary[] {
  const known = bookings.find((booking) => booking.id === summary.id);
  if (known !== undefined && known.version >= summary.version) return bookings;
  const others = known === undefined ? bookings : bookings.filter((b) => b.id !== summary.id);
  return pickupDate(summary) === date ? sortedByPickup([...others, summary]) : others;
}

/** Local pickup date of a booking. */
export function pickupDate(booking: Pick<BookingSummary, "wallTime">): string {
  return dateOf(booking.wallTime);
}

/** The key figures; cancelled and lapsed bookings bring no revenue and are not counted. */
export function dayFigures(bookings: readonly BookingSummary[]): DayFigures {
  const figures = { bookings: 0, inProgress: 0, withoutDriver: 0, revenueOre: 0 };
  for (const { status, totalOre } of bookings) {
    if (status === "cancelled" || status === "expired") continue;
    figures.bookings++;
    figures.revenueOre += totalOre;
    if (status === "confirmed") figures.withoutDriver++;
    if (IN_PROGRESS.has(status)) figures.inProgress++;
  }
  return figures;
}

/** The vehicle's name, or its id while the fleet is not known. */
export function vehicleName(fleet: FleetNames, id: VehicleId): string {
  return fleet.vehicles.find((vehicle) => vehicle.id === id)?.name ?? id;
}

/** The driver's name, or the id of a driver who is gone. */
export function driverName(fleet: FleetNames, id: DriverId): string {
  return fleet.drivers.find((driver) => driver.id === id)?.name ?? id;
}

/** A person's given name: what fits in a row. */
export function givenName(name: string): string {
  return name.split(" ")[0] ?? name;
}

/** Ids that `after` has and `before` has not. */
export function arrivals(
  before: readonly BookingSummary[],
  after: readonly BookingSummary[],
): BookingId[] {
  const known = new Set(before.map((booking) => booking.id));
  return after.filter((booking) => !known.has(booking.id)).map((booking) => booking.id);
}

const IN_PROGRESS: ReadonlySet<string> = new Set(["en-route", "arrived", "on-board"]);

function sortedByPickup(bookings: BookingSummary[]): BookingSummary[] {
  return bookings.sort((a, b) => a.pickupMs - b.pickupMs || (a.id < b.id ? -1 : 1));
}
