// The day as the board holds it, and how a live change becomes the next day. Pure.
import { dateOf } from "../kernel/wall-time.ts";
import type { BookingId, BookingStatus, BookingSummary } from "../booking/booking.ts";
import type { DownPart } from "../health/part.ts";
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

/** A part of a day as it was read, and the point of the feed it was read at. */
export interface DayData extends DayCount {
  /** Local date, `2026-11-23`. */
  date: string;
  /** Neighbours in order of pickup; a big day has more before and behind them. */
  bookings: BookingSummary[];
  /** The cursor of this page; null for the rows around now. */
  page: string | null;
  /** Cursors of the bookings before and behind these; null where the day begins and ends with them. */
  earlier: string | null;
  later: string | null;
  /** Bookings that need a person and are not among these, the most urgent first; a bounded number. */
  needy: BookingSummary[];
  /** Feed cursor from before the bookings were read: what came after it may be missing. */
  cursor: string;
  /** The server's clock when the day was read, epoch milliseconds. */
  nowMs: number;
  freeVehicles: number;
}

/** What is counted of a whole day. */
export interface DayCount {
  figures: DayFigures;
  /** All bookings, cancelled ones too. */
  total: number;
}

/** What the stream says now and then: the server's clock, and what only it can count. */
export interface Beat {
  nowMs: number;
  freeVehicles: number;
  /** Counts of the days that boards look at, by date. */
  days: Readonly<Record<string, DayCount>>;
  /** What the product stands on and has lost now. */
  down: readonly DownPart[];
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

/** What is on the board of a day: its rows, and whether there are others around them. */
export interface DayPart extends Pick<DayData, "date" | "earlier" | "later"> {
  bookings: readonly BookingSummary[];
}

/**
 * The bookings after a change. Versions decide: an older or equal version changes nothing, so a change
 * that arrives twice or late is harmless. A booking that left the date leaves the list, and one that belongs
 * among those that are not shown does not enter it.
 */
export function applyChange(part: DayPart, { summary }: DayChange): readonly BookingSummary[] {
  const { date, bookings } = part;
  const known = bookings.find((booking) => booking.id === summary.id);
  if (known !== undefined && known.version >= summary.version) return bookings;
  const others = known === undefined ? bookings : bookings.filter((b) => b.id !== summary.id);
  const isShown = pickupDate(summary) === date && isAmong(part, summary);
  if (!isShown) return others;
  return [...others, summary].sort(byPickup);
}

/** True when no booking of the day is left out. */
export function isWholeDay({ earlier, later }: Pick<DayData, "earlier" | "later">): boolean {
  return earlier === null && later === null;
}

/** The counts of a day: of its rows where all are there, else as the server counted them. */
export function countOf(day: DayPart & DayCount): DayCount {
  if (!isWholeDay(day)) return { figures: day.figures, total: day.total };
  return { figures: dayFigures(day.bookings), total: day.bookings.length };
}

/** Bookings that are known of in order of pickup: the rows, and those in need that stand elsewhere on the day. */
export function knownBookings(
  { bookings, needy }: Pick<DayData, "bookings" | "needy">,
): readonly BookingSummary[] {
  const rows = new Set(bookings.map(({ id }) => id));
  const others = needy.filter(({ id }) => !rows.has(id));
  return others.length === 0 ? bookings : [...bookings, ...others].sort(byPickup);
}

/** What a list is made of: neighbours, or where some are picked out all that are known of. */
export function listedBookings(
  day: Pick<DayData, "bookings" | "needy">,
  isPicked: boolean,
): readonly BookingSummary[] {
  return isPicked ? knownBookings(day) : day.bookings;
}

/** A list with a booking as it is now, where it holds an older version of it; else the same list. */
export function updated(
  bookings: readonly BookingSummary[],
  summary: BookingSummary,
): readonly BookingSummary[] {
  const isOlder = bookings.some(({ id, version }) =>
    id === summary.id && version < summary.version
  );
  return isOlder ? bookings.map((one) => one.id === summary.id ? summary : one) : bookings;
}

/** Local pickup date of a booking. */
export function pickupDate(booking: Pick<BookingSummary, "wallTime">): string {
  return dateOf(booking.wallTime);
}

/** The key figures; cancelled and lapsed bookings bring no revenue and are not counted. */
export function dayFigures(bookings: readonly BookingSummary[]): DayFigures {
  const figures = noFigures();
  for (const booking of bookings) countIn(figures, booking, 1);
  return figures;
}

/** The figures of an empty day. */
export function noFigures(): DayFigures {
  return { bookings: 0, inProgress: 0, withoutDriver: 0, revenueOre: 0 };
}

/** Counts a booking in (1) or out again (-1). */
export function countIn(
  figures: DayFigures,
  { status, totalOre }: Pick<BookingSummary, "status" | "totalOre">,
  by: 1 | -1,
): void {
  if (NOT_COUNTED.has(status)) return;
  figures.bookings += by;
  figures.revenueOre += by * totalOre;
  if (status === "confirmed") figures.withoutDriver += by;
  if (isUnderWay(status)) figures.inProgress += by;
}

/** What was called off, never driven or never paid for, and what is not bought yet. */
const NOT_COUNTED: ReadonlySet<BookingStatus> = new Set<BookingStatus>([
  ...["awaiting-payment", "cancelled", "expired", "lapsed"] as const,
]);

/** True while a car is on the trip: from when its driver leaves until the customer is there. */
export function isUnderWay(status: unknown): boolean {
  return UNDER_WAY.has(status);
}

/** The order of a day: by pickup, then by id so that nothing swaps places. */
export function byPickup(
  a: Pick<BookingSummary, "pickupMs" | "id">,
  b: Pick<BookingSummary, "pickupMs" | "id">,
): number {
  return a.pickupMs - b.pickupMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The vehicle's name, or its id while the fleet is not known. */
export function vehicleName(
  fleet: { vehicles: readonly Pick<FleetNames["vehicles"][number], "id" | "name">[] },
  id: VehicleId,
): string {
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

const UNDER_WAY: ReadonlySet<unknown> = new Set<BookingStatus>(["en-route", "arrived", "on-board"]);

/** False for a booking before the first row or behind the last, where others stand that are not shown. */
export function isAmong({ bookings, earlier, later }: DayPart, summary: BookingSummary): boolean {
  const [first, last] = [bookings[0], bookings.at(-1)];
  if (earlier !== null && (first === undefined || byPickup(summary, first) < 0)) return false;
  return later === null || (last !== undefined && byPickup(summary, last) <= 0);
}
