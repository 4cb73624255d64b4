// One day as it is kept in memory while boards look at it: its rows in order of pickup, and what is counted of
// them. A change costs a few steps, however many trips the day has.
import type { BookingId, BookingSummary } from "../booking/booking.ts";
import type { VehicleId } from "../fleet/vehicle.ts";
import { byPickup, countIn, type DayFigures, isUnderWay, noFigures, pickupDate } from "./day.ts";

/** A day. */
export class OpenDay {
  readonly #rows: BookingSummary[] = [];
  readonly #byId = new Map<BookingId, BookingSummary>();
  readonly #figures: DayFigures = noFigures();
  readonly #underWay = new Map<BookingId, VehicleId>();
  /** Bookings that left the date while its rows were being read; null once they are. */
  #left: Map<BookingId, number> | null = new Map();

  /** A day without rows; `loadedMs` is when they were begun to be read. */
  constructor(readonly date: string, readonly loadedMs: number) {}

  /** Its bookings in order of pickup. */
  get rows(): readonly BookingSummary[] {
    return this.#rows;
  }

  /** The whole day in figures. */
  get figures(): DayFigures {
    return { ...this.#figures };
  }

  /** Vehicles that are on one of its trips. */
  get vehiclesUnderWay(): Iterable<VehicleId> {
    return this.#underWay.values();
  }

  /** False while its rows are still being read. */
  get isWhole(): boolean {
    return this.#left === null;
  }

  /** All rows are read. */
  close(): void {
    this.#left = null;
  }

  /** Puts a booking in as it is; an older version than is known changes nothing. */
  put(summary: BookingSummary): void {
    const known = this.#byId.get(summary.id);
    if ((known?.version ?? this.#left?.get(summary.id) ?? 0) >= summary.version) return;
    if (known !== undefined) this.#takeOut(known);
    if (pickupDate(summary) === this.date) this.#bringIn(summary);
    else this.#left?.set(summary.id, summary.version);
  }

  /** How many rows stand before `at`. */
  placeOf(at: Pick<BookingSummary, "pickupMs" | "id">): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = this.#rows[middle];
      if (row !== undefined && byPickup(row, at) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #bringIn(summary: BookingSummary): void {
    this.#rows.splice(this.placeOf(summary), 0, summary);
    this.#byId.set(summary.id, summary);
    countIn(this.#figures, summary, 1);
    if (isUnderWay(summary.status)) this.#underWay.set(summary.id, summary.vehicleId);
  }

  #takeOut(summary: BookingSummary): void {
    this.#rows.splice(this.placeOf(summary), 1);
    this.#byId.delete(summary.id);
    this.#underWay.delete(summary.id);
    countIn(this.#figures, summary, -1);
  }
}
